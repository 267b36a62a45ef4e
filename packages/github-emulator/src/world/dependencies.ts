import { visibleIssue, writableIssue } from './issue-access.ts'
import { GitHubRefusal } from './refusal.ts'
import { record } from './timeline.ts'
import type { Actor } from './types/accounts.ts'
import type { Issue } from './types/issues.ts'
import type { World, WorldState } from './types/world.ts'
import { happen } from './world.ts'

const mostBlockers = 50

/** From now on `issueId` waits for `blockingId`. */
export const addBlockedBy = (world: World, actor: Actor, issueId: number, blockingId: number): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  const { issue: blocking } = visibleIssue(world, actor, blockingId)
  demandLink(world.state, issue, blocking)
  issue.blockedByIds.push(blockingId)
  blocking.blockingIds.push(issueId)
  record(world, actor, issueId, { event: 'blocked_by_added', blockingId })
  record(world, actor, blockingId, { event: 'blocking_added', blockedId: issueId })
  announce(world, actor, issue, blocking, 'added')
  return issue
}

/** "has already been taken" is what people report; the sentences for the other cases are ours. */
const demandLink = (state: WorldState, issue: Issue, blocking: Issue): void => {
  if (issue.pullId !== null || blocking.pullId !== null) throw refused('Target issue must be an issue')
  if (issue.id === blocking.id) throw refused('Source issue and target issue cannot be the same')
  if (issue.blockedByIds.includes(blocking.id)) throw refused('Target issue has already been taken')
  if (waitsFor(state, blocking, issue.id)) throw refused('Dependency would create a cycle')
  if (issue.blockedByIds.length >= mostBlockers || blocking.blockingIds.length >= mostBlockers) {
    throw refused(`An issue cannot have more than ${mostBlockers} dependencies of one type`)
  }
}

const waitsFor = (state: WorldState, issue: Issue, wanted: number): boolean =>
  issue.blockedByIds.some(id => {
    const blocker = state.issues.get(id)
    return id === wanted || (blocker !== undefined && waitsFor(state, blocker, wanted))
  })

const refused = (reason: string): GitHubRefusal =>
  new GitHubRefusal(422, 'UNPROCESSABLE', `Validation Failed: ${reason}`, { graphql: reason })

export const removeBlockedBy = (world: World, actor: Actor, issueId: number, blockingId: number): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  const blocking = world.state.issues.get(blockingId)
  if (!blocking || !issue.blockedByIds.includes(blockingId)) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  issue.blockedByIds = issue.blockedByIds.filter(id => id !== blockingId)
  blocking.blockingIds = blocking.blockingIds.filter(id => id !== issueId)
  record(world, actor, issueId, { event: 'blocked_by_removed', blockingId })
  record(world, actor, blockingId, { event: 'blocking_removed', blockedId: issueId })
  announce(world, actor, issue, blocking, 'removed')
  return issue
}

/** One link makes two deliveries, one for each end. */
const announce = (world: World, actor: Actor, blocked: Issue, blocking: Issue, done: 'added' | 'removed'): void => {
  const ends = { blocked: blocked.id, blocking: blocking.id }
  const event = 'issue_dependencies'
  happen(world, actor, { event, action: `blocked_by_${done}`, repository: blocked.repositoryId, ...ends })
  happen(world, actor, { event, action: `blocking_${done}`, repository: blocking.repositoryId, ...ends })
}
