import type { Person } from '../domain/terms/person.ts'
import type { Target } from '../domain/terms/target.ts'
import { here, type Nothing, nothing } from './answers.ts'
import { nodesOfPeople } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withReviewers } from './view-effects.ts'

export type RequestReview = {
  readonly do: 'request-review'
  readonly on: Target
  readonly who: readonly Person[]
}

/** Asks people to review a pull request. */
export const requestReview = defineOperation<RequestReview, Nothing>({
  do: 'request-review',
  turn: 'review',
  key: ({ on, who }) => `request review of #${on.number} from ${who.map(one => one.id).join(', ')}`,
  describe: ({ on, who }) => `request review of #${on.number} from ${who.map(one => one.login).join(', ')}`,
  github: {
    field: 'requestReviews',
    type: 'RequestReviewsInput',
    select: `{ pullRequest { id ${here} } }`,
    input: ({ on, who }, snapshot) =>
      // `union`: without it those who were asked before are dropped.
      nodesOfPeople(snapshot, who, ids => ({ pullRequestId: on.id, userIds: ids, union: true })),
    answer: nothing,
  },
  effect: (view, { on, who }) =>
    withReviewers(
      view,
      on.id,
      who.map(one => one.login),
    ),
})
