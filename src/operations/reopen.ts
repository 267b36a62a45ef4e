import type { Target } from '../domain/terms/target.ts'
import { issueHere, type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'
import { withPage, withState } from './page-effects.ts'

export type Reopen = {
  readonly do: 'reopen'
  readonly on: Target
}

/** Opens a page again. */
export const reopen = defineOperation<Reopen, Nothing>({
  do: 'reopen',
  turn: 'state',
  key: ({ on }) => `reopen #${on.number}`,
  describe: ({ on }) => `reopen #${on.number}`,
  github: {
    field: 'reopenIssue',
    type: 'ReopenIssueInput',
    select: issueHere,
    input: ({ on }) => ({ issueId: on.id }),
    answer: nothing,
  },
  effect: (view, { on }) => withPage(view, on.id, page => withState(page, 'open', 'reopened')),
})
