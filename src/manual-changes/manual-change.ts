import type { Decision } from '../domain/events/event.ts'
import type { Incident, StepState } from '../domain/incident/incident.ts'
import type { Doer } from '../domain/incident/permissions.ts'
import { isContested, patience, questionOf, timesPutBack } from '../domain/incident/revert-limit.ts'
import type { Person } from '../domain/terms/person.ts'
import { cut } from '../domain/text/escape.ts'
import type { Actor } from '../domain/terms/person.ts'
import { settleIncident, settleStep } from '../messages/revert.ts'

/** Who did it: `doer` is null for a bot and when GitHub names nobody, whose gestures never count. */
export type Hand = { readonly by: Actor | null; readonly doer: Doer | null }

export type Verdict = readonly Decision[]

type PutBack = Extract<Decision, { is: 'put-back' }>

/** What is corrected, and the words that explain it. */
type Correction = Pick<PutBack, 'gesture' | 'says'> & { readonly step?: StepState; readonly who?: Person }

/**
 * Puts a gesture back and explains it; after the third time asks the commander once; after that says nothing. While
 * nobody commands nothing is put back at all: it is left as it is until somebody does.
 */
export const putBack = (incident: Incident, { gesture, step, who, says }: Correction): Verdict => {
  const contest = { gesture, step: step?.id ?? null, who: who ?? null }
  // of a review nobody ever commands
  if (incident.commander === null && incident.kind === 'incident')
    return [{ is: 'noticed', gesture: questionOf(contest) }]
  if (timesPutBack(incident, contest) < patience) {
    const on = step === undefined ? {} : { step: step.id }
    const whom = who === undefined ? {} : { who: { id: who.id, login: who.login } }
    return [{ is: 'put-back', gesture, ...on, ...whom, says: cut(says, 4_000) }]
  }
  if (isContested(incident, contest)) return []
  const question = step === undefined ? settleIncident(incident) : settleStep(incident, step)
  return [{ is: 'refused', command: questionOf(contest), says: question }]
}
