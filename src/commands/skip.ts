import { isFinished } from '../domain/incident/incident.ts'
import * as says from '../messages/refusal.ts'
import { restOfLine } from './args/args.ts'
import { anyStep } from './args/step-args.ts'
import { defineCommand, refuse } from './command.ts'
import { openStep } from './example.ts'

/** The incident commander skips a step, with the reason. A gate too: a disclosure not made yet harms nobody. */
export const skip = defineCommand({
  name: 'skip',
  summary: 'Skip a step, with the reason. On the step’s own page you need not name it.',
  args: { step: anyStep(), because: restOfLine() },
  examples: ['/skip isolate the machine is already off'],
  example: incident => {
    const step = openStep(incident)
    return step === null ? null : `/skip ${step.id} the machine is already off`
  },
  permissions: ['skip-step'],

  decide: (_incident, { step: one, because }) =>
    isFinished(one) ? refuse(says.alreadyFinished(one)) : [{ is: 'step-skipped', step: one.id, because }],
})
