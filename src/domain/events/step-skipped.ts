import { withStep } from '../state/changes.ts'
import { defineEvent } from './define-event.ts'
import { because } from './phrases.ts'
import { stepId, words } from './stamp.ts'

/** A step is left out. */
export const stepSkipped = defineEvent({
  is: 'step-skipped',
  shape: { step: stepId, because: words },
  apply: (state, event) =>
    withStep(state, event.step, step => ({
      ...step,
      state: 'skipped',
      ended: { at: event.happened, by: event.by, because: event.because },
    })),
  timeline: event => `\`${event.step}\` skipped${because(event.because)}`,
  told: null,
  settles: 'step',
})
