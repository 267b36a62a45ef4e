import { byHand } from '../playbook/playbook-id.ts'
import { restoreStep, stepSnapshot } from '../playbook/step-snapshot.ts'
import { withSteps } from '../state/asset-steps.ts'
import { defineEvent } from './define-event.ts'
import { inBrief } from './phrases.ts'

/** Work that no playbook foresaw. */
export const stepAdded = defineEvent({
  is: 'step-added',
  shape: { step: stepSnapshot },
  apply: (state, { step, said }, { line }) => ({
    ...state,
    ...withSteps(state, [restoreStep(step, byHand, '')], { at: said, line }),
  }),
  timeline: ({ step }) => `\`${step.id}\` added: ${inBrief(step.title)}`,
  told: null,
})
