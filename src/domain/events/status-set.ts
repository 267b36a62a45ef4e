import { z } from 'zod'
import { derivedStatus } from '../state/status-of.ts'
import { settableStatuses } from '../terms/status.ts'
import { defineEvent } from './define-event.ts'
import { because } from './phrases.ts'
import { words } from './stamp.ts'

/** The commander's word on where it stands. */
export const statusSet = defineEvent({
  is: 'status-set',
  shape: { to: z.enum(settableStatuses), because: words.optional() },
  apply: (state, { to }) => ({ ...state, word: { to, derivedThen: derivedStatus(state) } }),
  timeline: event => `Said to be ${event.to}${because(event.because)}`,
  told: null,
  moment: ({ to }) => `said to be ${to}`,
})
