import type { Target } from '../domain/terms/target.ts'
import { here, type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'
import { withComment } from './page-effects.ts'

export type Acknowledge = {
  readonly do: 'acknowledge'
  readonly on: Target
  readonly comment: string
}

/** Reacts to an accepted command. */
export const acknowledge = defineOperation<Acknowledge, Nothing>({
  do: 'acknowledge',
  turn: 'reaction',
  key: ({ comment }) => `acknowledge ${comment}`,
  describe: ({ on }) => `acknowledge a command on #${on.number}`,
  github: {
    field: 'addReaction',
    type: 'AddReactionInput',
    select: `{ subject { __typename ... on IssueComment { id ${here} } } }`,
    input: ({ comment }) => ({ subjectId: comment, content: 'EYES' }),
    answer: nothing,
  },
  effect: (view, { on, comment }) => withComment(view, on.id, comment, { acknowledged: true }),
})
