import { type Incident, isReady, ownersOf, type StepState } from '../domain/incident/incident.ts'
import { stepLabel } from '../domain/incident/labels.ts'
import { lineOfGivingUp } from '../domain/incident/revert-limit.ts'
import { byHand } from '../domain/playbook/playbook-id.ts'
import type { Person } from '../domain/terms/person.ts'
import { writeMarker } from '../domain/text/marker.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { childOf, hasLabel, lineSince } from '../domain/view/queries.ts'
import { stepBody, stepTitle } from '../messages/step.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/**
 * Every step has its sub-issue, open or closed. It is owed by the event that first asked for the step, so that one added
 * later waits for no other's lease.
 */
export const checklist: Rule = (incident, view) =>
  incident.steps
    .filter(step => childOf(view, step.id) === null && !isLeftOut(incident, step))
    .map(step => open(incident, view, step, lineSince(view, step.cause)))

/** Its page was taken away again and again: nobody is mailed about it once more until somebody says that it is wanted. */
const isLeftOut = (incident: Incident, { id, cause }: StepState): boolean => {
  if (lineOfGivingUp(incident, { manualChange: 'unlinked', step: id }) > 0) return true
  // Whose page it was is not known then: a step that came later has lost none. By lines, for what is recorded later may have been
  // said before.
  return cause < lineOfGivingUp(incident, { manualChange: 'edited', step: null })
}

const open = (incident: Incident, view: View, step: StepState, cause: number): Operation => {
  const { issue, declaredOn } = view
  return {
    do: 'open-step',
    cause,
    under: { id: issue.id, number: issue.number },
    step: step.id,
    plain: step.from === byHand ? 'added by hand' : `${step.of}${step.asset === null ? '' : ' for an asset'}`,
    title: stepTitle(incident, step, view.settings.configuration.privilegePrefix),
    body: `${stepBody(step)}\n\n${writeMarker({ kind: 'step', incident: declaredOn.id, number: declaredOn.number, key: step.id })}`,
    labels: hasLabel(view, stepLabel) ? [stepLabel] : [],
    assignees: assigneesOf(incident, view, step),
  }
}

/** Whom GitHub should show on a step: its owners, as far as GitHub lets them be assigned, once it can be begun. */
export const assigneesOf = (incident: Incident, view: View, step: StepState): readonly Person[] =>
  isReady(incident, step) ? assignable(view, ownersOf(incident, step)) : []

/** GitHub shows ten assignees at most, and drops those who cannot be assigned in silence. */
export const assignable = (view: View, people: readonly Person[]): readonly Person[] =>
  people.filter(one => view.index.memberById.get(one.id)?.assignable === true).slice(0, 10)
