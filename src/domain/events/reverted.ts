import { defineEvent, unchanged } from './define-event.ts'
import { contest } from './manual-change.ts'
import { words } from './stamp.ts'

/** A manual change that was undone, with the words of the explanation. */
export const reverted = defineEvent({
  is: 'reverted',
  shape: { ...contest, says: words },
  apply: unchanged,
  timeline: null,
  told: ({ says }) => says,
})
