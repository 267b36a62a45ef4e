import { defineEvent, unchanged } from './define-event.ts'
import { contest } from './manual-change.ts'

/** A manual change that somebody was not allowed, while nobody commanded: it is left as it is until somebody does. */
export const manualChangeLeft = defineEvent({
  is: 'manual-change-left',
  shape: contest,
  apply: unchanged,
  timeline: null,
  told: null,
})
