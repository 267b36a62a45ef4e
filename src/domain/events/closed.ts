import { defineEvent } from './define-event.ts'

/** The incident has ended. */
export const closed = defineEvent({
  is: 'closed',
  shape: {},
  apply: (state, { said: at }, { line }) => ({
    ...state,
    ended: 'closed',
    endings: [...state.endings, { line, at, is: 'closed' }],
  }),
  timeline: () => 'Closed',
  told: null,
  moment: () => 'closed',
})
