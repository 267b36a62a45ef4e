import { heldIn, type Incident } from '../domain/incident/incident.ts'
import { isCommander, may } from '../domain/incident/permissions.ts'
import { includes, isSame, type Person } from '../domain/terms/person.ts'
import { anybody } from '../domain/terms/roles.ts'
import { commandIsHandedOver, notTheirsToRemove } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** Responders leave, or the commander sends them; command itself is handed over and never taken off by hand. */
export const left = (incident: Incident, who: Person, { by, doer }: Hand): Verdict => {
  if (isCommander(incident, who))
    return revert(incident, { manualChange: 'unassigned', who, says: commandIsHandedOver(who, by) })
  if (!includes(heldIn(incident.roles, anybody), who)) return []
  const isOrder = doer !== null && may(incident, doer, 'assign')
  const isLeaving = doer !== null && isSame(doer, who) && may(incident, doer, 'let-go-of-own-work')
  if (isOrder || isLeaving) return [{ is: 'role-unassigned', role: anybody, who: [{ id: who.id, login: who.login }] }]
  return revert(incident, { manualChange: 'unassigned', who, says: notTheirsToRemove(incident, who, by) })
}
