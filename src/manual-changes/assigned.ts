import { type Incident, isBlocked, isFinished, ownersOf, type StepState } from '../domain/incident/incident.ts'
import { may } from '../domain/incident/permissions.ts'
import { includes, isSame, type Person } from '../domain/terms/person.ts'
import { assignedToGate, notTheirsToAssign } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** Assigning somebody to a step by hand assigns work if the incident commander does it, and takes work if it is unassigned. */
export const assigned = (incident: Incident, step: StepState, who: Person, { by, doer }: Hand): Verdict => {
  const owners = ownersOf(incident, step)
  if (includes(owners, who) || isFinished(step)) return []
  if (isBlocked(incident, step))
    return revert(incident, { manualChange: 'assigned', step, who, says: assignedToGate(incident, step, who, by) })
  const isOrder = doer !== null && may(incident, doer, 'assign')
  const isTaking = doer !== null && isSame(doer, who) && owners.length === 0
  if (isOrder || (isTaking && may(incident, doer, 'take-unowned-step')))
    return [{ is: 'step-assigned', step: step.id, who: [{ id: who.id, login: who.login }] }]
  return revert(incident, { manualChange: 'assigned', step, who, says: notTheirsToAssign(incident, step, who, by) })
}
