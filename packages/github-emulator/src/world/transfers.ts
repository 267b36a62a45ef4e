import { demand } from './access.ts'
import { tell, visibleIssue } from './issue-access.ts'
import { nodeId } from './node-ids.ts'
import { GitHubRefusal } from './refusal.ts'
import { repositoryById } from './repositories.ts'
import { record } from './timeline.ts'
import type { Actor } from './types/accounts.ts'
import type { Issue } from './types/issues.ts'
import type { Repository } from './types/repositories.ts'
import type { World, WorldState } from './types/world.ts'
import { nextId } from './world.ts'

/**
 * Move an issue to another repository of the same owner: there it is a new issue, with a new number and new ids.
 * Comments, assignees and links go along; labels only where one of that name is there already.
 */
export const transferIssue = (world: World, actor: Actor, issueId: number, toRepositoryId: number): Issue => {
  const { issue, repository: from } = visibleIssue(world, actor, issueId)
  const to = repositoryById(world.state, toRepositoryId)
  demand(world, actor, from, 'issues', 'write', 'write')
  demand(world, actor, to, 'issues', 'write', 'write')
  demandTransferable(issue, from, to)
  const moved = moveTo(world, issue, to)
  relink(world.state, issue.id, moved.id)
  record(world, actor, moved.id, { event: 'transferred', fromRepositoryId: from.id })
  tell(world, actor, issue, 'transferred', { deletedIssue: issue, movedTo: moved.id })
  tell(world, actor, moved, 'opened', { movedFrom: issue })
  return moved
}

const demandTransferable = (issue: Issue, from: Repository, to: Repository): void => {
  if (issue.pullId !== null) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  const leak = from.visibility !== 'public' && to.visibility === 'public'
  if (from.ownerId !== to.ownerId || from.id === to.id || leak) {
    throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Issue cannot be transferred to this repository')
  }
}

const moveTo = (world: World, issue: Issue, to: Repository): Issue => {
  const { state } = world
  const id = nextId(world, 'issue')
  const named = issue.labelIds.map(label => state.labels.get(label)?.name)
  const labelIds = [...state.labels.values()].filter(one => one.repositoryId === to.id && named.includes(one.name))
  const moved: Issue = {
    ...issue,
    id,
    nodeId: nodeId('Issue', id),
    repositoryId: to.id,
    number: to.nextNumber++,
    labelIds: labelIds.map(label => label.id),
  }
  state.issues.delete(issue.id)
  state.numbers.get(issue.repositoryId)?.delete(issue.number)
  state.issues.set(id, moved)
  state.numbers.get(to.id)?.set(moved.number, id)
  rememberMove(state, issue, id)
  state.timelines.set(
    id,
    (state.timelines.get(issue.id) ?? []).map(event => ({ ...event, issueId: id })),
  )
  state.timelines.delete(issue.id)
  return moved
}

/** The number leads to where the issue is now, from every repository that it was in. */
const rememberMove = ({ transfers }: WorldState, { id, number, repositoryId }: Issue, now: number): void => {
  for (const numbers of transfers.values()) {
    for (const [before, at] of numbers) if (at === id) numbers.set(before, now)
  }
  transfers.set(repositoryId, new Map(transfers.get(repositoryId)).set(number, now))
}

/** Whatever pointed at the old issue points at the new one. */
const relink = (state: WorldState, from: number, to: number): void => {
  const follow = (id: number) => (id === from ? to : id)
  const repositoryId = state.issues.get(to)?.repositoryId ?? 0
  for (const comment of state.comments.values()) {
    if (comment.issueId === from) Object.assign(comment, { issueId: to, repositoryId })
  }
  for (const issue of state.issues.values()) {
    if (issue.parentId === from) issue.parentId = to
    issue.subIssueIds = issue.subIssueIds.map(follow)
    issue.blockedByIds = issue.blockedByIds.map(follow)
    issue.blockingIds = issue.blockingIds.map(follow)
  }
}
