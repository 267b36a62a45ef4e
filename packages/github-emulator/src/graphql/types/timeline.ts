import { commitOf } from '../../world/git/objects.ts'
import { nodeId } from '../../world/node-ids.ts'
import type { TimelineEvent } from '../../world/types/timeline.ts'
import { issuePath } from '../addresses.ts'
import { page } from '../connection.ts'
import type { Context } from '../context.ts'
import { type Args, erase, type Field, type Fields, node, type Source } from '../fields.ts'
import { actorNode } from './accounts.ts'
import { lockReasonName, reasonName } from './names.ts'
import { issueNode, repositoryNode } from './nodes.ts'

const typenames: Record<TimelineEvent['event'], string> = {
  commented: 'IssueComment',
  comment_deleted: 'CommentDeletedEvent',
  labeled: 'LabeledEvent',
  unlabeled: 'UnlabeledEvent',
  assigned: 'AssignedEvent',
  unassigned: 'UnassignedEvent',
  closed: 'ClosedEvent',
  reopened: 'ReopenedEvent',
  renamed: 'RenamedTitleEvent',
  locked: 'LockedEvent',
  unlocked: 'UnlockedEvent',
  pinned: 'PinnedEvent',
  unpinned: 'UnpinnedEvent',
  transferred: 'TransferredEvent',
  sub_issue_added: 'SubIssueAddedEvent',
  sub_issue_removed: 'SubIssueRemovedEvent',
  parent_issue_added: 'ParentIssueAddedEvent',
  parent_issue_removed: 'ParentIssueRemovedEvent',
  blocked_by_added: 'BlockedByAddedEvent',
  blocked_by_removed: 'BlockedByRemovedEvent',
  blocking_added: 'BlockingAddedEvent',
  blocking_removed: 'BlockingRemovedEvent',
  marked_as_duplicate: 'MarkedAsDuplicateEvent',
  unmarked_as_duplicate: 'UnmarkedAsDuplicateEvent',
  comment_pinned: 'IssueCommentPinnedEvent',
  comment_unpinned: 'IssueCommentUnpinnedEvent',
  'cross-referenced': 'CrossReferencedEvent',
  referenced: 'ReferencedEvent',
  merged: 'MergedEvent',
  review_requested: 'ReviewRequestedEvent',
  review_request_removed: 'ReviewRequestRemovedEvent',
  reviewed: 'PullRequestReview',
  ready_for_review: 'ReadyForReviewEvent',
  convert_to_draft: 'ConvertToDraftEvent',
  head_ref_deleted: 'HeadRefDeletedEvent',
  head_ref_restored: 'HeadRefRestoredEvent',
  head_ref_force_pushed: 'HeadRefForcePushedEvent',
}

/** Oldest first. Our reading of `since`: what was created then or later; edits of a comment do not count. */
export const timelinePage = (events: readonly TimelineEvent[], args: Args, context: Context): object => {
  const wanted = args.itemTypes ? new Set(args.itemTypes.map(typenameOfItem)) : null
  const since = args.since ? Date.parse(args.since) : Number.NEGATIVE_INFINITY
  const items = events
    .filter(event => Date.parse(event.createdAt) >= since && (!wanted || wanted.has(typenames[event.event])))
    .slice(args.skip ?? 0)
  const updatedAt = events.at(-1)?.createdAt ?? context.world.now().toISOString()
  return page(
    'timelineItems',
    items,
    args,
    event => event.id,
    event => eventNode(event, context),
    {
      filteredCount: items.length,
      pageCount: Math.min(items.length, args.first ?? args.last ?? 0),
      updatedAt,
    },
  )
}

/** `ASSIGNED_EVENT` is an `AssignedEvent`. */
const typenameOfItem = (item: string): string =>
  item
    .split('_')
    .map(word => word.charAt(0) + word.slice(1).toLowerCase())
    .join('')

