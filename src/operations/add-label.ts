import type { Target } from '../domain/terms/target.ts'
import { labelled, type Nothing, nothing } from './answers.ts'
import { labelIds } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withLabel, withPage } from './page-effects.ts'

export type AddLabel = {
  readonly do: 'add-label'
  readonly on: Target
  readonly label: string
}

/** Puts a label on a page. */
export const addLabel = defineOperation<AddLabel, Nothing>({
  do: 'add-label',
  turn: 'labels',
  withoutRecord: true,
  key: ({ on, label }) => `add label ${label} to #${on.number}`,
  describe: ({ on, label }) => `add label ${label} to #${on.number}`,
  github: {
    field: 'addLabelsToLabelable',
    type: 'AddLabelsToLabelableInput',
    select: labelled,
    input: ({ on, label }, snapshot) => labelIds(snapshot, [label], ids => ({ labelableId: on.id, labelIds: ids })),
    answer: nothing,
  },
  effect: (view, { on, label }) => withPage(view, on.id, page => withLabel(page, label)),
})
