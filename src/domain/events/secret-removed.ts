import { z } from 'zod'
import { defineEvent, unchanged } from './define-event.ts'
import { words } from './stamp.ts'

/** A secret was cut out before anybody looked; its author is told. Neither it nor its kind is kept. */
export const secretRemoved = defineEvent({
  is: 'secret-removed',
  shape: { where: z.enum(['comment', 'report']), says: words },
  apply: unchanged,
  timeline: null,
  told: ({ says }) => says,
})
