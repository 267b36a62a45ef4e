import type { IncidentEvent } from '../domain/events/event.ts'
import { sourceKey } from '../domain/events/source.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { reviewDueAt } from '../domain/incident/readiness.ts'
import { dayOf, isBefore, later, type Timestamp } from '../domain/terms/timestamp.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { ownStamp } from './own-stamp.ts'

/**
 * What time alone brings about. Its source is the clock and the event that started it, so that whoever looks first records
 * it and nobody does so again.
 */
export const dueEvents = (incident: Incident, view: Snapshot, run: string): readonly IncidentEvent[] => {
  const due = reviewDueAt(incident)
  const ending = incident.events.at((incident.endings.at(-1)?.line ?? 0) - 1)
  if (due === null || ending === undefined || isBefore(view.now, due)) return []
  const source = sourceKey({ of: 'review', ending: ending.source })
  const reopened = incident.events.findLast(event => event.is === 'reopened')
  // opened by hand before its day, it goes on where it was
  const isEarly = incident.ended === null && (reopened === undefined || isBefore(reopened.said, due))
  if (isEarly || incident.events.some(event => event.source === source)) return []
  return [{ ...ownStamp(view, run), is: 'review-due', source }]
}

/** When time alone brings about something next: a review that is due again, a pull request that GitHub is asked for once a day. */
export const nextDue = (incident: Incident, { now }: Pick<Snapshot, 'now'>): Timestamp | null => {
  const review = reviewDueAt(incident)
  const wasRefused = incident.events.some(
    event => event.is === 'pull-request-refused' && dayOf(event.recorded) === dayOf(now),
  )
  const moments = [
    ...(review !== null && isBefore(now, review) ? [review] : []),
    ...(wasRefused ? [later(`${dayOf(now)}T00:00:00Z`, 86_400)] : []),
  ]
  return moments.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null
}
