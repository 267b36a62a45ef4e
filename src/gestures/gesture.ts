import type { Doer } from '../incident/authority.ts'
import type { Decision, Fact, FactName } from '../incident/fact.ts'
import { type Incident, type StepState, stepOf } from '../incident/incident.ts'
import { cut } from '../incident/neutral.ts'
import type { Person } from '../incident/person.ts'
import type { Actor } from '../incident/snapshot.ts'
import { settleIncident, settleStep } from '../words/put-back.ts'

/** Who did it: `doer` is null for a bot and when GitHub names nobody, whose gestures never count. */
export type Hand = { readonly by: Actor | null; readonly doer: Doer | null }

export type Verdict = readonly Decision[]

type PutBack = Extract<Decision, { is: 'put-back' }>

/** What is corrected, and the words that explain it. */
type Correction = Pick<PutBack, 'gesture' | 'says'> & { readonly step?: StepState; readonly who?: Person }

/** After so many corrections of one thing it is asked about, and left alone. */
const patience = 3

/** Puts a gesture back and explains it; after the third time asks the commander once; after that says nothing. */
export const putBack = (incident: Incident, { gesture, step, who, says }: Correction): Verdict => {
  if (timesPutBack(incident, { gesture, step, who }) < patience) {
    const on = step === undefined ? {} : { step: step.id }
    const whom = who === undefined ? {} : { who: { id: who.id, login: who.login } }
    return [{ is: 'put-back', gesture, ...on, ...whom, says: cut(says, 4_000) }]
  }
  const command = step === undefined ? `${gesture} by hand` : `${gesture} by hand: ${step.id}`
  if (wasAsked(incident, command, step)) return []
  return [{ is: 'refused', command, says: step === undefined ? settleIncident(incident) : settleStep(incident, step) }]
}

type Thing = { gesture: PutBack['gesture']; step: StepState | undefined; who: Person | undefined }

const timesPutBack = (incident: Incident, { gesture, step, who }: Thing): number => {
  if (step !== undefined) return stepOf(incident, step.id)?.putBack ?? 0
  return sinceSettled(incident, step).filter(
    fact => fact.is === 'put-back' && fact.step === undefined && fact.gesture === gesture && fact.who?.id === who?.id,
  ).length
}

const wasAsked = (incident: Incident, command: string, step: StepState | undefined): boolean =>
  sinceSettled(incident, step).some(fact => fact.is === 'refused' && fact.command === command)

/** What happened since somebody last said what should hold: of the step, or of the incident itself. */
const sinceSettled = ({ facts }: Incident, step: StepState | undefined): Incident['facts'] =>
  facts.slice(facts.findLastIndex(fact => settles(fact, step)) + 1)

const settles = (fact: Fact, step: StepState | undefined): boolean => {
  if (fact.is === 'step-assigned' || fact.is === 'step-unassigned') return fact.step === step?.id
  return step === undefined && settling.includes(fact.is)
}

const settling: readonly FactName[] = ['commander-set', 'severity-set', 'role-assigned', 'role-unassigned', 'reopened']
