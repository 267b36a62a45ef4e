import { defineEvent, unchanged } from './define-event.ts'
import { words } from './stamp.ts'

/** GitHub would not make the branch of the post-mortem: told once, and tried again at each look. */
export const branchRefused = defineEvent({
  is: 'branch-refused',
  shape: { says: words },
  apply: unchanged,
  timeline: null,
  told: ({ says }) => says,
})
