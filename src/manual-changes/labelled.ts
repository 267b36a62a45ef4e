import type { Incident } from '../domain/incident/incident.ts'
import { may } from '../domain/incident/permissions.ts'
import { isWorse, severities } from '../domain/terms/severity.ts'
import { loweredWithoutReason, severityNotTheirs } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** Setting a severity's label is `/severity` without words: enough to raise it, not to lower it. */
export const labelled = (incident: Incident, label: string, { by, doer }: Hand): Verdict => {
  const to = severities.find(one => one.toLowerCase() === label.toLowerCase())
  const from = incident.severity
  if (to === undefined || to === from || incident.kind === 'readiness') return []
  const isLower = isWorse(from, to)
  if (doer === null || !may(incident, doer, isLower ? 'lower-severity' : 'raise-severity'))
    return revert(incident, { manualChange: 'labelled', says: severityNotTheirs(incident, to, by) })
  if (isLower) return revert(incident, { manualChange: 'labelled', says: loweredWithoutReason(from, to) })
  return [{ is: 'severity-set', to }]
}
