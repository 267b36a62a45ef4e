import type { Actor, Stamp } from './types/accounts.ts'
import type { Happening } from './types/happenings.ts'
import type { World, WorldState } from './types/world.ts'

/** An empty GitHub. The clock is the caller's: nothing in this room reads the real time. */
export function createWorld(now: () => Date = () => new Date(), signingSeed = 'github-emulator'): World {
  return { state: emptyState(signingSeed), now, listeners: [] }
}

function emptyState(signingSeed: string): WorldState {
  return {
    counters: {},
    accounts: new Map(),
    apps: new Map(),
    teams: new Map(),
    memberships: [],
    repositories: new Map(),
    labels: new Map(),
    issues: new Map(),
    numbers: new Map(),
    comments: new Map(),
    timelines: new Map(),
    pulls: new Map(),
    checkRuns: new Map(),
    objects: new Map(),
    watchers: new Map(),
    signingSeed,
    happenings: [],
    mail: [],
  }
}

/** A deep copy to return to or to read from later. Git objects never change, so the copies share them. */
export function checkpoint(world: World): WorldState {
  const { objects, ...rest } = world.state
  return { ...structuredClone(rest), objects: shareObjects(objects) }
}

/** Back to a checkpoint, which stays usable afterwards. */
export function restore(world: World, state: WorldState): void {
  const { objects, ...rest } = state
  world.state = { ...structuredClone(rest), objects: shareObjects(objects) }
}

function shareObjects(objects: WorldState['objects']): WorldState['objects'] {
  return new Map([...objects].map(([repository, store]) => [repository, new Map(store)]))
}

/** GitHub's times have whole seconds. */
export function stamp(world: World): Stamp {
  return world
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
}

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
export function nextId(world: World, kind: string): number {
  const next = (world.state.counters[kind] ?? firstIds[kind] ?? 10000) + 1
  world.state.counters[kind] = next
  return next
}

/** Tell what was done: the shell makes webhooks of it. */
export function happen(world: World, by: Actor, what: Omit<Happening, 'id' | 'at' | 'by'>): Happening {
  const happening: Happening = { id: nextId(world, 'happening'), at: stamp(world), by, ...what }
  world.state.happenings.push(happening)
  for (const listener of world.listeners) listener(happening)
  return happening
}
