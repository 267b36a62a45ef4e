import { here, type MadeLabel, madeLabel } from './answers.ts'
import { defineOperation } from './operation-kind.ts'
import { withNewLabel } from './view-effects.ts'

export type CreateLabel = {
  readonly do: 'create-label'
  readonly label: string
  readonly color: string
  readonly description: string
}

/** Makes a label of the repository. */
export const createLabel = defineOperation<CreateLabel, MadeLabel>({
  do: 'create-label',
  turn: 'label',
  withoutRecord: true,
  key: ({ label }) => `create label ${label}`,
  describe: ({ label }) => `create label ${label}`,
  github: {
    field: 'createLabel',
    type: 'CreateLabelInput',
    select: `{ label { id ${here} } }`,
    input: ({ label, color, description }, { repository }) => ({
      repositoryId: repository.id,
      name: label,
      color,
      description,
    }),
    answer: madeLabel,
  },
  effect: (view, { label }, { id }) => withNewLabel(view, label, id),
})
