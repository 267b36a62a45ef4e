import type { Target } from '../domain/terms/target.ts'
import { issueHere, type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'
import { withPage, withState } from './page-effects.ts'

export type Close = {
  readonly do: 'close'
  readonly on: Target
  readonly reason: 'completed' | 'not-planned'
}

/** Closes a page. */
export const close = defineOperation<Close, Nothing>({
  do: 'close',
  turn: 'state',
  key: ({ on, reason }) => `close #${on.number} as ${reason}`,
  describe: ({ on, reason }) => `close #${on.number} as ${reason === 'completed' ? 'completed' : 'not planned'}`,
  github: {
    field: 'closeIssue',
    type: 'CloseIssueInput',
    select: issueHere,
    input: ({ on, reason }) => ({ issueId: on.id, stateReason: reason === 'completed' ? 'COMPLETED' : 'NOT_PLANNED' }),
    answer: nothing,
  },
  effect: (view, { on, reason }) => withPage(view, on.id, page => withState(page, 'closed', reason)),
})
