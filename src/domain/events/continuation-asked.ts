import { defineEvent } from './define-event.ts'

/** The incident's own issue is gone, and a commander wants another in its place: what made its page go counts no more. */
export const continuationAsked = defineEvent({
  is: 'continuation-asked',
  shape: {},
  apply: (state, _event, { line }) => ({ ...state, ownIssue: { ...state.ownIssue, asked: line } }),
  timeline: () => 'Asked to continue the incident on a new issue',
  told: null,
  settles: 'incident',
})
