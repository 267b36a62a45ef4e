import { heldIn, type Incident, isBlocked, isFinished, isReady, type StepState } from '../domain/incident/incident.ts'
import { isCommander } from '../domain/incident/permissions.ts'
import type { Person } from '../domain/terms/person.ts'

// What the example of a rejection names: a step that is open here, a person who is in it. Null: there is none.

/** A step that can be begun now, else one that is at least no blocked gate. */
export const openStep = (incident: Incident): StepState | null =>
  incident.steps.find(step => isReady(incident, step)) ??
  incident.steps.find(step => !isFinished(step) && !isBlocked(incident, step)) ??
  null

/** A step that somebody was named for, and who. */
export const ownedStep = (incident: Incident): { readonly step: StepState; readonly owner: Person } | null => {
  const open = incident.steps.filter(step => !isFinished(step))
  const [first] = open.flatMap(step => step.named.map(owner => ({ step, owner })))
  return first ?? null
}

/** Somebody other than the incident commander who has a role here, or is on the roster for one. */
export const responder = (incident: Incident): Person | null =>
  [...Object.values(incident.roles), ...Object.values(incident.roster)]
    .flat()
    .find(one => !isCommander(incident, one)) ?? null

/** Somebody who could take over command: on the roster for it first. */
export const successor = (incident: Incident): Person | null =>
  heldIn(incident.roster, 'incident-commander').find(one => !isCommander(incident, one)) ?? responder(incident)
