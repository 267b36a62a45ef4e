import type { Target } from '../domain/terms/target.ts'
import { issueHere, type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'
import { withPage, withState } from './page-effects.ts'

export type CloseDuplicate = {
  readonly do: 'close-duplicate'
  readonly on: Target
  readonly of: Target
}

/** Closes a sub-issue that was made twice by accident. */
export const closeDuplicate = defineOperation<CloseDuplicate, Nothing>({
  do: 'close-duplicate',
  turn: 'state',
  withoutRecord: true,
  key: ({ on, of }) => `close #${on.number} as duplicate of #${of.number}`,
  describe: ({ on, of }) => `close #${on.number} as a duplicate of #${of.number}`,
  github: {
    field: 'closeIssue',
    type: 'CloseIssueInput',
    select: issueHere,
    input: ({ on, of }) => ({ issueId: on.id, stateReason: 'DUPLICATE', duplicateIssueId: of.id }),
    answer: nothing,
  },
  effect: (view, { on }) => withPage(view, on.id, page => withState(page, 'closed', 'duplicate')),
})
