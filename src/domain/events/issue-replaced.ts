import { z } from 'zod'
import { defineEvent } from './define-event.ts'
import { words } from './stamp.ts'

/** Another issue of the same repository is the incident's own from now on: by this event alone, whatever stands on it. */
export const issueReplaced = defineEvent({
  is: 'issue-replaced',
  shape: {
    number: z.int().positive(),
    id: z.string().min(1).max(100),
    /** Node id of the issue that it was declared on, by which its markers are known. */
    was: z.string().min(1).max(100),
    says: words,
  },
  apply: (state, { number, id }) => ({ ...state, ownIssue: { replaced: { id, number }, asked: null } }),
  timeline: ({ number }) => `The incident continues on a new issue, #${number}`,
  told: ({ says }) => says,
  moment: ({ number }) => `continues on #${number}`,
})
