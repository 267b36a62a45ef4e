import { type Incident, isBlocked, isFinished, ownersOf, type StepState } from '../domain/incident/incident.ts'
import { may } from '../domain/incident/permissions.ts'
import { includes, isSame, type Person } from '../domain/terms/person.ts'
import { heldByTheirRole, notTheirsToUnassign } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** Taking somebody off a step by hand is the commander's; who took it themselves may let it go again. */
export const unassigned = (incident: Incident, step: StepState, who: Person, { by, doer }: Hand): Verdict => {
  if (!includes(ownersOf(incident, step), who) || isFinished(step) || isBlocked(incident, step)) return []
  const isOrder = doer !== null && may(incident, doer, 'assign')
  if (isOrder && step.named.length === 0)
    return revert(incident, {
      manualChange: 'unassigned',
      step,
      who,
      says: heldByTheirRole(step, step.role ?? '', who, by),
    })
  const isLettingGo = doer !== null && isSame(doer, who) && tookIt(incident, step, who)
  if (isOrder || (isLettingGo && may(incident, doer, 'let-go-of-own-work')))
    return [{ is: 'step-unassigned', step: step.id, who: [{ id: who.id, login: who.login }] }]
  return revert(incident, { manualChange: 'unassigned', step, who, says: notTheirsToUnassign(incident, step, who, by) })
}

/** Nobody else gave it to them. */
const tookIt = (incident: Incident, step: StepState, who: Person): boolean => {
  const given = incident.events.findLast(
    event => event.is === 'step-assigned' && event.step === step.id && includes(event.who, who),
  )
  return given !== undefined && isSame(given.by, who)
}
