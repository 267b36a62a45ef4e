import { defineEvent, unchanged } from './define-event.ts'
import { words } from './stamp.ts'

/** A question that was answered (`/help`, `/status` alone), with the words of the reply. */
export const answered = defineEvent({
  is: 'answered',
  shape: { command: words, says: words },
  apply: unchanged,
  timeline: null,
  told: ({ says }) => says,
})
