import type { Target } from '../domain/terms/target.ts'
import { commentHere, type Nothing, nothing } from './answers.ts'
import { fingerprint } from './fingerprint.ts'
import { withinBody } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'

export type EditBoard = {
  readonly do: 'edit-board'
  readonly on: Target
  readonly comment: string
  readonly body: string
}

/** Brings the board's text up to date. */
export const editBoard = defineOperation<EditBoard, Nothing>({
  do: 'edit-board',
  turn: 'board text',
  key: ({ comment, body }) => `edit board ${comment}: ${fingerprint(body)}`,
  describe: ({ on }) => `edit the board of #${on.number}`,
  github: {
    field: 'updateIssueComment',
    type: 'UpdateIssueCommentInput',
    select: commentHere,
    input: ({ comment, body }) => withinBody(body) ?? { id: comment, body },
    answer: nothing,
  },
  effect: (view, { comment, body }) =>
    view.issue.board?.id === comment
      ? { ...view, issue: { ...view.issue, board: { id: comment, body, editedByOther: false } } }
      : view,
})
