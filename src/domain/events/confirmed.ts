import { defineEvent } from './define-event.ts'

/** It is no mere suspicion. */
export const confirmed = defineEvent({
  is: 'confirmed',
  shape: {},
  apply: (state, { said }) => ({ ...state, confirmedAt: state.confirmedAt ?? said }),
  timeline: () => 'Confirmed as an incident',
  told: null,
  moment: () => 'confirmed',
})
