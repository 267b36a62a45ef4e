import type { Person } from '../domain/terms/person.ts'
import type { Target } from '../domain/terms/target.ts'
import { here, type MadeIssue, madeIssue } from './answers.ts'
import { labelIds, nodeOf, withinBody } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withChild } from './view-effects.ts'

export type OpenStep = {
  readonly do: 'open-step'
  readonly cause: number
  readonly under: Target
  readonly step: string
  /** The step without people's words, for logs: its id in the playbook. */
  readonly plain: string
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly assignees: readonly Person[]
}

/** Opens the sub-issue of a step. */
export const openStep = defineOperation<OpenStep, MadeIssue>({
  do: 'open-step',
  turn: 'step',
  changesBoard: true,
  withoutRecord: true,
  key: ({ step }) => `step ${step}`,
  describe: ({ plain, under }) => `open step ${plain} under #${under.number}`,
  github: {
    field: 'createIssue',
    type: 'CreateIssueInput',
    select: `{ issue { id number url createdAt ${here} } }`,
    input: ({ under, title, body, labels, assignees }, snapshot) =>
      withinBody(body) ??
      labelIds(snapshot, labels, ids => ({
        repositoryId: snapshot.repository.id,
        parentIssueId: under.id,
        title,
        body,
        labelIds: ids,
        // Somebody who has left must not keep a step from being opened: who is missing is assigned, or refused, after.
        assigneeIds: assignees.flatMap(who => nodeOf(snapshot, who) ?? []),
      })),
    answer: madeIssue,
  },
  effect: withChild,
})
