import { may } from '../incident/authority.ts'
import type { Incident } from '../incident/incident.ts'
import { isWorse, severities } from '../incident/severity.ts'
import { loweredWithoutReason, severityNotTheirs } from '../words/put-back.ts'
import { type Hand, putBack, type Verdict } from './gesture.ts'

/** Setting a severity's label is `/severity` without words: enough to raise it, not to lower it. */
export const labelled = (incident: Incident, label: string, { by, doer }: Hand): Verdict => {
  const to = severities.find(one => one.toLowerCase() === label.toLowerCase())
  const from = incident.severity
  if (to === undefined || to === from || incident.kind === 'readiness') return []
  const isLower = isWorse(from, to)
  if (doer === null || !may(incident, doer, isLower ? 'lower severity' : 'raise severity'))
    return putBack(incident, { gesture: 'labelled', says: severityNotTheirs(incident, to, by) })
  if (isLower) return putBack(incident, { gesture: 'labelled', says: loweredWithoutReason(from, to) })
  return [{ is: 'severity-set', to }]
}
