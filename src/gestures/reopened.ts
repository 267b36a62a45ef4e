import { may } from '../incident/authority.ts'
import type { Incident } from '../incident/incident.ts'
import { notTheirsToReopen } from '../words/put-back.ts'
import { type Hand, putBack, type Verdict } from './gesture.ts'

/** Reopening the issue takes the incident up again. */
export const reopened = (incident: Incident, { by, doer }: Hand): Verdict => {
  if (incident.ended === null) return []
  if (doer !== null && may(incident, doer, 'reopen')) return [{ is: 'reopened' }]
  return putBack(incident, { gesture: 'reopened', says: notTheirsToReopen(incident, by) })
}
