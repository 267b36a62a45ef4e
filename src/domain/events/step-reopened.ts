import { withStep } from '../state/changes.ts'
import { defineEvent } from './define-event.ts'
import { stepId } from './stamp.ts'

/** There is more to do at a finished step. */
export const stepReopened = defineEvent({
  is: 'step-reopened',
  shape: { step: stepId },
  apply: (state, event) =>
    withStep(state, event.step, step => ({ ...step, state: 'open', ended: null, waitedFor: [] })),
  timeline: ({ step }) => `\`${step}\` reopened`,
  told: null,
})