const eventNode = (event: TimelineEvent, { lists, world }: Context): Source | null => {
  const typename = typenames[event.event]
  if (event.event === 'commented') {
    const comment = lists.comments.get(event.commentId)
    return comment ? node(typename, comment) : null
  }
  if (event.event !== 'reviewed') return node(typename, event)
  const pull = world.state.pulls.get(world.state.issues.get(event.issueId)?.pullId ?? 0)
  const review = pull?.reviews.find(one => one.id === event.reviewId)
  return pull && review ? node(typename, { pull, review }) : null
}

type Of<E extends TimelineEvent['event']> = Extract<TimelineEvent, { readonly event: E }>

const subject: Field<TimelineEvent> = (it, _, context) => issueNode(context, context.world.state.issues.get(it.issueId))

const other = (context: Context, issueId: number) => issueNode(context, context.world.state.issues.get(issueId))

const common: Fields<TimelineEvent> = {
  id: it => it.nodeId,
  createdAt: it => it.createdAt,
  actor: (it, _, context) => actorNode(context, it.actorId),
}

const link: Fields<TimelineEvent> = {
  resourcePath: (it, _, context) => pathOf(it, context),
  url: (it, _, context) => context.htmlUrl + pathOf(it, context),
}

const pathOf = (it: TimelineEvent, context: Context): string => {
  const issue = context.world.state.issues.get(it.issueId)
  return issue ? `${issuePath(context, issue)}#event-${it.id}` : ''
}

const event = <E extends TimelineEvent['event']>(fields: Fields<Of<E>> = {}): Record<string, Field<unknown>> => ({
  ...erase(common),
  ...erase(fields),
})

const label = event<'labeled' | 'unlabeled'>({
  label: (it, _, context) => {
    const { id, name, color } = it.label
    const repositoryId = context.world.state.issues.get(it.issueId)?.repositoryId ?? 0
    // A deleted label lives on in its events, and a renamed one under the name it had.
    const gone = { description: null, createdAt: it.createdAt, updatedAt: it.createdAt, nodeId: nodeId('Label', id) }
    return node('Label', { ...gone, ...context.world.state.labels.get(id), id, name, color, repositoryId })
  },
  labelable: subject,
})

const assignment = event<'assigned' | 'unassigned'>({
  assignee: (it, _, context) => actorNode(context, it.assigneeId),
  user: (it, _, context) => actorNode(context, it.assigneeId),
  assignable: subject,
})

const subIssue = event<'sub_issue_added' | 'sub_issue_removed'>({
  subIssue: (it, _, context) => other(context, it.subIssueId),
})
const parent = event<'parent_issue_added' | 'parent_issue_removed'>({
  parent: (it, _, context) => other(context, it.parentId),
})
const blockedBy = event<'blocked_by_added' | 'blocked_by_removed'>({
  blockingIssue: (it, _, context) => other(context, it.blockingId),
})
const blocking = event<'blocking_added' | 'blocking_removed'>({
  blockedIssue: (it, _, context) => other(context, it.blockedId),
})
const duplicate = event<'marked_as_duplicate' | 'unmarked_as_duplicate'>({
  canonical: (it, _, context) => other(context, it.canonicalId),
  duplicate: subject,
  isCrossRepository: () => false,
})
const commentPin = event<'comment_pinned' | 'comment_unpinned'>({
  issueComment: (it, _, { world }) => {
    const comment = world.state.comments.get(it.commentId)
    return comment ? node('IssueComment', comment) : null
  },
})
const request = event<'review_requested' | 'review_request_removed'>({
  requestedReviewer: (it, _, context) =>
    it.teamId === null ? actorNode(context, it.reviewerId) : node('Team', context.world.state.teams.get(it.teamId)),
  pullRequest: subject,
})
const aboutIssue = event({ issue: subject })
const aboutPull = event({ pullRequest: subject, ...(link as unknown as Fields<never>) })

const commitNode = (context: Context, it: TimelineEvent, oid: string | null): Source | null => {
  const repositoryId = context.world.state.issues.get(it.issueId)?.repositoryId ?? 0
  const object = oid === null ? null : commitOf(context.world.state, repositoryId, oid)
  return object ? node('Commit', { repositoryId, object }) : null
}

