import { defineEvent } from './define-event.ts'
import { because, inBrief, named } from './phrases.ts'
import { redaction } from './redaction.ts'
import { words } from './stamp.ts'

/**
 * A comment is to be deleted, and nobody need agree any more: of it stay its id, address, author, time, the kinds of secrets
 * in it, and a digest. That it is gone, or cannot be deleted, is an event of its own.
 */
export const commentRedacted = defineEvent({
  is: 'comment-redacted',
  shape: { ...redaction, because: words.optional() },
  apply: (state, { comment, page, at, author, written, kinds, digest }) => {
    const asker = state.redactions.find(one => one.comment === comment)?.asker ?? null
    const decided = { comment, page, at, author, written, kinds, digest, waits: null, asker, deletion: 'owed' as const }
    return { ...state, redactions: [...state.redactions.filter(one => one.comment !== comment), decided] }
  },
  timeline: event =>
    `Decided to delete a comment${event.author === null ? '' : ` by ${named(event.author)}`} on #${event.page}, written ${event.written}${
      event.kinds.length === 0 ? '' : ` (${inBrief(event.kinds.join(', '))})`
    }${because(event.because)}`,
  told: null,
})
