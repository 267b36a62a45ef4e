import { defineEvent } from './define-event.ts'

/** It is taken up again. */
export const reopened = defineEvent({
  is: 'reopened',
  shape: {},
  apply: state => ({ ...state, ended: null }),
  timeline: () => 'Reopened',
  told: null,
  moment: () => 'reopened',
  settles: 'incident',
})
