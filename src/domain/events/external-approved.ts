import { defineEvent } from './define-event.ts'
import { because } from './phrases.ts'
import { roleName, words } from './stamp.ts'

/** External disclosure is approved, by one of those whose word it needs. */
export const externalApproved = defineEvent({
  is: 'external-approved',
  shape: { because: words, as: roleName },
  apply: (state, { by, as }) => ({ ...state, approvals: [...state.approvals, { by, as }] }),
  timeline: event => `Telling outsiders was approved (${event.as})${because(event.because)}`,
  told: null,
  moment: () => 'telling outsiders approved',
})
