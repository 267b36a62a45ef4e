import { authorAssociation } from '../../world/access.ts'
import { accountById } from '../../world/accounts.ts'
import { mayEditComment } from '../../world/comments.ts'
import { mayWriteIssue } from '../../world/issue-access.ts'
import { repositoryById } from '../../world/repositories.ts'
import type { Comment, ContentEdit, Issue } from '../../world/types/issues.ts'
import { commentPath } from '../addresses.ts'
import { page } from '../connection.ts'
import type { Context } from '../context.ts'
import { type Args, erase, type Fields, node } from '../fields.ts'
import { actorNode, userNode } from './accounts.ts'
import { issueNode } from './nodes.ts'
import { reactionGroups, reactionPage } from './reactions.ts'

/** What comments and the first posts of issues have in common. */
export const posted: Fields<Issue | Comment> = {
  id: it => it.nodeId,
  body: it => it.body,
  bodyText: it => it.body,
  createdAt: it => it.createdAt,
  publishedAt: it => it.createdAt,
  updatedAt: it => it.updatedAt,
  lastEditedAt: it => it.lastEditedAt,
  createdViaEmail: it => it.createdViaEmail,
  includesCreatedEdit: it => it.edits.length > 0,
  author: (it, _, context) => actorNode(context, it.authorId),
  editor: (it, _, context) => actorNode(context, it.editorId),
  viewerDidAuthor: (it, _, { viewer }) => it.authorId === viewer.user,
  authorAssociation: (it, _, { world }) =>
    authorAssociation(world.state, repositoryById(world.state, it.repositoryId), it.authorId),
  repository: (it, _, { world }) => node('Repository', repositoryById(world.state, it.repositoryId)),
  reactions: (it, args) => reactionPage(it, args),
  userContentEdits: (it, args) => editPage(it.edits, args),
}

/** Newest first, as the list under "edited" shows them. */
const editPage = (edits: readonly ContentEdit[], args: Args): object =>
  page(
    'userContentEdits',
    edits.toReversed(),
    args,
    edit => edit.id,
    edit => node('UserContentEdit', edit),
  )

const edit: Fields<ContentEdit> = {
  id: one => one.nodeId,
  createdAt: one => one.createdAt,
  updatedAt: one => one.createdAt,
  editedAt: one => one.editedAt,
  deletedAt: () => null,
  deletedBy: () => null,
  diff: one => one.diff,
  editor: (one, _, context) => actorNode(context, one.editorId),
}

const issueOf = ({ world }: Context, comment: Comment): Issue | null => world.state.issues.get(comment.issueId) ?? null

const mayHide = (context: Context, comment: Comment): boolean => {
  const issue = issueOf(context, comment)
  return issue !== null && mayWriteIssue(context.world.state, context.viewer, issue, 'triage')
}

const comment: Fields<Comment> = {
  ...posted,
  databaseId: it => it.id,
  fullDatabaseId: it => String(it.id),
  isMinimized: it => it.minimizedReason !== null,
  minimizedReason: it => it.minimizedReason,
  url: (it, _, context) => context.htmlUrl + commentPath(context, it),
  resourcePath: (it, _, context) => commentPath(context, it),
  issue: (it, _, context) => issueNode(context, issueOf(context, it)),
  pullRequest: (it, _, context) => {
    const issue = issueOf(context, it)
    return issue?.pullId ? issueNode(context, issue) : null
  },
  reactionGroups: (it, _, context) => reactionGroups(it, context, node('IssueComment', it)),
  isPinned: (it, _, context) => issueOf(context, it)?.pinnedComment?.commentId === it.id,
  pinnedAt: (it, _, context) => pinOf(context, it)?.at ?? null,
  pinnedBy: (it, _, context) => userNode(accountById(context.world.state, pinOf(context, it)?.byId ?? null)),
  viewerCanUpdate: (it, _, { world, viewer }) => mayEditComment(world.state, viewer, it),
  viewerCanDelete: (it, _, { world, viewer }) => mayEditComment(world.state, viewer, it),
  viewerCanMinimize: (it, _, context) => mayHide(context, it),
  viewerCanUnminimize: (it, _, context) => mayHide(context, it),
}

const pinOf = (context: Context, comment: Comment): Issue['pinnedComment'] => {
  const pin = issueOf(context, comment)?.pinnedComment ?? null
  return pin?.commentId === comment.id ? pin : null
}

export const commentTypes = { IssueComment: erase(comment), UserContentEdit: erase(edit) }
