import type { Incident } from '../domain/incident/incident.ts'
import { labelsOf } from '../domain/incident/labels.ts'
import { labelNeeded } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** An incident keeps its label and that of its severity; one that a new severity has replaced may go. */
export const unlabelled = (incident: Incident, label: string, { by }: Hand): Verdict => {
  const kept = labelsOf(incident).some(one => one.toLowerCase() === label.toLowerCase())
  return kept ? revert(incident, { manualChange: 'unlabelled', says: labelNeeded(incident, label, by) }) : []
}
