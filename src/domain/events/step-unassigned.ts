import { without, withStep } from '../state/changes.ts'
import { defineEvent } from './define-event.ts'
import { allNamed } from './phrases.ts'
import { people, stepId } from './stamp.ts'

/** These are not named for the step any longer. */
export const stepUnassigned = defineEvent({
  is: 'step-unassigned',
  shape: { step: stepId, who: people },
  apply: (state, { step: id, who }) => withStep(state, id, step => ({ ...step, named: without(step.named, who) })),
  timeline: ({ step, who }) => `\`${step}\` taken from ${allNamed(who)}`,
  told: null,
  settles: 'step',
})
