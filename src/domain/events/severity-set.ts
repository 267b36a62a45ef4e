import { z } from 'zod'
import { severities } from '../terms/severity.ts'
import { defineEvent } from './define-event.ts'
import { because } from './phrases.ts'
import { words } from './stamp.ts'

/** How bad it is. */
export const severitySet = defineEvent({
  is: 'severity-set',
  shape: { to: z.enum(severities), because: words.optional() },
  apply: (state, { to }) => ({ ...state, severity: to }),
  timeline: event => `Severity set to ${event.to}${because(event.because)}`,
  told: null,
  moment: ({ to }) => `now ${to}`,
  settles: 'incident',
})
