import { findMarker, markerKinds } from '../../../domain/text/marker.ts'
import type { IncidentView, Item } from '../../../domain/view/snapshot.ts'
import { actorOf, isOneOf } from '../client/actor.ts'
import { type Comment, type Issue, isComplete, nodesOf } from '../client/answer-parts.ts'
import type { GitHub } from '../client/client.ts'
import { askNarrower, fullPage } from '../client/narrower.ts'
import type { CommentsQueryVariables } from '../queries.generated.ts'
import { commentsQuery } from './query.ts'
import { commentsCheck } from './shape/issue.ts'

type BoardRead = { readonly board: IncidentView['board']; readonly whole: boolean }

/**
 * Our board, by author and marker together, for anybody can write a marker: where it is pinned, else near the beginning
 * of the issue, else near its end. Only when it is in none of these, which takes an unpinned board and a long
 * talk before it, all comments are paged through, if `far`. With none anywhere, what we had pinned is it, whatever somebody has
 * made of its text.
 */
export const findBoard = async (
  github: GitHub,
  issue: Issue,
  incident: string,
  thread: readonly Item[],
  ours: readonly number[],
  far: boolean,
): Promise<BoardRead> => {
  const pinned = issue.pinnedIssueComment?.issueComment
  const near = [...(pinned ? [pinned] : []), ...nodesOf(issue.comments)].map(authored)
  const board = boardAmong([...near, ...thread.flatMap(asComment)], incident, ours)
  if (board !== null) return { board, whole: true }
  const seen = new Set([...near, ...thread.flatMap(asComment)].map(comment => comment.id))
  const all =
    !far || (issue.comments && seen.size >= issue.comments.totalCount)
      ? { board: null, whole: isComplete(issue.comments) }
      : await searchAll(github, issue.id, incident, ours)
  return { ...all, board: all.board ?? (pinned ? unmarked(authored(pinned), ours) : null) }
}

/** Ours, and of no other kind: nothing else of ours is without a marker. */
const unmarked = ({ id, body, by }: Authored, ours: readonly number[]): IncidentView['board'] =>
  isOneOf(ours, by) && markerKinds.every(kind => findMarker(body, kind) === null)
    ? { id, body, editedByOther: true }
    : null

type Authored = {
  readonly id: string
  readonly body: string
  readonly by: Item['by']
  readonly editor: Item['by']
  readonly isEdited: boolean
}

const authored = ({ id, body, author, editor, lastEditedAt }: Comment): Authored => ({
  id,
  body,
  by: actorOf(author),
  editor: actorOf(editor),
  isEdited: typeof lastEditedAt === 'string',
})

const asComment = (item: Item): readonly Authored[] =>
  item.is === 'comment' ? [{ ...item, isEdited: item.editedAt !== null }] : []

/** Bound to this very incident: a copy of the text elsewhere is not this board. */
const boardAmong = (
  comments: readonly Authored[],
  incident: string,
  ours: readonly number[],
): IncidentView['board'] => {
  const board = comments.find(({ by, body }) => isOneOf(ours, by) && findMarker(body, 'board')?.incident === incident)
  if (board === undefined) return null
  const { id, body, editor, isEdited } = board
  return { id, body, editedByOther: isEdited && !isOneOf(ours, editor) }
}

const searchAll = async (github: GitHub, id: string, incident: string, ours: readonly number[]): Promise<BoardRead> => {
  // GitHub lets an issue have 2,500 comments or so before it stops taking more.
  let after: string | null = null
  for (let page = 0; page < 50; page += 1) {
    const { answer } = await askNarrower(fullPage, first =>
      github.query(commentsQuery, { id, after, first } satisfies CommentsQueryVariables),
    )
    const comments = answer.is === 'answered' ? commentsCheck.safeParse(answer.data).data?.node?.comments : undefined
    if (!comments) return { board: null, whole: false }
    const board = boardAmong(nodesOf(comments).map(authored), incident, ours)
    if (board !== null) return { board, whole: true }
    if (!comments.pageInfo.hasNextPage) return { board: null, whole: isComplete(comments) }
    after = comments.pageInfo.endCursor ?? null
  }
  return { board: null, whole: false }
}
