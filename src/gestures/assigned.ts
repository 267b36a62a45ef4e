import { may } from '../incident/authority.ts'
import { type Incident, isFinished, isShut, ownersOf, type StepState } from '../incident/incident.ts'
import { includes, isSame, type Person } from '../incident/person.ts'
import { assignedToGate, notTheirsToAssign } from '../words/put-back.ts'
import { type Hand, putBack, type Verdict } from './gesture.ts'

/** Assigning somebody to a step by hand is an order if it is the commander's, and taking work if it is nobody's yet. */
export const assigned = (incident: Incident, step: StepState, who: Person, { by, doer }: Hand): Verdict => {
  const owners = ownersOf(incident, step)
  if (includes(owners, who) || isFinished(step)) return []
  if (isShut(incident, step))
    return putBack(incident, { gesture: 'assigned', step, who, says: assignedToGate(incident, step, who, by) })
  const isOrder = doer !== null && may(incident, doer, 'assign')
  const isTaking = doer !== null && isSame(doer, who) && owners.length === 0
  if (isOrder || (isTaking && may(incident, doer, 'take an unowned step')))
    return [{ is: 'step-assigned', step: step.id, who: [{ id: who.id, login: who.login }] }]
  return putBack(incident, { gesture: 'assigned', step, who, says: notTheirsToAssign(incident, step, who, by) })
}
