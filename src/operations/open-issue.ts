import { here, type MadeIssue, madeIssue } from './answers.ts'
import { labelIds, withinBody } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'

export type OpenIssue = {
  readonly do: 'open-issue'
  readonly cause: number
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
}

/** Opens the issue on which an incident continues whose own is gone. */
export const openIssue = defineOperation<OpenIssue, MadeIssue>({
  do: 'open-issue',
  turn: 'step',
  key: ({ cause }) => `issue ${cause}`,
  describe: () => 'open an issue to continue the incident on',
  github: {
    field: 'createIssue',
    type: 'CreateIssueInput',
    select: `{ issue { id number url createdAt ${here} } }`,
    input: ({ title, body, labels }, snapshot) =>
      withinBody(body) ??
      labelIds(snapshot, labels, ids => ({ repositoryId: snapshot.repository.id, title, body, labelIds: ids })),
    answer: madeIssue,
  },
  effect: (view, { cause }, { id, number }) =>
    view.successors.some(one => one.id === id)
      ? view
      : { ...view, successors: [...view.successors, { id, number, asked: String(cause), state: 'open' }] },
})
