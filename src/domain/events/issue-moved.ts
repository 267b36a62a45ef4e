import { defineEvent, unchanged } from './define-event.ts'
import { words } from './stamp.ts'

/** The incident's own issue is not in the repository any more: it goes on on the pages of its steps. */
export const issueMoved = defineEvent({
  is: 'issue-moved',
  shape: { says: words },
  apply: unchanged,
  timeline: () => 'The incident’s own issue was transferred to another repository, or deleted',
  told: ({ says }) => says,
})
