import { mostPeople } from '../domain/events/stamp.ts'
import { heldIn, type Incident } from '../domain/incident/incident.ts'
import { isCommander, may } from '../domain/incident/permissions.ts'
import { includes, isSame, type Person } from '../domain/terms/person.ts'
import { anybody } from '../domain/terms/roles.ts'
import { notTheirsToAdd } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** Whoever is assigned to the incident itself responds to it: anyone joins, the commander brings others in. */
export const joined = (incident: Incident, who: Person, { by, doer }: Hand): Verdict => {
  const held = heldIn(incident.roles, anybody)
  if (isCommander(incident, who) || includes(held, who)) return []
  const isOrder = doer !== null && may(incident, doer, 'assign')
  const isJoining = doer !== null && isSame(doer, who) && may(incident, doer, 'take-unowned-step')
  // as many as an event names; GitHub itself stops at ten assignees
  if ((isOrder || isJoining) && held.length < mostPeople)
    return [{ is: 'role-assigned', role: anybody, who: [...held, { id: who.id, login: who.login }] }]
  return revert(incident, { manualChange: 'assigned', who, says: notTheirsToAdd(incident, who, by) })
}
