import { z } from 'zod'
import { defineEvent, unchanged } from './define-event.ts'
import { manualChanges } from './manual-change.ts'

/** A manual change that changes nothing, kept so that it is weighed only once. */
export const noticed = defineEvent({
  is: 'noticed',
  shape: { manualChange: z.enum(manualChanges) },
  apply: unchanged,
  timeline: null,
  told: null,
})
