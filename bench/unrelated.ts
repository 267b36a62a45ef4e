import type { Delivery } from 'github-emulator'
import { owner, repo } from '../src/drill/stage.ts'
import { type EventTarget, eventTarget, jobTarget, saidIn } from '../src/runtime/event-target.ts'
import { isWorthALook } from '../src/runtime/is-worth-a-look.ts'
import type { BenchPlace } from './incident.ts'
import { look } from './run.ts'

/** What happens in a repository all day and concerns no incident, or says nothing to us. */
type Happening = {
  readonly name: string
  /** Requests at both entry points together. */
  readonly budget: number
  readonly happens: (place: BenchPlace, incident: number, other: number) => void
}

const happenings: readonly Happening[] = [
  {
    name: 'a comment without a command on the incident',
    budget: 0,
    happens: (place, incident) => place.say('bob', incident, 'The log has nothing before ten, and/or was cut.'),
  },
  {
    name: 'a comment without a command on a step',
    budget: 0,
    happens: (place, incident) => place.say('bob', incident, 'Waiting for the console.', place.stepsOf(incident)[0]),
  },
  {
    name: 'a comment on another issue',
    budget: 0,
    happens: (place, _incident, other) => place.say('bob', other, 'Works for me.'),
  },
  {
    // whether an issue without its label has a record is not known before it is looked at
    name: 'a line like a command on another issue',
    budget: 2,
    happens: (place, _incident, other) => place.say('bob', other, '/assign @alice'),
  },
]

type Door = (event: string, payload: unknown) => Promise<EventTarget>

/** What each deployment makes of an event. */
const doors: readonly Door[] = [
  async (event, payload) => {
    const found = eventTarget(event, payload, 'tocsin[bot]')
    const isWorth = found.is !== 'incident' || (await isWorthALook(found.needs, saidIn(event, payload)))
    return isWorth ? found : { is: 'nothing' }
  },
  async (event, payload) => jobTarget(event, payload),
]

export type Unrelated = { readonly name: string; readonly budget: number; readonly requests: number }

/** What these cost at both doors together: each delivery through the trigger, and a run for every incident it names. */
export const measureUnrelated = async (place: BenchPlace, incident: number): Promise<readonly Unrelated[]> => {
  const other = place.report('bob')
  const heard: Delivery[] = []
  const stop = place.emulator.webhooks.on(delivery => void heard.push(delivery))
  const measured: Unrelated[] = []
  for (const { name, budget, happens } of happenings) {
    happens(place, incident, other)
    await place.emulator.deliveries.idle()
    if (heard.length === 0) throw new Error(`${name}: GitHub told nobody`)
    measured.push({ name, budget, requests: await costOf(place, heard.splice(0)) })
  }
  stop()
  return measured
}

const costOf = async (place: BenchPlace, deliveries: readonly Delivery[]): Promise<number> => {
  let requests = 0
  for (const { event, payload } of deliveries) {
    for (const door of doors) {
      const found = await door(event, payload)
      if (found.is === 'resync') throw new Error(`a resync of ${owner}/${repo} for ${event}`)
      const numbers = found.is === 'incident' ? found.incidents.map(({ number }) => number) : []
      for (const number of numbers) requests += (await look(place, number)).sent.length
    }
  }
  return requests
}
