import { isCommander, may } from '../incident/authority.ts'
import { heldIn, type Incident } from '../incident/incident.ts'
import { includes, isSame, type Person } from '../incident/person.ts'
import { anybody } from '../incident/roles.ts'
import { commandIsHandedOver, notTheirsToRemove } from '../words/put-back.ts'
import { type Hand, putBack, type Verdict } from './gesture.ts'

/** Responders leave, or the commander sends them; command itself is handed over and never taken off by hand. */
export const left = (incident: Incident, who: Person, { by, doer }: Hand): Verdict => {
  if (isCommander(incident, who))
    return putBack(incident, { gesture: 'unassigned', who, says: commandIsHandedOver(who, by) })
  if (!includes(heldIn(incident.roles, anybody), who)) return []
  const isOrder = doer !== null && may(incident, doer, 'assign')
  const isLeaving = doer !== null && isSame(doer, who) && may(incident, doer, 'let go of own work')
  if (isOrder || isLeaving) return [{ is: 'role-unassigned', role: anybody, who: [{ id: who.id, login: who.login }] }]
  return putBack(incident, { gesture: 'unassigned', who, says: notTheirsToRemove(incident, who, by) })
}
