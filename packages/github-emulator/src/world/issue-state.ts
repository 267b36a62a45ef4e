import { demand } from './access.ts'
import { tell, visibleIssue, writableIssue } from './issue-access.ts'
import { mailFollowers } from './mail.ts'
import { GitHubRefusal } from './refusal.ts'
import { record } from './timeline.ts'
import type { Actor } from './types/accounts.ts'
import type { Issue, LockReason, StateReason } from './types/issues.ts'
import type { World } from './types/world.ts'
import { stamp } from './world.ts'

/** By what an issue was closed, if not by hand. */
export type Closer = { pullId?: number; commitOid?: string }

/** Close it. Closing again is nothing new, unless the reason is another. */
export const closeIssue = (
  world: World,
  actor: Actor,
  issueId: number,
  reason: StateReason = 'completed',
  duplicateOfId?: number,
): Issue => {
  const { issue } = visibleIssue(world, actor, issueId)
  writableIssue(world, actor, issueId, issue.authorId === actor.user ? 'read' : 'triage')
  const stateReason = reason === 'reopened' ? 'completed' : reason
  const canonicalId = stateReason === 'duplicate' ? duplicateOfId : undefined
  if (canonicalId !== undefined) visibleIssue(world, actor, canonicalId)
  if (canonicalId === issueId) throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Issue cannot be a duplicate of itself')
  markClosed(world, actor, issue, stateReason, {}, canonicalId)
  return issue
}

/** Closed as a fact, with no question of rights: merging a pull request closes issues this way too. */
export const markClosed = (
  world: World,
  actor: Actor,
  issue: Issue,
  stateReason: StateReason | null,
  closer: Closer = {},
  duplicateOfId?: number,
): void => {
  if (issue.state === 'closed' && issue.stateReason === stateReason) return
  if (duplicateOfId !== undefined) {
    issue.duplicateOfId = duplicateOfId
    record(world, actor, issue.id, { event: 'marked_as_duplicate', canonicalId: duplicateOfId })
  }
  issue.state = 'closed'
  issue.stateReason = issue.pullId === null ? stateReason : null
  issue.closedAt = stamp(world)
  issue.closedById = actor.user
  const closerPullId = closer.pullId ?? null
  const detail = { stateReason: issue.stateReason, closerPullId, commitOid: closer.commitOid ?? null }
  record(world, actor, issue.id, { event: 'closed', ...detail })
  tell(world, actor, issue, 'closed', duplicateOfId === undefined ? {} : { duplicateOf: duplicateOfId })
  mailFollowers(world, actor, { issue, body: `Closed #${issue.number}.` })
}

export const reopenIssue = (world: World, actor: Actor, issueId: number): Issue => {
  const { issue } = visibleIssue(world, actor, issueId)
  // Somebody without rights may reopen only what he closed himself.
  const own = issue.authorId === actor.user && issue.closedById === actor.user
  writableIssue(world, actor, issueId, own ? 'read' : 'triage')
  if (issue.state === 'open') return issue
  const canonicalId = issue.duplicateOfId
  issue.state = 'open'
  issue.stateReason = issue.pullId === null ? 'reopened' : null
  issue.duplicateOfId = null
  issue.closedAt = null
  issue.closedById = null
  if (canonicalId !== null) record(world, actor, issueId, { event: 'unmarked_as_duplicate', canonicalId })
  record(world, actor, issueId, { event: 'reopened', stateReason: issue.stateReason })
  tell(world, actor, issue, 'reopened')
  mailFollowers(world, actor, { issue, body: `Reopened #${issue.number}.` })
  return issue
}

/** From now on only people with write access may comment. Locking again changes only the reason. */
export const lockIssue = (world: World, actor: Actor, issueId: number, reason: LockReason | null = null): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  if (issue.locked && issue.lockReason === reason) return issue
  issue.locked = true
  issue.lockReason = reason
  record(world, actor, issueId, { event: 'locked', lockReason: reason })
  tell(world, actor, issue, 'locked')
  return issue
}

export const unlockIssue = (world: World, actor: Actor, issueId: number): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  if (!issue.locked) return issue
  issue.locked = false
  issue.lockReason = null
  record(world, actor, issueId, { event: 'unlocked' })
  tell(world, actor, issue, 'unlocked')
  return issue
}

export const pinIssue = (world: World, actor: Actor, issueId: number, pinned = true): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'write')
  if (issue.pinned === pinned) return issue
  issue.pinned = pinned
  record(world, actor, issueId, { event: pinned ? 'pinned' : 'unpinned' })
  tell(world, actor, issue, pinned ? 'pinned' : 'unpinned')
  return issue
}

/** Gone with its comments; links to and from it end without events, and its number is never given again. */
export const deleteIssue = (world: World, actor: Actor, issueId: number): void => {
  const { issue, repository } = visibleIssue(world, actor, issueId)
  demand(world, actor, repository, 'issues', 'admin', 'admin')
  const { state } = world
  state.issues.delete(issueId)
  state.timelines.delete(issueId)
  state.numbers.get(repository.id)?.delete(issue.number)
  for (const comment of state.comments.values()) if (comment.issueId === issueId) state.comments.delete(comment.id)
  for (const other of state.issues.values()) {
    if (other.parentId === issueId) other.parentId = null
    other.subIssueIds = other.subIssueIds.filter(id => id !== issueId)
    other.blockedByIds = other.blockedByIds.filter(id => id !== issueId)
    other.blockingIds = other.blockingIds.filter(id => id !== issueId)
  }
  tell(world, actor, issue, 'deleted', { deletedIssue: issue })
}
