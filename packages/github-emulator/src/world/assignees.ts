import { isAssignable } from './access.ts'
import { tell, writableIssue } from './issue-access.ts'
import { mailTo } from './mail.ts'
import { repositoryById } from './repositories.ts'
import { record } from './timeline.ts'
import type { Actor } from './types/accounts.ts'
import type { Issue } from './types/issues.ts'
import type { World } from './types/world.ts'

const mostAssignees = 10

/** Assign whoever can be assigned: the others, and all beyond ten, are dropped without a word, as GitHub does. */
export const addAssignees = (world: World, actor: Actor, issueId: number, userIds: readonly number[]): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  applyAssignees(world, actor, issue, [...issue.assigneeIds, ...userIds])
  return issue
}

export const removeAssignees = (world: World, actor: Actor, issueId: number, userIds: readonly number[]): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  const kept = issue.assigneeIds.filter(id => !userIds.includes(id))
  applyAssignees(world, actor, issue, kept)
  return issue
}

export const setAssignees = (world: World, actor: Actor, issueId: number, userIds: readonly number[]): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  applyAssignees(world, actor, issue, userIds)
  return issue
}

export const applyAssignees = (world: World, actor: Actor, issue: Issue, userIds: readonly number[]): void => {
  settleAssignees(world, actor, issue, userIds)()
}

/** Make the assignees these, then tell; whoever already is one stays even if no longer assignable. */
export const settleAssignees = (world: World, actor: Actor, issue: Issue, userIds: readonly number[]): (() => void) => {
  const repository = repositoryById(world.state, issue.repositoryId)
  const before = issue.assigneeIds
  const possible = [...new Set(userIds)].filter(id => before.includes(id) || isAssignable(world.state, repository, id))
  const wanted = possible.slice(0, mostAssignees)
  issue.assigneeIds = wanted
  return () => {
    for (const id of before) if (!wanted.includes(id)) mark(world, actor, issue, 'unassigned', id)
    for (const id of wanted) if (!before.includes(id)) mark(world, actor, issue, 'assigned', id)
  }
}

const mark = (world: World, actor: Actor, issue: Issue, event: 'assigned' | 'unassigned', assigneeId: number): void => {
  record(world, actor, issue.id, { event, assigneeId })
  tell(world, actor, issue, event, { assignee: assigneeId })
  if (event === 'assigned')
    mailTo(world, actor, assigneeId, 'assign', { issue, body: `Assigned #${issue.number} to you.` })
}
