import { z } from 'zod'
import { minuteOf } from '../terms/timestamp.ts'
import { defineEvent, unchanged } from './define-event.ts'

/** The branch of the record had been pushed back or deleted, people were told, and it stands where it stood before. */
export const recordRestored = defineEvent({
  is: 'record-restored',
  shape: {
    /** The commit of ours that it was taken away from. */
    commit: z.string().regex(/^[0-9a-f]{40,64}$/),
    /** When that was, as GitHub keeps it. */
    taken: z.iso.datetime({ offset: true }),
  },
  apply: unchanged,
  timeline: ({ commit, taken }) =>
    `The record had been pushed back or deleted at ${minuteOf(taken)}, and was restored to commit \`${commit.slice(0, 12)}\``,
  told: null,
})
