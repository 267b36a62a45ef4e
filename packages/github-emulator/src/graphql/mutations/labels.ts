import {
  addLabels,
  createLabel,
  deleteLabel,
  type NewLabel,
  removeLabels,
  setLabels,
  updateLabel,
} from '../../world/labels.ts'
import type { Issue } from '../../world/types/issues.ts'
import type { Context } from '../context.ts'
import { node } from '../fields.ts'
import { idOf, issueIdOf, repositoryOf } from '../nodes.ts'
import { issueNode } from '../types/nodes.ts'
import { mutationsOf } from './perform.ts'

type Mark = { readonly labelableId: string; readonly labelIds: string[] }

const labelable = (context: Context, issue: Issue) => ({ labelable: issueNode(context, issue) })
const idsOf = (context: Context, ids: readonly string[]) => ids.map(id => idOf(context, id, 'Label'))

/** Labels of a repository, and on its issues. */
export const labelMutations = mutationsOf({
  createLabel: (
    input: {
      readonly repositoryId: string
      readonly name: string
      readonly color: string
      readonly description?: string | null
    },
    context: Context,
  ) => {
    const { name, color, description } = input
    const repository = repositoryOf(context, input.repositoryId)
    return {
      label: node('Label', createLabel(context.world, context.viewer, repository.id, { name, color, description })),
    }
  },
  updateLabel: (
    input: {
      readonly id: string
      readonly name?: string | null
      readonly color?: string | null
      readonly description?: string | null
    },
    context: Context,
  ) => {
    const changes: Partial<NewLabel> = {
      ...(input.name == null ? {} : { name: input.name }),
      ...(input.color == null ? {} : { color: input.color }),
      ...(input.description === undefined ? {} : { description: input.description }),
    }
    return {
      label: node('Label', updateLabel(context.world, context.viewer, idOf(context, input.id, 'Label'), changes)),
    }
  },
  deleteLabel: (input: { readonly id: string }, context: Context) => {
    deleteLabel(context.world, context.viewer, idOf(context, input.id, 'Label'))
    return {}
  },
  addLabelsToLabelable: (input: Mark, context: Context) => {
    const ids = idsOf(context, input.labelIds)
    return labelable(context, addLabels(context.world, context.viewer, issueIdOf(context, input.labelableId), ids))
  },
  removeLabelsFromLabelable: (input: Mark, context: Context) => {
    const ids = idsOf(context, input.labelIds)
    return labelable(context, removeLabels(context.world, context.viewer, issueIdOf(context, input.labelableId), ids))
  },
  clearLabelsFromLabelable: (input: { readonly labelableId: string }, context: Context) =>
    labelable(context, setLabels(context.world, context.viewer, issueIdOf(context, input.labelableId), [])),
})
