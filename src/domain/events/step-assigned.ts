import { union, withStep } from '../state/changes.ts'
import { defineEvent } from './define-event.ts'
import { allNamed } from './phrases.ts'
import { people, stepId } from './stamp.ts'

/** These have the step to do, beside those who had it. */
export const stepAssigned = defineEvent({
  is: 'step-assigned',
  shape: { step: stepId, who: people },
  apply: (state, { step: id, who }) => withStep(state, id, step => ({ ...step, named: union(step.named, who) })),
  timeline: ({ step, who }) => `\`${step}\` given to ${allNamed(who)}`,
  told: null,
  settles: 'step',
})
