import type { Incident } from '../domain/incident/incident.ts'
import { may } from '../domain/incident/permissions.ts'
import { notTheirsToReopen } from '../messages/revert.ts'
import { type Hand, putBack, type Verdict } from './manual-change.ts'

/** Reopening the issue takes the incident up again. */
export const reopened = (incident: Incident, { by, doer }: Hand): Verdict => {
  if (incident.ended === null) return []
  if (doer !== null && may(incident, doer, 'reopen')) return [{ is: 'reopened' }]
  return putBack(incident, { gesture: 'reopened', says: notTheirsToReopen(incident, by) })
}
