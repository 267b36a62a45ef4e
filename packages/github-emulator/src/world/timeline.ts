import { nodeId } from './node-ids.ts'
import type { Actor } from './types/accounts.ts'
import type { TimelineDetail, TimelineEvent } from './types/timeline.ts'
import type { World, WorldState } from './types/world.ts'
import { nextId, stamp } from './world.ts'

/** Write down what happened to an issue, and that it changed. */
export const record = (world: World, actor: Actor, issueId: number, detail: TimelineDetail): TimelineEvent => {
  const id = nextId(world, 'event')
  const common = { id, nodeId: nodeId('Event', id), issueId, actorId: actor.user, createdAt: stamp(world) }
  const event: TimelineEvent = { ...common, ...detail }
  const events = world.state.timelines.get(issueId) ?? []
  events.push(event)
  world.state.timelines.set(issueId, events)
  touch(world, issueId)
  return event
}

export const touch = (world: World, issueId: number): void => {
  const issue = world.state.issues.get(issueId)
  if (issue) issue.updatedAt = stamp(world)
}

/** Oldest first. */
export const timelineOf = (state: WorldState, issueId: number): TimelineEvent[] => state.timelines.get(issueId) ?? []
