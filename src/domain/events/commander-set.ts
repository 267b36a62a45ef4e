import { z } from 'zod'
import { person } from '../terms/person.ts'
import { defineEvent } from './define-event.ts'
import { named } from './phrases.ts'

/** Somebody commands from now on. */
export const commanderSet = defineEvent({
  is: 'commander-set',
  shape: { who: person, acting: z.boolean(), how: z.enum(['taken', 'appointed', 'handed-off']) },
  apply: (state, { who, acting, said: since }) => ({ ...state, commander: { who, acting, since } }),
  timeline: ({ who, acting, how }) => `${named(who)} ${took(how, acting)}`,
  told: null,
  moment: ({ who }) => `${who.login} incident commander`,
  settles: 'all',
})

const took = (how: 'taken' | 'appointed' | 'handed-off', acting: boolean): string => {
  const command = acting ? 'command as acting incident commander' : 'command'
  switch (how) {
    case 'taken':
      return `took ${command}`
    case 'appointed':
      return `was appointed ${acting ? 'acting incident commander' : 'incident commander'}`
    case 'handed-off':
      return `was handed ${command}`
  }
}
