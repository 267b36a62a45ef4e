import { z } from 'zod'
import { quote } from '../text/quote.ts'
import { defineEvent, unchanged } from './define-event.ts'
import { words } from './stamp.ts'

/** A command, or a line that only looks like one (its slash is another character), that was rejected, with the words of the reply. */
export const refused = defineEvent({
  is: 'refused',
  shape: { what: z.enum(['command', 'lookalike']), command: words, says: words },
  apply: unchanged,
  timeline: null,
  told: ({ what, command, says }) => {
    switch (what) {
      case 'command':
        return `${quote(command)} was rejected. ${says}`
      case 'lookalike':
        return says
    }
  },
})
