import { visibleIssue, writableIssue } from './issue-access.ts'
import { GitHubRefusal } from './refusal.ts'
import { record } from './timeline.ts'
import type { Actor } from './types/accounts.ts'
import type { Issue } from './types/issues.ts'
import type { World, WorldState } from './types/world.ts'
import { happen } from './world.ts'

const mostChildren = 100
/** The documentation's eight levels: the root and seven layers under it. */
const mostLayers = 7

/** Put an issue under another, last. Closed children count towards the hundred. */
export const addSubIssue = (
  world: World,
  actor: Actor,
  parentId: number,
  childId: number,
  more: { replaceParent?: boolean } = {},
): Issue => {
  const { issue: parent } = writableIssue(world, actor, parentId, 'triage')
  const { issue: child } = visibleIssue(world, actor, childId)
  if (parent.pullId !== null || child.pullId !== null) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  demandLink(world.state, parent, child, more.replaceParent ?? false)
  if (child.parentId !== null) removeSubIssue(world, actor, child.parentId, childId)
  parent.subIssueIds.push(childId)
  child.parentId = parentId
  record(world, actor, parentId, { event: 'sub_issue_added', subIssueId: childId })
  record(world, actor, childId, { event: 'parent_issue_added', parentId })
  announce(world, actor, parent, child, 'added')
  return parent
}

const demandLink = (state: WorldState, parent: Issue, child: Issue, replaceParent: boolean): void => {
  if (child.parentId === parent.id) {
    throw refused('Issue may not contain duplicate sub-issues and Sub issue may only have one parent')
  }
  if (child.parentId !== null && !replaceParent) throw refused('Sub issue may only have one parent')
  if (child.id === parent.id) throw refused('Sub issue cannot be the same as the parent issue')
  if (ancestorsOf(state, parent).includes(child.id)) throw refused('Sub issue may not create a circular dependency')
  demandRoom(state, parent, depthBelow(state, child))
}

/** Whether a child with this many layers of its own finds room; an issue that is only to be created has none. */
export const demandRoom = (state: WorldState, parent: Issue, below = 0): void => {
  if (parent.subIssueIds.length >= mostChildren)
    throw refused(`Parent cannot have more than ${mostChildren} sub-issues`)
  if (ancestorsOf(state, parent).length + 1 + below <= mostLayers) return
  const advice = 'To add a sub-issue, remove a parent issue at any level.'
  throw refused(`You can’t add more than ${mostLayers} layers of sub-issues. ${advice}`)
}

const refused = (reason: string): GitHubRefusal => {
  const message = `An error occurred while adding the sub-issue to the parent issue. ${reason}`
  return new GitHubRefusal(422, 'UNPROCESSABLE', message, { graphql: reason })
}

const ancestorsOf = (state: WorldState, issue: Issue): number[] => {
  const parent = issue.parentId === null ? undefined : state.issues.get(issue.parentId)
  return parent ? [parent.id, ...ancestorsOf(state, parent)] : []
}

/** How many levels hang under an issue. */
const depthBelow = (state: WorldState, issue: Issue): number => {
  const children = issue.subIssueIds.flatMap(id => state.issues.get(id) ?? [])
  return children.length === 0 ? 0 : 1 + Math.max(...children.map(child => depthBelow(state, child)))
}

/** Take it out again; both issues keep the event. */
export const removeSubIssue = (world: World, actor: Actor, parentId: number, childId: number): Issue => {
  const { issue: parent } = writableIssue(world, actor, parentId, 'triage')
  const child = world.state.issues.get(childId)
  if (!child || child.parentId !== parentId) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  parent.subIssueIds = parent.subIssueIds.filter(id => id !== childId)
  child.parentId = null
  record(world, actor, parentId, { event: 'sub_issue_removed', subIssueId: childId })
  record(world, actor, childId, { event: 'parent_issue_removed', parentId })
  announce(world, actor, parent, child, 'removed')
  return parent
}

/** Move it behind `afterId` or before `beforeId`; without either, to the front. Order leaves no event. */
export const reprioritizeSubIssue = (
  world: World,
  actor: Actor,
  parentId: number,
  childId: number,
  place: { afterId?: number; beforeId?: number },
): Issue => {
  const { issue: parent } = writableIssue(world, actor, parentId, 'triage')
  const rest = parent.subIssueIds.filter(id => id !== childId)
  const neighbour = place.afterId ?? place.beforeId
  const missing = neighbour !== undefined && !rest.includes(neighbour)
  if (rest.length === parent.subIssueIds.length || missing) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  const at = neighbour === undefined ? 0 : rest.indexOf(neighbour) + (place.afterId === undefined ? 0 : 1)
  parent.subIssueIds = [...rest.slice(0, at), childId, ...rest.slice(at)]
  return parent
}

export const subIssuesSummary = (
  state: WorldState,
  issue: Issue,
): { total: number; completed: number; percentCompleted: number } => {
  const children = issue.subIssueIds.flatMap(id => state.issues.get(id) ?? [])
  const completed = children.filter(child => child.state === 'closed').length
  const total = children.length
  return { total, completed, percentCompleted: total === 0 ? 0 : Math.floor((completed * 100) / total) }
}

/** One link makes two deliveries, one for each end. */
const announce = (world: World, actor: Actor, parent: Issue, child: Issue, done: 'added' | 'removed'): void => {
  const ends = { parent: parent.id, subIssue: child.id }
  happen(world, actor, { event: 'sub_issues', action: `sub_issue_${done}`, repository: parent.repositoryId, ...ends })
  happen(world, actor, { event: 'sub_issues', action: `parent_issue_${done}`, repository: child.repositoryId, ...ends })
}
