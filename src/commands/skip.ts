import { isFinished } from '../domain/incident/incident.ts'
import * as says from '../messages/refusal.ts'
import { restOfLine } from './args/args.ts'
import { anyStep } from './args/step-args.ts'
import { defineCommand, refuse } from './command.ts'

/** Leaving something out is the commander's, with the reason; a gate too, for nobody is harmed by not being told yet. */
export const skip = defineCommand({
  name: 'skip',
  summary: 'A step is left out, with the reason. On its own page you need not say which.',
  args: { step: anyStep(), because: restOfLine() },
  examples: ['/skip isolate the machine is already off'],
  permissions: ['skip-step'],

  decide: (_incident, { step: one, because }) =>
    isFinished(one) ? refuse(says.alreadyFinished(one)) : [{ is: 'step-skipped', step: one.id, because }],
})
