import { type Incident, unfinishedRequired } from '../domain/incident/incident.ts'
import { may } from '../domain/incident/permissions.ts'
import { closedWithoutCommand, notTheirsToClose, requiredMissing } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** The commander closes, once nothing required is left; while nobody commands a close does not count, nor is it fought. */
export const closed = (incident: Incident, { by, doer }: Hand): Verdict => {
  if (incident.ended !== null) return []
  // what a review leaves undone is on record, and is asked again next time
  if (incident.kind === 'readiness')
    return doer !== null && may(incident, doer, 'close')
      ? [{ is: 'closed' }]
      : revert(incident, { manualChange: 'closed', says: notTheirsToClose(incident, by) })
  if (incident.commander === null)
    return [{ is: 'manual-change-questioned', manualChange: 'closed', says: closedWithoutCommand(incident) }]
  if (doer === null || !may(incident, doer, 'close'))
    return revert(incident, { manualChange: 'closed', says: notTheirsToClose(incident, by) })
  const missing = unfinishedRequired(incident)
  return missing.length === 0
    ? [{ is: 'closed' }]
    : revert(incident, { manualChange: 'closed', says: requiredMissing(missing) })
}
