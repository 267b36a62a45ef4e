import { z } from 'zod'
import { defineEvent, unchanged } from './define-event.ts'
import { digest, kinds } from './redaction.ts'
import { words } from './stamp.ts'

/**
 * A secret was cut out before anybody looked; its author is told. Of a comment its kind is kept, when it was written, and
 * a digest of it, so that it can be deleted and it is still known what was.
 */
export const secretRemoved = defineEvent({
  is: 'secret-removed',
  shape: {
    where: z.enum(['comment', 'report']),
    says: words,
    kinds: kinds.optional(),
    digest: digest.optional(),
    written: z.iso.datetime().optional(),
  },
  apply: (state, { kinds, digest, written, source, on, link, by }) => {
    if (!kinds || !digest || !written || !on || !link) return unchanged(state)
    const author = by === null ? null : { id: by.id, login: by.login }
    return {
      ...state,
      secrets: [...state.secrets, { comment: source, page: on, at: link, author, written, kinds, digest }],
    }
  },
  timeline: null,
  told: ({ says }) => says,
})
