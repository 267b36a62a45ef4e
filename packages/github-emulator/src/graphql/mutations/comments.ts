import {
  createComment,
  deleteComment,
  minimizeComment,
  pinComment,
  unminimizeComment,
  unpinComment,
  updateComment,
} from '../../world/comments.ts'
import { readNodeId } from '../../world/node-ids.ts'
import { addReaction, removeReaction, type Subject } from '../../world/reactions.ts'
import type { Comment } from '../../world/types/issues.ts'
import type { Context } from '../context.ts'
import { node } from '../fields.ts'
import { idOf, issueIdOf, nodeById } from '../nodes.ts'
import { issueNode } from '../types/nodes.ts'
import { contentOf, reactionGroups } from '../types/reactions.ts'
import { mutationsOf } from './perform.ts'

const comment = (it: Comment) => node('IssueComment', it)

const add = (input: { readonly subjectId: string; readonly body: string }, context: Context): object => {
  const issueId = issueIdOf(context, input.subjectId)
  const added = createComment(context.world, context.viewer, issueId, input.body)
  const edge = { cursor: Buffer.from(`cursor:v2:${added.id}`).toString('base64'), node: comment(added) }
  return { commentEdge: edge, timelineEdge: edge, subject: issueNode(context, context.world.state.issues.get(issueId)) }
}

type React = { readonly subjectId: string; readonly content: string }

const subjectOf = (context: Context, id: string): Subject =>
  readNodeId(id)?.kind === 'IssueComment'
    ? { commentId: idOf(context, id, 'IssueComment') }
    : { issueId: issueIdOf(context, id) }

const reacted = (context: Context, id: string, subject: Subject): object => {
  const { state } = context.world
  const it = 'commentId' in subject ? state.comments.get(subject.commentId) : state.issues.get(subject.issueId)
  const shown = nodeById(context, id)
  return { subject: shown, reactionGroups: it ? reactionGroups(it, context, shown) : null }
}

/** Comments, what is hidden or pinned of them, and reactions. */
export const commentMutations = mutationsOf({
  addComment: add,
  updateIssueComment: (input: { readonly id: string; readonly body: string }, context: Context) => {
    const id = idOf(context, input.id, 'IssueComment')
    return { issueComment: comment(updateComment(context.world, context.viewer, id, input.body)) }
  },
  deleteIssueComment: (input: { readonly id: string }, context: Context) => {
    deleteComment(context.world, context.viewer, idOf(context, input.id, 'IssueComment'))
    return {}
  },
  minimizeComment: (input: { readonly subjectId: string; readonly classifier: string }, context: Context) => {
    const id = idOf(context, input.subjectId, 'IssueComment')
    return { minimizedComment: comment(minimizeComment(context.world, context.viewer, id, input.classifier)) }
  },
  unminimizeComment: (input: { readonly subjectId: string }, context: Context) => {
    const id = idOf(context, input.subjectId, 'IssueComment')
    return { unminimizedComment: comment(unminimizeComment(context.world, context.viewer, id)) }
  },
  pinIssueComment: (input: { readonly issueCommentId: string }, context: Context) => {
    const id = idOf(context, input.issueCommentId, 'IssueComment')
    return { issueComment: comment(pinComment(context.world, context.viewer, id)) }
  },
  unpinIssueComment: (input: { readonly issueCommentId: string }, context: Context) => {
    const id = idOf(context, input.issueCommentId, 'IssueComment')
    return { issueComment: comment(unpinComment(context.world, context.viewer, id)) }
  },
  addReaction: (input: React, context: Context) => {
    const subject = subjectOf(context, input.subjectId)
    const { reaction } = addReaction(context.world, context.viewer, subject, contentOf(input.content))
    return { reaction: node('Reaction', reaction), ...reacted(context, input.subjectId, subject) }
  },
  removeReaction: (input: React, context: Context) => {
    const subject = subjectOf(context, input.subjectId)
    const reaction = removeReaction(context.world, context.viewer, subject, contentOf(input.content))
    return { reaction: reaction && node('Reaction', reaction), ...reacted(context, input.subjectId, subject) }
  },
})
