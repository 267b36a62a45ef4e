import { type Incident, isReady, ownersOf, type StepState } from '../domain/incident/incident.ts'
import { stepLabel } from '../domain/incident/labels.ts'
import { byHand } from '../domain/playbook/step-snapshot.ts'
import type { Person } from '../domain/terms/person.ts'
import { writeMarker } from '../domain/text/marker.ts'
import { childrenOf, lineOf } from '../domain/view/queries.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { stepBody, stepTitle } from '../messages/step.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** Every step of the playbook has its sub-issue, open or closed. */
export const checklist =
  (ours: readonly number[], prefix: string | null): Rule =>
  (incident, snapshot) => {
    const cause = lineOf(snapshot, event => event.is === 'declared')
    return incident.steps
      .filter(step => childrenOf(snapshot, ours, step.id).length === 0)
      .map(step => open(incident, snapshot, step, cause, prefix))
  }

const open = (
  incident: Incident,
  snapshot: Snapshot,
  step: StepState,
  cause: number,
  prefix: string | null,
): Operation => {
  const { id, number, labels } = { ...snapshot.issue, labels: snapshot.repository.labels }
  return {
    do: 'open-step',
    cause,
    under: { id, number },
    step: step.id,
    plain: step.from === byHand ? 'added by hand' : `${step.of}${step.asset === null ? '' : ' for an asset'}`,
    title: stepTitle(incident, step, prefix),
    body: `${stepBody(step)}\n\n${writeMarker({ kind: 'step', incident: id, number, key: step.id })}`,
    labels: labels.some(label => label.name.toLowerCase() === stepLabel) ? [stepLabel] : [],
    assignees: assigneesOf(incident, snapshot, step),
  }
}

/** Whom GitHub should show on a step: its owners, as far as GitHub lets them be assigned, once it can be begun. */
export const assigneesOf = (incident: Incident, snapshot: Snapshot, step: StepState): readonly Person[] =>
  isReady(incident, step) ? assignable(snapshot, ownersOf(incident, step)) : []

/** GitHub shows ten assignees at most, and drops those who cannot be assigned in silence. */
export const assignable = (snapshot: Snapshot, people: readonly Person[]): readonly Person[] =>
  people.filter(one => snapshot.members.some(member => member.id === one.id && member.assignable)).slice(0, 10)