export const timelineTypes = {
  CommentDeletedEvent: event<'comment_deleted'>({
    databaseId: it => it.id,
    deletedCommentAuthor: (it, _, context) => actorNode(context, it.deletedAuthorId),
  }),
  LabeledEvent: label,
  UnlabeledEvent: label,
  AssignedEvent: assignment,
  UnassignedEvent: assignment,
  ClosedEvent: event<'closed'>({
    stateReason: it => reasonName(it.stateReason),
    closable: subject,
    closer: (it, _, context) => {
      const pull = context.world.state.pulls.get(it.closerPullId ?? 0)
      return pull ? node('PullRequest', pull) : commitNode(context, it, it.commitOid)
    },
    duplicateOf: (it, _, context) => other(context, context.world.state.issues.get(it.issueId)?.duplicateOfId ?? 0),
    ...(link as unknown as Fields<Of<'closed'>>),
  }),
  ReopenedEvent: event<'reopened'>({ stateReason: it => reasonName(it.stateReason), closable: subject }),
  RenamedTitleEvent: event<'renamed'>({ previousTitle: it => it.from, currentTitle: it => it.to, subject }),
  LockedEvent: event<'locked'>({ lockReason: it => lockReasonName(it.lockReason), lockable: subject }),
  UnlockedEvent: event<'unlocked'>({ lockable: subject }),
  PinnedEvent: aboutIssue,
  UnpinnedEvent: aboutIssue,
  TransferredEvent: event<'transferred'>({
    fromRepository: (it, _, context) => repositoryNode(context, it.fromRepositoryId),
    issue: subject,
  }),
  SubIssueAddedEvent: subIssue,
  SubIssueRemovedEvent: subIssue,
  ParentIssueAddedEvent: parent,
  ParentIssueRemovedEvent: parent,
  BlockedByAddedEvent: blockedBy,
  BlockedByRemovedEvent: blockedBy,
  BlockingAddedEvent: blocking,
  BlockingRemovedEvent: blocking,
  MarkedAsDuplicateEvent: duplicate,
  UnmarkedAsDuplicateEvent: duplicate,
  IssueCommentPinnedEvent: commentPin,
  IssueCommentUnpinnedEvent: commentPin,
  CrossReferencedEvent: event<'cross-referenced'>({
    source: (it, _, context) => other(context, it.sourceIssueId),
    target: subject,
    isCrossRepository: () => false,
    referencedAt: it => it.createdAt,
    willCloseTarget: it => it.willCloseTarget,
    ...(link as unknown as Fields<Of<'cross-referenced'>>),
  }),
  ReferencedEvent: event<'referenced'>({
    commit: (it, _, context) => commitNode(context, it, it.commitOid),
    commitRepository: (it, _, context) =>
      repositoryNode(context, context.world.state.issues.get(it.issueId)?.repositoryId ?? 0),
    isCrossRepository: () => false,
    isDirectReference: () => false,
    subject,
  }),
  MergedEvent: event<'merged'>({
    commit: (it, _, context) => commitNode(context, it, it.commitOid),
    mergeRefName: it => it.refName,
    pullRequest: subject,
    ...(link as unknown as Fields<Of<'merged'>>),
  }),
  ReviewRequestedEvent: request,
  ReviewRequestRemovedEvent: request,
  ReadyForReviewEvent: aboutPull,
  ConvertToDraftEvent: aboutPull,
  HeadRefDeletedEvent: event<'head_ref_deleted' | 'head_ref_restored'>({
    headRefName: it => it.refName,
    headRef: () => null,
    pullRequest: subject,
  }),
  HeadRefForcePushedEvent: event<'head_ref_force_pushed'>({
    beforeCommit: (it, _, context) => commitNode(context, it, it.before),
    afterCommit: (it, _, context) => commitNode(context, it, it.after),
    pullRequest: subject,
  }),
}
