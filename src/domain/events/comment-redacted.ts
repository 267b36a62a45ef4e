import { defineEvent } from './define-event.ts'
import { because, inBrief, named } from './phrases.ts'
import { redaction } from './redaction.ts'
import { words } from './stamp.ts'

/** A comment is deleted: of it stay its id, author, time, the kinds of secrets in it, and a digest. */
export const commentRedacted = defineEvent({
  is: 'comment-redacted',
  shape: { ...redaction, because: words.optional() },
  apply: (state, { comment, page, at, author, written, kinds, digest }) => ({
    ...state,
    redactions: [
      ...state.redactions.filter(one => one.comment !== comment),
      { comment, page, at, author, written, kinds, digest, waits: null, asker: null },
    ],
  }),
  timeline: event =>
    `Deleted a comment${event.author === null ? '' : ` by ${named(event.author)}`} on #${event.page}, written ${event.written}${
      event.kinds.length === 0 ? '' : ` (${inBrief(event.kinds.join(', '))})`
    }${because(event.because)}`,
  told: null,
})
