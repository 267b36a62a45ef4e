import type { BenchPlace } from './incident.ts'
import type { Sent } from './meter.ts'
import { look, settle } from './run.ts'

/** Something that happens on an open incident, and what the product sends for it. */
export type Case = {
  readonly name: string
  /** The most requests that it may take; null: none was promised. */
  readonly budget: number | null
  readonly measure: (place: BenchPlace, incident: number) => Promise<readonly Sent[]>
}

const accepted: Case = {
  name: 'accepted command on the incident',
  budget: 4,
  measure: (place, incident) => {
    place.say('dana', incident, '/severity SEV-1 the build server signs our releases')
    return settle(place, incident)
  },
}

const finished: Case = {
  name: 'accepted command on a step',
  budget: 4,
  measure: (place, incident) => {
    place.say('dana', incident, 'Stopped, not deleted.\n\n/done', place.stepsOf(incident)[0])
    return settle(place, incident)
  },
}

const refused: Case = {
  name: 'refused command',
  budget: 4,
  measure: (place, incident) => {
    place.say('mallory', incident, '/severity SEV-4 it was only me testing')
    return settle(place, incident)
  },
}

const several: Case = {
  name: 'five comments with commands, read by one run',
  budget: 4,
  measure: (place, incident) => {
    place.say('dana', incident, '/severity SEV-1 the build server signs our releases')
    place.say('mallory', incident, '/severity SEV-4 it was only me testing')
    place.say('bob', incident, '/timeline 21:40Z first sign-in from the unknown address')
    place.say('alice', incident, '/timeline 21:41Z a job that nobody ordered')
    place.say('dana', incident, '/done', place.stepsOf(incident)[0])
    return settle(place, incident)
  },
}

const role: Case = {
  name: 'a role assigned, with all of its steps',
  budget: null,
  measure: (place, incident) => {
    place.say('dana', incident, '/assign security @hugo')
    return settle(place, incident)
  },
}

const reply: Case = {
  name: 'repair: killed before its reply, resumed after the lease',
  budget: 4,
  measure: async (place, incident) => {
    place.say('mallory', incident, '/severity SEV-4 it was only me testing')
    return afterDeath(place, incident)
  },
}

const edits: Case = {
  name: 'repair: killed before its edits',
  budget: 4,
  measure: async (place, incident) => {
    place.say('dana', incident, '/severity SEV-1 the build server signs our releases')
    return afterDeath(place, incident)
  },
}

/** Killed once the events are recorded, with nothing of what they ask for done. */
const afterDeath = async (place: BenchPlace, incident: number): Promise<readonly Sent[]> => {
  const { outcome } = await look(place, incident, 2)
  if (outcome !== null) throw new Error('it was to be killed')
  place.wait(2)
  return settle(place, incident)
}

const quiet: Case = { name: 'a resync of an incident with nothing to do', budget: 1, measure: settle }

export const closed: Case = {
  name: 'closing, with tag, post-mortem, pull request and reviewers',
  budget: null,
  measure: async (place, incident) => {
    place.say('dana', incident, '/rule-out insider the key came from malware on one laptop')
    place.say('carol', incident, '/approve external the customers of the last release must know')
    place.say('dana', incident, '/approve external counsel agrees, the events are checked')
    await settle(place, incident)
    // in the order of the checklist, but for the step that waits for one below it
    for (const step of place.steps === 14 ? place.stepsOf(incident).toSorted(lateLast) : []) {
      place.say('dana', incident, '/done', step)
      place.wait(1 / 60)
    }
    await look(place, incident)
    place.wait(2)
    await settle(place, incident)
    place.wait(20)
    place.close('dana', incident)
    return settle(place, incident)
  },
}

const late = ['analyse', 'tell-company', 'involve-law', 'warn-partners', 'tell-public']
const lateLast = (a: string, b: string): number => late.indexOf(a) - late.indexOf(b)

/** Everything that is measured on an open incident. */
export const cases: readonly Case[] = [accepted, finished, refused, several, role, closed, reply, edits, quiet]
