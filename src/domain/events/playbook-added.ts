import { z } from 'zod'
import { stepSnapshot } from '../playbook/step-snapshot.ts'
import { mostSteps } from '../playbook/validate-steps.ts'
import { withSteps } from '../state/asset-steps.ts'
import { includedSteps } from '../state/brought-steps.ts'
import { defineEvent } from './define-event.ts'
import { roleName } from './stamp.ts'

/** Another playbook's steps, without those that were there. */
export const playbookAdded = defineEvent({
  is: 'playbook-added',
  shape: { playbook: roleName, steps: z.array(stepSnapshot).max(mostSteps) },
  apply: (state, event, { playbooks, line }) => ({
    ...state,
    ...withSteps(state, includedSteps(event, playbooks), { at: event.said, line }),
  }),
  timeline: ({ playbook, steps }) =>
    `Playbook \`${playbook}\` added: ${steps.length} new ${steps.length === 1 ? 'step' : 'steps'}`,
  told: null,
})
