import { isBlocked, isFinished, waitsFor } from '../domain/incident/incident.ts'
import { notMeant } from '../messages/not-carried-out.ts'
import * as says from '../messages/refusal.ts'
import { optional, restOfLine } from './args/args.ts'
import { step } from './args/step-args.ts'
import { defineCommand, refuse } from './command.ts'
import { openStep } from './example.ts'
import { endsWork } from './parse/prose.ts'

/** A step is done in or out of order; only a blocked gate is rejected. Where no step was named, talk of going home is asked about. */
export const done = defineCommand({
  name: 'done',
  summary: 'Mark a step as done. On the step’s own page you need not name it.',
  args: { step: step(), note: optional(restOfLine()) },
  examples: ['/done isolate', '/done isolate three keys, all hosts', '/done'],
  example: incident => {
    const step = openStep(incident)
    return step === null ? null : `/done ${step.id}`
  },
  permissions: ['finish-step'],

  decide: (incident, { step: one, note }, _doer, { step: here }) => {
    if (here !== null && note !== null && endsWork(note)) return refuse(notMeant(note, 'note'))
    if (isFinished(one)) return refuse(says.alreadyFinished(one))
    if (isBlocked(incident, one)) return refuse(says.blockedGate(incident, one))
    const waitedFor = [...waitsFor(incident, one)]
    return [{ is: 'step-done', step: one.id, waitedFor, ...(note === null ? {} : { because: note }) }]
  },
})
