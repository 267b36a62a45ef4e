import type { Target } from '../domain/terms/target.ts'
import { commentHere, type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'

export type PinBoard = {
  readonly do: 'pin-board'
  readonly on: Target
  readonly comment: string
}

/** Pins the board. */
export const pinBoard = defineOperation<PinBoard, Nothing>({
  do: 'pin-board',
  turn: 'pin',
  key: ({ comment }) => `pin ${comment}`,
  describe: ({ on }) => `pin the board of #${on.number}`,
  github: {
    field: 'pinIssueComment',
    type: 'PinIssueCommentInput',
    select: commentHere,
    input: ({ comment }) => ({ issueCommentId: comment }),
    answer: nothing,
  },
  effect: (view, { comment }) => ({ ...view, issue: { ...view.issue, pinnedComment: comment } }),
})
