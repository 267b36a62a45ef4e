import { defineEvent } from './define-event.ts'
import { because } from './phrases.ts'
import { words } from './stamp.ts'

/** It was a false alarm. */
export const cancelled = defineEvent({
  is: 'cancelled',
  shape: { because: words },
  apply: (state, { said: at }, { line }) => ({
    ...state,
    ended: 'cancelled',
    endings: [...state.endings, { line, at, is: 'cancelled' }],
  }),
  timeline: event => `Cancelled${because(event.because)}`,
  told: null,
  moment: () => 'cancelled',
})
