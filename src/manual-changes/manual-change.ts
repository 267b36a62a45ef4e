import type { Decision } from '../domain/events/event.ts'
import type { ManualChange } from '../domain/events/manual-change.ts'
import { mostWords } from '../domain/events/stamp.ts'
import type { Incident, StepState } from '../domain/incident/incident.ts'
import type { Doer } from '../domain/incident/permissions.ts'
import { isContested, patience, timesReverted } from '../domain/incident/revert-limit.ts'
import type { Actor, Person } from '../domain/terms/person.ts'
import { cut } from '../domain/text/escape.ts'
import { settleEnded, settleIncident, settleStep } from '../messages/revert.ts'

/** Who did it: `doer` is null for a bot and when GitHub names nobody, whose manual changes never count. */
export type Hand = { readonly by: Actor | null; readonly doer: Doer | null }

export type Verdict = readonly Decision[]

/** What is corrected, and the words that explain it. */
type Correction = {
  readonly manualChange: ManualChange
  readonly says: string
  readonly step?: StepState
  readonly who?: Person
}

/**
 * Reverts a manual change and explains it; after the third time asks the commander once; after that says nothing. While
 * nobody commands nothing is reverted at all: it is left as it is until somebody does.
 */
export const revert = (incident: Incident, { manualChange, step, who, says }: Correction): Verdict => {
  const contest = { manualChange, step: step?.id ?? null, who: who ?? null }
  const on = step === undefined ? {} : { step: step.id }
  const whom = who === undefined ? {} : { who: { id: who.id, login: who.login } }
  const what = { manualChange, ...on, ...whom }
  // of a review nobody ever commands
  if (incident.commander === null && incident.kind === 'incident') return [{ is: 'manual-change-left', ...what }]
  if (timesReverted(incident, contest) < patience) return [{ is: 'reverted', ...what, says: cut(says, mostWords) }]
  if (isContested(incident, contest)) return []
  const open = () => (step === undefined ? settleIncident(incident) : settleStep(incident, step))
  const question = incident.ended === null ? open() : settleEnded(incident, incident.ended)
  return [{ is: 'manual-change-questioned', ...what, says: question }]
}
