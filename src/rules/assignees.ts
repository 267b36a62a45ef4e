import { type Incident, isBlocked, ownersOf, type StepState } from '../domain/incident/incident.ts'
import { isContested, isStepContested } from '../domain/incident/revert-limit.ts'
import { includes, type Person } from '../domain/terms/person.ts'
import type { Target } from '../domain/terms/target.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { childOf } from '../domain/view/queries.ts'
import type { ChildView } from '../domain/view/snapshot.ts'
import type { Edit } from '../operations/operation.ts'
import { assignable, assigneesOf } from './checklist.ts'
import type { Rule } from './rule.ts'

/** Who is assigned at GitHub is who was ordered: the commander and the responders on the incident, the owners on a ready step. */
export const assignees: Rule = (incident, view) => [
  ...match(view.issue, view.issue.assignees, commanders(incident, view)).filter(
    ({ do: verb, who }) =>
      !isContested(incident, { manualChange: verb === 'assign' ? 'unassigned' : 'assigned', step: null, who }),
  ),
  ...incident.steps.flatMap(step => {
    const child = childOf(view, step.id)
    return child === null || isStepContested(incident, step.id) ? [] : ofStep(incident, view, step, child)
  }),
]

type Assigning = Extract<Edit, { do: 'assign' | 'unassign' }>

const commanders = (incident: Incident, view: View): readonly Person[] => {
  const commander = incident.commander === null ? [] : [incident.commander.who]
  const responders = (incident.roles.responder ?? []).filter(one => !includes(commander, one))
  return assignable(view, [...commander, ...responders])
}

const ofStep = (incident: Incident, view: View, step: StepState, child: ChildView): readonly Assigning[] => {
  // the page of a finished step shows who had it, however late that was heard of
  if (step.state === 'done') return match(child, child.assignees, assignable(view, step.named))
  const wanted = assigneesOf(incident, view, step)
  if (wanted.length > 0 || isBlocked(incident, step)) return match(child, child.assignees, wanted)
  // before a waiting step is ready nobody is pinged, but one who was named for it may stand there already
  return match(child, child.assignees, wanted).filter(
    operation => !(operation.do === 'unassign' && includes(ownersOf(incident, step), operation.who)),
  )
}

const match = (on: Target, are: readonly Person[], wanted: readonly Person[]): readonly Assigning[] => {
  const target = { id: on.id, number: on.number }
  return [
    ...wanted.filter(who => !includes(are, who)).map(who => ({ do: 'assign', on: target, who }) as const),
    ...are.filter(who => !includes(wanted, who)).map(who => ({ do: 'unassign', on: target, who }) as const),
  ]
}
