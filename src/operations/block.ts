import type { Target } from '../domain/terms/target.ts'
import { issueHere, type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'
import { withBlocker } from './view-effects.ts'

export type Block = {
  readonly do: 'block'
  readonly on: Target
  readonly by: Target
}

/** Marks a step as blocked by another. */
export const block = defineOperation<Block, Nothing>({
  do: 'block',
  turn: 'dependencies',
  withoutRecord: true,
  key: ({ on, by }) => `block #${on.number} by #${by.number}`,
  describe: ({ on, by }) => `mark #${on.number} as blocked by #${by.number}`,
  github: {
    field: 'addBlockedBy',
    type: 'AddBlockedByInput',
    select: issueHere,
    input: ({ on, by }) => ({ issueId: on.id, blockingIssueId: by.id }),
    answer: nothing,
  },
  effect: (view, { on, by }) => withBlocker(view, on.id, by.id),
})
