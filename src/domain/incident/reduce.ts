import { begin } from '../events/declared.ts'
import { type IncidentEvent, stateAfter } from '../events/event.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { statusOf } from '../state/status-of.ts'
import type { Incident } from './incident.ts'

/**
 * Events, in the order in which they were recorded, to the incident that they add up to; null before it is declared. Of the
 * files only the guidance of steps is taken.
 */
export const reduceEvents = (events: readonly IncidentEvent[], playbooks: readonly Playbook[]): Incident | null =>
  events.reduce<Incident | null>((incident, event) => applyEvent(incident, event, playbooks), null)

/** One event further. What stands before the declaration counts for nothing, and so does a second declaration. */
export const applyEvent = (
  incident: Incident | null,
  event: IncidentEvent,
  playbooks: readonly Playbook[],
): Incident | null => {
  if (event.is === 'declared') return incident ?? { ...begin(event, playbooks), events: [event] }
  if (incident === null) return null
  const next = stateAfter(incident, event, { line: incident.events.length + 1, playbooks })
  return { ...next, status: statusOf(next), events: [...incident.events, event] }
}
