import type { Name } from '../src/drill/acme.ts'
import type { BenchPlace } from './incident.ts'
import { rest, settle } from './run.ts'

/** How much was said on an incident and its steps together, and how many of it since the product last looked. */
export type Talk = { readonly comments: number; readonly fresh: number }

/** Where people talk: on the incident and on its steps in turn, or on one page alone. */
export type Spread = 'everywhere' | 'incident' | 'step'

const people: readonly Name[] = ['dana', 'bob', 'alice', 'gwen', 'hugo', 'carol']

/** Says so many things, none of them a command, one every `seconds`. */
export const talk = (place: BenchPlace, incident: number, count: number, spread: Spread, seconds = 10): void => {
  const steps = place.stepsOf(incident)
  for (let index = 0; index < count; index += 1) {
    const who = people[index % people.length] ?? 'dana'
    const everywhere = index % 2 === 0 ? undefined : steps[((index - 1) / 2) % steps.length]
    const step = spread === 'everywhere' ? everywhere : spread === 'step' ? steps[1] : undefined
    place.say(who, incident, `Looked at host ${index}: nothing in its log before ten, @${who} has the rest.`, step)
    place.wait(seconds / 60)
  }
}

/**
 * An incident with its commander, after that much talk. All but what is fresh was said before the product last recorded
 * something, and longer ago than the window that it looks back.
 */
export const talkedOver = async (place: BenchPlace, { comments, fresh }: Talk): Promise<number> => {
  const incident = place.declare('bob')
  await rest(place, incident)
  place.wait(3)
  place.say('dana', incident, '/ic')
  await settle(place, incident)
  talk(place, incident, comments - fresh, 'everywhere')
  place.wait(15)
  place.say('dana', incident, '/timeline 21:40Z first sign-in from the unknown address')
  await settle(place, incident)
  place.wait(30)
  talk(place, incident, fresh, 'everywhere')
  return incident
}
