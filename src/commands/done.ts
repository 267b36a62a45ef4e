import { isFinished, isShut, waitsFor } from '../domain/incident/incident.ts'
import * as says from '../messages/refusal.ts'
import { optional, restOfLine } from './args/args.ts'
import { step } from './args/step-args.ts'
import { defineCommand, refuse } from './command.ts'

/** What was done is recorded, in or out of order; only a gate refuses. */
export const done = defineCommand({
  name: 'done',
  summary: 'A step is done. On its own page you need not say which.',
  args: { step: step(), note: optional(restOfLine()) },
  examples: ['/done isolate', '/done isolate three keys, all hosts', '/done'],
  permissions: ['finish-step'],

  decide: (incident, { step: one, note }) => {
    if (isFinished(one)) return refuse(says.alreadyFinished(one))
    if (isShut(incident, one)) return refuse(says.isShutWords(incident, one))
    const waitedFor = [...waitsFor(incident, one)]
    return [{ is: 'step-done', step: one.id, waitedFor, ...(note === null ? {} : { because: note }) }]
  },
})
