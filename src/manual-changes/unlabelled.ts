import { mostWords } from '../domain/events/stamp.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { isKindLabel, labelsOf } from '../domain/incident/labels.ts'
import { patience, timesReverted } from '../domain/incident/revert-limit.ts'
import { cut } from '../domain/text/escape.ts'
import { labelKept, labelNeeded } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

const manualChange = 'unlabelled'

/** An incident keeps its label and that of its severity; one that a new severity has replaced may go. */
export const unlabelled = (incident: Incident, label: string, { by }: Hand): Verdict => {
  const kept = labelsOf(incident).some(one => one.toLowerCase() === label.toLowerCase())
  if (!kept) return []
  const says = labelNeeded(incident, label, by)
  if (!isKindLabel(incident, label)) return revert(incident, { manualChange, says })
  // restored always, also while nobody commands: only the explanations have an end
  const times = timesReverted(incident, { manualChange, step: null, who: null })
  if (times > patience) return []
  return [{ is: 'reverted', manualChange, says: cut(times < patience ? says : labelKept(incident, label), mostWords) }]
}
