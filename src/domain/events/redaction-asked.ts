import { z } from 'zod'
import { defineEvent } from './define-event.ts'
import { because, named } from './phrases.ts'
import { redaction } from './redaction.ts'
import { words } from './stamp.ts'

/** A comment is to be deleted, once a second person approves, or, under a legal hold, counsel. */
export const redactionAsked = defineEvent({
  is: 'redaction-asked',
  shape: { ...redaction, waits: z.enum(['second-person', 'counsel']), because: words.optional(), says: words },
  apply: (state, { comment, page, at, author, written, kinds, digest, waits, by }) => ({
    ...state,
    redactions: [
      ...state.redactions.filter(one => one.comment !== comment),
      { comment, page, at, author, written, kinds, digest, waits, asker: by, deletion: null },
    ],
  }),
  timeline: event =>
    `Asked to delete a comment${event.author === null ? '' : ` by ${named(event.author)}`} on #${event.page}${because(event.because)}`,
  told: ({ says }) => says,
})
