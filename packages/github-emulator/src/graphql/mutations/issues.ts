import { accountByLogin } from '../../world/accounts.ts'
import { addAssignees, removeAssignees, setAssignees } from '../../world/assignees.ts'
import { closeIssue, deleteIssue, lockIssue, pinIssue, reopenIssue, unlockIssue } from '../../world/issue-state.ts'
import { createIssue, type NewIssue, updateIssue } from '../../world/issues.ts'
import { GitHubRefusal } from '../../world/refusal.ts'
import { transferIssue } from '../../world/transfers.ts'
import type { Issue, LockReason, StateReason } from '../../world/types/issues.ts'
import type { Context } from '../context.ts'
import { node, type Source } from '../fields.ts'
import { idOf, issueIdOf, repositoryOf } from '../nodes.ts'
import { issueNode, repositoryNode } from '../types/nodes.ts'
import { mutationsOf } from './perform.ts'

const answer = (issue: Issue) => ({ issue: node('Issue', issue) })

const peopleOf = (context: Context, ids: readonly string[] | null | undefined): number[] =>
  (ids ?? []).map(id => idOf(context, id, 'User', 'Bot'))

const labelsOf = (context: Context, ids: readonly string[] | null | undefined): number[] =>
  (ids ?? []).map(id => idOf(context, id, 'Label'))

type Create = {
  readonly repositoryId: string
  readonly title: string
  readonly body?: string | null
  readonly labelIds?: string[] | null
  readonly assigneeIds?: string[] | null
  readonly parentIssueId?: string | null
}

type Update = {
  readonly id: string
  readonly title?: string | null
  readonly body?: string | null
  readonly state?: 'OPEN' | 'CLOSED' | null
  readonly labelIds?: string[] | null
  readonly assigneeIds?: string[] | null
}

const create = (input: Create, context: Context): object => {
  const { world, viewer } = context
  const repository = repositoryOf(context, input.repositoryId)
  const wanted: NewIssue = {
    title: input.title,
    body: input.body ?? '',
    labelIds: labelsOf(context, input.labelIds),
    assigneeIds: peopleOf(context, input.assigneeIds),
    ...(input.parentIssueId ? { parentId: idOf(context, input.parentIssueId, 'Issue') } : {}),
  }
  return answer(createIssue(world, viewer, repository.id, wanted))
}

const update = (input: Update, context: Context): object => {
  const { world, viewer } = context
  const issueId = idOf(context, input.id, 'Issue')
  const changes = {
    ...(input.title == null ? {} : { title: input.title }),
    ...(input.body == null ? {} : { body: input.body }),
    ...(input.labelIds == null ? {} : { labelIds: labelsOf(context, input.labelIds) }),
    ...(input.assigneeIds == null ? {} : { assigneeIds: peopleOf(context, input.assigneeIds) }),
    ...(input.state == null ? {} : { state: input.state === 'OPEN' ? ('open' as const) : ('closed' as const) }),
  }
  return answer(updateIssue(world, viewer, issueId, changes))
}

const lockReasons: Record<string, LockReason> = {
  OFF_TOPIC: 'off-topic',
  TOO_HEATED: 'too heated',
  RESOLVED: 'resolved',
  SPAM: 'spam',
}

type Assign = { readonly assignableId: string; readonly assigneeIds: string[] }
type Replace = {
  readonly assignableId: string
  readonly actorIds?: string[] | null
  readonly actorLogins?: string[] | null
}

const assignable = (context: Context, issue: Issue): object => ({ assignable: issueNode(context, issue) })

const replaceActors = (input: Replace, context: Context): object => {
  const logins = (input.actorLogins ?? []).map(login => {
    const account = accountByLogin(context.world.state, login)
    if (account) return account.id
    throw new GitHubRefusal(404, 'NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`)
  })
  const ids = [...peopleOf(context, input.actorIds), ...logins]
  return assignable(context, setAssignees(context.world, context.viewer, issueIdOf(context, input.assignableId), ids))
}

const lockedRecord = (context: Context, issue: Issue): Source | null => issueNode(context, issue)

/** Issues themselves: what they say, whose they are, open or closed, locked or not. */
export const issueMutations = mutationsOf({
  createIssue: create,
  updateIssue: update,
  closeIssue: (
    input: {
      readonly issueId: string
      readonly stateReason?: string | null
      readonly duplicateIssueId?: string | null
    },
    context: Context,
  ) => {
    const reason = (input.stateReason?.toLowerCase() ?? 'completed') as StateReason
    const canonical = input.duplicateIssueId ? idOf(context, input.duplicateIssueId, 'Issue') : undefined
    return answer(closeIssue(context.world, context.viewer, idOf(context, input.issueId, 'Issue'), reason, canonical))
  },
  reopenIssue: (input: { readonly issueId: string }, context: Context) =>
    answer(reopenIssue(context.world, context.viewer, idOf(context, input.issueId, 'Issue'))),
  deleteIssue: (input: { readonly issueId: string }, context: Context) => {
    const issueId = idOf(context, input.issueId, 'Issue')
    const repositoryId = context.world.state.issues.get(issueId)?.repositoryId ?? 0
    deleteIssue(context.world, context.viewer, issueId)
    return { repository: repositoryNode(context, repositoryId) }
  },
  transferIssue: (input: { readonly issueId: string; readonly repositoryId: string }, context: Context) => {
    const { id } = repositoryOf(context, input.repositoryId)
    return answer(transferIssue(context.world, context.viewer, idOf(context, input.issueId, 'Issue'), id))
  },
  pinIssue: (input: { readonly issueId: string }, context: Context) =>
    answer(pinIssue(context.world, context.viewer, idOf(context, input.issueId, 'Issue'))),
  lockLockable: (input: { readonly lockableId: string; readonly lockReason?: string | null }, context: Context) => {
    const reason = lockReasons[input.lockReason ?? ''] ?? null
    const issue = lockIssue(context.world, context.viewer, issueIdOf(context, input.lockableId), reason)
    return { lockedRecord: lockedRecord(context, issue) }
  },
  unlockLockable: (input: { readonly lockableId: string }, context: Context) => {
    const issue = unlockIssue(context.world, context.viewer, issueIdOf(context, input.lockableId))
    return { unlockedRecord: lockedRecord(context, issue) }
  },
  addAssigneesToAssignable: (input: Assign, context: Context) => {
    const ids = peopleOf(context, input.assigneeIds)
    return assignable(context, addAssignees(context.world, context.viewer, issueIdOf(context, input.assignableId), ids))
  },
  removeAssigneesFromAssignable: (input: Assign, context: Context) => {
    const ids = peopleOf(context, input.assigneeIds)
    return assignable(
      context,
      removeAssignees(context.world, context.viewer, issueIdOf(context, input.assignableId), ids),
    )
  },
  replaceActorsForAssignable: replaceActors,
})
