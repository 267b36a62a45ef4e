import { allows } from './access.ts'
import { editBody } from './edits.ts'
import { mayWriteIssue, visibleComment, writableIssue } from './issue-access.ts'
import { mailFollowers } from './mail.ts'
import { nodeId } from './node-ids.ts'
import { crossReference } from './references.ts'
import { GitHubRefusal } from './refusal.ts'
import { demandBody } from './text.ts'
import { record, timelineOf, touch } from './timeline.ts'
import type { Actor } from './types/accounts.ts'
import type { Comment, Issue } from './types/issues.ts'
import type { Repository } from './types/repositories.ts'
import type { World, WorldState } from './types/world.ts'
import { happen, nextId, stamp } from './world.ts'

/** Oldest first. */
export const commentsOf = (state: WorldState, issueId: number): Comment[] =>
  timelineOf(state, issueId).flatMap(event =>
    event.event === 'commented' ? (state.comments.get(event.commentId) ?? []) : [],
  )

/** Anyone who may read may comment, until the issue is locked: then only people with write access may. */
export const createComment = (
  world: World,
  actor: Actor,
  issueId: number,
  body: string,
  more: { createdViaEmail?: boolean } = {},
): Comment => {
  const { issue, repository } = writableIssue(world, actor, issueId, 'read')
  demandUnlocked(world.state, actor, issue, repository)
  demandNotBlank(body)
  demandBody(body, 'IssueComment')
  const comment = placeComment(world, actor, issue, body, more.createdViaEmail ?? false)
  record(world, actor, issueId, { event: 'commented', commentId: comment.id })
  tellOf(world, actor, comment, 'created')
  crossReference(world, actor, issue, body)
  mailFollowers(world, actor, { issue, comment, body })
  return comment
}

const placeComment = (world: World, actor: Actor, issue: Issue, body: string, createdViaEmail: boolean): Comment => {
  const id = nextId(world, 'comment')
  const now = stamp(world)
  const comment: Comment = {
    id,
    nodeId: nodeId('IssueComment', id),
    repositoryId: issue.repositoryId,
    issueId: issue.id,
    authorId: actor.user,
    body,
    createdAt: now,
    updatedAt: now,
    lastEditedAt: null,
    editorId: null,
    edits: [],
    createdViaEmail,
    minimizedReason: null,
    reactions: [],
  }
  world.state.comments.set(id, comment)
  return comment
}

/** Tokens of Apps are refused on a locked issue whatever they were granted: bots keep meeting this 403. */
export const demandUnlocked = (state: WorldState, actor: Actor, issue: Issue, repository: Repository): void => {
  if (!issue.locked) return
  if (actor.kind === 'user' && allows(state, actor, repository, 'issues', 'write', 'write')) return
  throw new GitHubRefusal(403, 'FORBIDDEN', 'Unable to create comment because issue is locked.')
}

const demandNotBlank = (body: string): void => {
  if (body.trim() !== '') return
  throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Validation Failed', {
    errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body cannot be blank' }],
    graphql: 'Body cannot be blank',
  })
}

/** One's own, or anyone's with write access; who changed it is kept. The same text again changes nothing. */
export const updateComment = (world: World, actor: Actor, commentId: number, body: string): Comment => {
  const { comment, issue } = visibleComment(world, actor, commentId)
  writableIssue(world, actor, issue.id, comment.authorId === actor.user ? 'read' : 'write')
  demandNotBlank(body)
  demandBody(body, 'IssueComment')
  if (body === comment.body) return comment
  const from = comment.body
  editBody(world, actor, comment, body)
  touch(world, issue.id)
  tellOf(world, actor, comment, 'edited', { changes: { body: { from } } })
  crossReference(world, actor, issue, body)
  return comment
}

/** The timeline keeps that a comment was deleted and whose it was, but not which. */
export const deleteComment = (world: World, actor: Actor, commentId: number): void => {
  const { comment, issue } = visibleComment(world, actor, commentId)
  writableIssue(world, actor, issue.id, comment.authorId === actor.user ? 'read' : 'write')
  world.state.comments.delete(commentId)
  const rest = timelineOf(world.state, issue.id).filter(
    event => !('commentId' in event && event.commentId === commentId),
  )
  world.state.timelines.set(issue.id, rest)
  if (issue.pinnedComment?.commentId === commentId) issue.pinnedComment = null
  record(world, actor, issue.id, { event: 'comment_deleted', deletedAuthorId: comment.authorId })
  tellOf(world, actor, comment, 'deleted', { deletedComment: comment })
}

/** Hide it under a reason; whoever wants to read it still can. */
export const minimizeComment = (world: World, actor: Actor, commentId: number, reason: string): Comment => {
  const { comment, issue } = visibleComment(world, actor, commentId)
  writableIssue(world, actor, issue.id, comment.authorId === actor.user ? 'read' : 'triage')
  comment.minimizedReason = reason.toLowerCase().replace('_', '-')
  return comment
}

export const unminimizeComment = (world: World, actor: Actor, commentId: number): Comment => {
  const { comment, issue } = visibleComment(world, actor, commentId)
  writableIssue(world, actor, issue.id, comment.authorId === actor.user ? 'read' : 'triage')
  comment.minimizedReason = null
  return comment
}

/** One comment an issue can be pinned: another takes its place. */
export const pinComment = (world: World, actor: Actor, commentId: number): Comment => {
  const { comment, issue } = visibleComment(world, actor, commentId)
  writableIssue(world, actor, issue.id, 'write')
  if (issue.pinnedComment?.commentId === commentId) return comment
  if (issue.pinnedComment) unpinComment(world, actor, issue.pinnedComment.commentId)
  const node = nodeId('PinnedIssueComment', nextId(world, 'pin'))
  issue.pinnedComment = { commentId, byId: actor.user, at: stamp(world), nodeId: node }
  record(world, actor, issue.id, { event: 'comment_pinned', commentId })
  tellOf(world, actor, comment, 'pinned')
  return comment
}

export const unpinComment = (world: World, actor: Actor, commentId: number): Comment => {
  const { comment, issue } = visibleComment(world, actor, commentId)
  writableIssue(world, actor, issue.id, 'write')
  if (issue.pinnedComment?.commentId !== commentId) return comment
  issue.pinnedComment = null
  record(world, actor, issue.id, { event: 'comment_unpinned', commentId })
  tellOf(world, actor, comment, 'unpinned')
  return comment
}

export const mayEditComment = (state: WorldState, actor: Actor, comment: Comment): boolean => {
  const issue = state.issues.get(comment.issueId)
  return issue !== undefined && mayWriteIssue(state, actor, issue, comment.authorId === actor.user ? 'read' : 'write')
}

const tellOf = (world: World, actor: Actor, comment: Comment, action: string, more: object = {}): void => {
  const { issueId: issue, repositoryId: repository } = comment
  happen(world, actor, { event: 'issue_comment', action, repository, issue, comment: comment.id, ...more })
}
