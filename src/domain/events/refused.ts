import { quote } from '../text/quote.ts'
import { defineEvent, unchanged } from './define-event.ts'
import { words } from './stamp.ts'

/** A command that was rejected, with the words of the reply. */
export const refused = defineEvent({
  is: 'refused',
  shape: { command: words, says: words },
  apply: unchanged,
  timeline: null,
  told: ({ command, says }) => `${quote(command)} was not followed. ${says}`,
})
