import type { Incident } from '../domain/incident/incident.ts'
import { may } from '../domain/incident/permissions.ts'
import { notTheirsToReopen } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** Reopening the issue takes the incident up again. */
export const reopened = (incident: Incident, { by, doer }: Hand): Verdict => {
  if (incident.ended === null) return []
  if (doer !== null && may(incident, doer, 'reopen')) return [{ is: 'reopened' }]
  return revert(incident, { manualChange: 'reopened', says: notTheirsToReopen(incident, by) })
}
