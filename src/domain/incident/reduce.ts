import { begin } from '../events/declared.ts'
import { type IncidentEvent, stateAfter } from '../events/event.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { IncidentState } from '../state/state.ts'
import { statusOf } from '../state/status-of.ts'
import type { Incident } from './incident.ts'

/**
 * Events, in the order in which they were recorded, to the incident that they add up to; null before it is declared. Of the
 * files only the guidance of steps is taken.
 */
export const reduceEvents = (events: readonly IncidentEvent[], playbooks: readonly Playbook[]): Incident | null => {
  const known = reduced.get(events)
  if (known !== undefined && known.playbooks === playbooks) return known.incident
  const incident = applyEvents(null, events, playbooks)
  reduced.set(events, { playbooks, incident })
  return incident
}

/** A run plans several times on the same record: what it adds up to is found once. */
const reduced = new WeakMap<
  readonly IncidentEvent[],
  { readonly playbooks: readonly Playbook[]; readonly incident: Incident | null }
>()

/** Events further. What stands before the declaration counts for nothing, and so does a second declaration. */
export const applyEvents = (
  incident: Incident | null,
  events: readonly IncidentEvent[],
  playbooks: readonly Playbook[],
): Incident | null => {
  let state: IncidentState | null = incident
  // one list for all of them: with one for each event a record would cost as much as the square of its length
  const counted: IncidentEvent[] = [...(incident?.events ?? [])]
  for (const event of events) {
    if (event.is === 'declared' ? state !== null : state === null) continue
    state = event.is === 'declared' ? begin(event, playbooks) : advance(state, event, counted.length + 1, playbooks)
    counted.push(event)
  }
  return state === null ? null : { ...state, events: counted }
}

/** One event further. */
export const applyEvent = (
  incident: Incident | null,
  event: IncidentEvent,
  playbooks: readonly Playbook[],
): Incident | null => applyEvents(incident, [event], playbooks)

const advance = (
  state: IncidentState | null,
  event: IncidentEvent,
  line: number,
  playbooks: readonly Playbook[],
): IncidentState | null => {
  if (state === null) return null
  const next = stateAfter(state, event, { line, playbooks })
  return { ...next, status: statusOf(next) }
}
