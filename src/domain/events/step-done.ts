import { z } from 'zod'
import { withStep } from '../state/changes.ts'
import { ownersOf } from '../state/state.ts'
import { defineEvent } from './define-event.ts'
import { because } from './phrases.ts'
import { stepId, words } from './stamp.ts'

/** A step is done, perhaps before others that it comes after. */
export const stepDone = defineEvent({
  is: 'step-done',
  shape: { step: stepId, waitedFor: z.array(stepId), because: words.optional() },
  apply: (state, event) =>
    withStep(state, event.step, step => ({
      ...step,
      state: 'done',
      // whoever holds the role later had no part in it
      named: ownersOf(state, step),
      waitedFor: event.waitedFor,
      ended: { at: event.happened, by: event.by, because: event.because ?? null },
    })),
  timeline: event => `\`${event.step}\` done${because(event.because)}`,
  told: null,
  moment: ({ step }) => `${step} done`,
  claimed: true,
  settles: 'step',
})
