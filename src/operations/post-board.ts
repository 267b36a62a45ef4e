import type { Target } from '../domain/terms/target.ts'
import { type MadeComment, madeComment, posted } from './answers.ts'
import { withinBody } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'

export type PostBoard = {
  readonly do: 'post-board'
  readonly cause: number
  readonly on: Target
  readonly body: string
}

/** Posts the incident's board. */
export const postBoard = defineOperation<PostBoard, MadeComment>({
  do: 'post-board',
  turn: 'board',
  key: () => 'board',
  describe: ({ on }) => `post the board on #${on.number}`,
  github: {
    field: 'addComment',
    type: 'AddCommentInput',
    select: posted,
    input: ({ on, body }) => withinBody(body) ?? { subjectId: on.id, body },
    answer: madeComment,
  },
  effect: (view, { body }, { id }) =>
    view.issue.board === null ? { ...view, issue: { ...view.issue, board: { id, body, editedByOther: false } } } : view,
})
