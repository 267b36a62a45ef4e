import type { Incident } from '../incident/incident.ts'
import { labelsOf } from '../incident/view.ts'
import { labelNeeded } from '../words/put-back.ts'
import { type Hand, putBack, type Verdict } from './gesture.ts'

/** An incident keeps its label and that of its severity; one that a new severity has replaced may go. */
export const unlabelled = (incident: Incident, label: string, { by }: Hand): Verdict => {
  const kept = labelsOf(incident).some(one => one.toLowerCase() === label.toLowerCase())
  return kept ? putBack(incident, { gesture: 'unlabelled', says: labelNeeded(incident, label, by) }) : []
}
