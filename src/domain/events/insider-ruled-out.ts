import { defineEvent } from './define-event.ts'
import { because } from './phrases.ts'
import { words } from './stamp.ts'

/** Nobody of our own is behind it: gates to the company may open. */
export const insiderRuledOut = defineEvent({
  is: 'insider-ruled-out',
  shape: { because: words },
  apply: state => ({ ...state, insiderRuledOut: true }),
  timeline: event => `An insider was ruled out${because(event.because)}`,
  told: null,
  moment: () => 'an insider ruled out',
})
