import type { Target } from '../domain/terms/target.ts'
import { here, type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'
import { withComment } from './page-effects.ts'

export type Minimise = {
  readonly do: 'minimise'
  readonly on: Target
  readonly comment: string
}

/** Hides a comment of ours that was made twice by accident. */
export const minimise = defineOperation<Minimise, Nothing>({
  do: 'minimise',
  turn: 'duplicates',
  withoutRecord: true,
  key: ({ comment }) => `minimise ${comment}`,
  describe: ({ on }) => `minimise a second copy of a comment on #${on.number}`,
  github: {
    field: 'minimizeComment',
    type: 'MinimizeCommentInput',
    select: `{ minimizedComment { __typename ... on IssueComment { id ${here} } } }`,
    input: ({ comment }) => ({ subjectId: comment, classifier: 'DUPLICATE' }),
    answer: nothing,
  },
  effect: (view, { on, comment }) => withComment(view, on.id, comment, { minimized: true }),
})
