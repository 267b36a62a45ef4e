import { z } from 'zod'
import { person } from '../terms/person.ts'
import { defineEvent } from './define-event.ts'
import { named } from './phrases.ts'

/** Somebody commands from now on. */
export const commanderSet = defineEvent({
  is: 'commander-set',
  shape: { who: person, acting: z.boolean(), how: z.enum(['taken', 'appointed', 'handed-off']) },
  apply: (state, { who, acting, said: since }) => ({ ...state, commander: { who, acting, since } }),
  timeline: ({ who, acting, how }) => `${named(who)} ${took[how]} ${acting ? 'command, acting' : 'command'}`,
  told: null,
  moment: ({ who }) => `${who.login} in command`,
  settles: 'all',
})

const took = { taken: 'took', appointed: 'was appointed to', 'handed-off': 'was handed' } as const
