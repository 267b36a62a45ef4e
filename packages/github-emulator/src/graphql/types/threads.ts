import { canSee } from '../../world/access.ts'
import { accountById } from '../../world/accounts.ts'
import { commentsOf } from '../../world/comments.ts'
import { mayWriteIssue } from '../../world/issue-access.ts'
import { timelineOf } from '../../world/timeline.ts'
import type { Comment, Issue } from '../../world/types/issues.ts'
import type { Label } from '../../world/types/repositories.ts'
import type { WorldState } from '../../world/types/world.ts'
import { issuePath } from '../addresses.ts'
import { page } from '../connection.ts'
import type { Context } from '../context.ts'
import { type Args, type Fields, node } from '../fields.ts'
import { actorNode, userPage } from './accounts.ts'
import { posted } from './comments.ts'
import { labelPage } from './labels.ts'
import { lockReasonName } from './names.ts'
import { issueNode } from './nodes.ts'
import { reactionGroups } from './reactions.ts'
import { timelinePage } from './timeline.ts'

/** What issues and pull requests have in common; `it` is the issue half. */
export const thread: Fields<Issue> = {
  ...(posted as unknown as Fields<Issue>),
  number: issue => issue.number,
  title: issue => issue.title,
  titleHTML: issue => issue.title,
  closed: issue => issue.state === 'closed',
  closedAt: issue => issue.closedAt,
  locked: issue => issue.locked,
  activeLockReason: issue => lockReasonName(issue.lockReason),
  url: (issue, _, context) => context.htmlUrl + issuePath(context, issue),
  resourcePath: (issue, _, context) => issuePath(context, issue),
  milestone: () => null,
  labels: (issue, args, context) => labelPage(labelsIn(context, issue), args),
  assignees: (issue, args, { world }) =>
    userPage(
      'assignees',
      issue.assigneeIds.flatMap(id => accountById(world.state, id) ?? []),
      args,
    ),
  assignedActors: (issue, args, context) =>
    page(
      'assignedActors',
      issue.assigneeIds,
      args,
      id => id,
      id => actorNode(context, id),
    ),
  participants: (issue, args, { world }) =>
    userPage(
      'participants',
      participants(world.state, issue).flatMap(id => accountById(world.state, id) ?? []),
      args,
    ),
  comments: (issue, args, { lists }) => commentPage(commentsOf(lists, issue.id), args),
  timelineItems: (issue, args, context) => timelinePage(timelineOf(context.lists, issue.id), args, context),
  reactionGroups: (issue, _, context) => reactionGroups(issue, context, issueNode(context, issue)),
  viewerCanUpdate: (issue, _, context) =>
    may(context, issue, issue.authorId === context.viewer.user ? 'read' : 'write'),
  viewerCanLabel: (issue, _, context) => may(context, issue, 'triage'),
  viewerCanClose: (issue, _, context) =>
    may(context, issue, issue.authorId === context.viewer.user ? 'read' : 'triage'),
  viewerCanReopen: (issue, _, context) => may(context, issue, 'triage'),
  viewerCanReact: (issue, _, context) => may(context, issue, 'read'),
}

const may = ({ world, viewer }: Context, issue: Issue, role: 'read' | 'triage' | 'write'): boolean =>
  mayWriteIssue(world.state, viewer, issue, role)

const participants = (state: WorldState, issue: Issue): number[] => {
  const ids = [issue.authorId, ...commentsOf(state, issue.id).map(comment => comment.authorId), ...issue.assigneeIds]
  return [...new Set(ids.filter(id => id !== null))]
}

const labelsIn = ({ lists }: Context, issue: Issue): Label[] =>
  (lists.issues.get(issue.id)?.labelIds ?? []).flatMap(id => lists.labels.get(id) ?? [])

const commentPage = (comments: readonly Comment[], args: Args): object => {
  const { orderBy } = args
  const sorted = orderBy ? comments.toSorted((a, b) => compare(a.updatedAt, b.updatedAt) || a.id - b.id) : comments
  const ordered = orderBy?.direction === 'DESC' ? sorted.toReversed() : sorted
  return page(
    'comments',
    ordered,
    args,
    comment => comment.id,
    comment => node('IssueComment', comment),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A list of issues as its reader may see them: those of hidden repositories are left out. */
export const issuePage = (name: string, ids: readonly number[], args: Args, context: Context): object => {
  const issues = ids
    .flatMap(id => context.lists.issues.get(id) ?? [])
    .filter(issue => {
      const repository = context.world.state.repositories.get(issue.repositoryId)
      return repository !== undefined && canSee(context.world.state, context.viewer, repository)
    })
  return page(
    name,
    issues,
    args,
    issue => issue.id,
    issue => issueNode(context, issue),
  )
}
