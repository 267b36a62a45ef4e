import type { Target } from '../domain/terms/target.ts'
import { here, type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'

export type AdoptStep = {
  readonly do: 'adopt-step'
  readonly on: Target
  readonly under: Target
}

/** Puts the page of a step under the incident's own issue, from wherever it was. */
export const adoptStep = defineOperation<AdoptStep, Nothing>({
  do: 'adopt-step',
  turn: 'state',
  key: ({ on, under }) => `put #${on.number} under #${under.number}`,
  describe: ({ on, under }) => `put #${on.number} under #${under.number}`,
  github: {
    field: 'addSubIssue',
    type: 'AddSubIssueInput',
    select: `{ issue { id ${here} } }`,
    input: ({ on, under }) => ({ issueId: under.id, subIssueId: on.id, replaceParent: true }),
    answer: nothing,
  },
  effect: (view, { on }) => ({ ...view, strays: view.strays.filter(id => id !== on.id) }),
})
