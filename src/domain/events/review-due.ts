import type { StepState } from '../state/state.ts'
import type { Timestamp } from '../terms/timestamp.ts'
import { defineEvent } from './define-event.ts'

/** A review's quarter is over: all of its steps are to be done again. */
export const reviewDue = defineEvent({
  is: 'review-due',
  shape: {},
  apply: (state, { said }) => ({
    ...state,
    steps: state.steps.map(step => again(step, said)),
    perAsset: state.perAsset.map(step => again(step, said)),
    ended: null,
  }),
  timeline: () => 'The review was due again',
  told: null,
  settles: 'all',
})

const again = (step: StepState, openedAt: Timestamp): StepState => ({
  ...step,
  openedAt,
  state: 'open',
  named: [],
  ended: null,
  waitedFor: [],
})
