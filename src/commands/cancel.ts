import { mostWords } from '../domain/events/stamp.ts'
import { cut } from '../domain/text/escape.ts'
import { cancelledAloud, notMeant } from '../messages/not-carried-out.ts'
import { restOfLine } from './args/args.ts'
import { defineCommand, refuse } from './command.ts'
import { namesOtherThing } from './parse/prose.ts'

/** A false alarm ends at once, with its reason; no step needs to be finished. A reply says so, and how to take it back. */
export const cancel = defineCommand({
  name: 'cancel',
  summary: 'Cancel a false alarm and close it, with the reason.',
  args: { because: restOfLine() },
  examples: ['/cancel the login was our own monitoring'],
  permissions: ['cancel'],
  incidentOnly: true,

  decide: (_incident, { because }) =>
    namesOtherThing(because)
      ? refuse(notMeant(because, 'reason'))
      : [
          { is: 'cancelled', because },
          { is: 'answered', command: cut(`/cancel ${because}`, mostWords), says: cancelledAloud(because) },
        ],
})
