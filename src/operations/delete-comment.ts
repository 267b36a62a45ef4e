import type { Target } from '../domain/terms/target.ts'
import { type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'
import { withPage } from './page-effects.ts'

export type DeleteComment = {
  readonly do: 'delete-comment'
  readonly on: Target
  readonly comment: string
}

/** Deletes what somebody wrote, for good, with its edit history. GitHub keeps that there was a comment, and whose. */
export const deleteComment = defineOperation<DeleteComment, Nothing>({
  do: 'delete-comment',
  turn: 'deletion',
  key: ({ comment }) => `delete-comment ${comment}`,
  describe: ({ on }) => `delete a comment on #${on.number}`,
  github: {
    field: 'deleteIssueComment',
    type: 'DeleteIssueCommentInput',
    // GitHub's answer has nothing of the repository; what is deleted shows nobody anything
    select: '{ clientMutationId }',
    input: ({ comment }) => ({ id: comment }),
    answer: nothing,
  },
  effect: (view, { on, comment }) =>
    withPage(view, on.id, page => ({ ...page, thread: page.thread.filter(item => item.id !== comment) })),
})
