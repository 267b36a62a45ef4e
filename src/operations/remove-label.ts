import type { Target } from '../domain/terms/target.ts'
import { labelled, type Nothing, nothing } from './answers.ts'
import { labelIds } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withoutLabel, withPage } from './page-effects.ts'

export type RemoveLabel = {
  readonly do: 'remove-label'
  readonly on: Target
  readonly label: string
}

/** Takes a label off a page. */
export const removeLabel = defineOperation<RemoveLabel, Nothing>({
  do: 'remove-label',
  turn: 'labels',
  key: ({ on, label }) => `remove label ${label} from #${on.number}`,
  describe: ({ on, label }) => `remove label ${label} from #${on.number}`,
  github: {
    field: 'removeLabelsFromLabelable',
    type: 'RemoveLabelsFromLabelableInput',
    select: labelled,
    input: ({ on, label }, snapshot) => labelIds(snapshot, [label], ids => ({ labelableId: on.id, labelIds: ids })),
    answer: nothing,
  },
  effect: (view, { on, label }) => withPage(view, on.id, page => withoutLabel(page, label)),
})
