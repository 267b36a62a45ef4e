import type { Actor, Stamp } from './types/accounts.ts'
import type { DomainEvent } from './types/domain-events.ts'
import type { World, WorldState } from './types/world.ts'

/** An empty GitHub. The clock is the caller's: nothing in this room reads the real time. */
export const createWorld = (now: () => Date = () => new Date(), signingSeed = 'github-emulator'): World => ({
  state: emptyState(signingSeed),
  now,
  listeners: [],
})

const emptyState = (signingSeed: string): WorldState => ({
  counters: {},
  accounts: new Map(),
  apps: new Map(),
  teams: new Map(),
  memberships: [],
  repositories: new Map(),
  renames: new Map(),
  labels: new Map(),
  issues: new Map(),
  numbers: new Map(),
  transfers: new Map(),
  comments: new Map(),
  timelines: new Map(),
  pulls: new Map(),
  checkRuns: new Map(),
  objects: new Map(),
  watchers: new Map(),
  domainEvents: [],
  signingSeed,
  mail: [],
})

/** A deep copy to return to or to read from later. Git objects never change, so the copies share them. */
export const checkpoint = (world: World): WorldState => {
  const { objects, ...rest } = world.state
  return { ...structuredClone(rest), objects: shareObjects(objects) }
}

/** Back to a checkpoint, which stays usable afterwards. */
export const restore = (world: World, state: WorldState): void => {
  const { objects, ...rest } = state
  world.state = { ...structuredClone(rest), objects: shareObjects(objects) }
}

const shareObjects = (objects: WorldState['objects']): WorldState['objects'] =>
  new Map([...objects].map(([repository, store]) => [repository, new Map(store)]))

/** GitHub's times have whole seconds. */
export const stamp = (world: World): Stamp =>
  world
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')

const firstIds: Record<string, number> = {
  account: 1000,
  app: 2000,
  team: 3000,
  repository: 400000,
  label: 5000000,
  issue: 30000000,
  pull: 60000000,
  comment: 70000000,
  event: 80000000,
  ruleset: 9000,
}

/** The next number of a kind. Kinds start far apart, so that an id taken for another kind's (or for an issue's number) fails. */
export const nextId = (world: World, kind: string): number => {
  const next = (world.state.counters[kind] ?? firstIds[kind] ?? 10000) + 1
  world.state.counters[kind] = next
  return next
}

/** Tell what was done: the shell makes webhooks of it. */
export const happen = (world: World, by: Actor, what: Omit<DomainEvent, 'id' | 'at' | 'by'>): DomainEvent => {
  const event: DomainEvent = { id: nextId(world, 'domain-event'), at: stamp(world), by, ...what }
  world.state.domainEvents.push(event)
  for (const listener of world.listeners) listener(event)
  return event
}
