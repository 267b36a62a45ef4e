/** Why nothing, or nothing more, is done about an incident in a run: until somebody acts, a later run ends the same way. */
const haltReasons = [
  'not-private',
  'archived',
  'newer-version',
  'not-an-incident',
  'incomplete',
  'absent',
  'issue-moved',
  'unauthorised',
  'refused',
  'ledger-refused',
  'too-large',
] as const

/** What is wrong with a record that nothing is decided from. People are told of it once, and that is all that is done. */
const ledgerFaults = ['ledger-tampered', 'ledger-unreadable', 'ledger-gone', 'ledger-rolled-back'] as const

/** Every way in which a run over one incident can end. Messages has a sentence for each. */
export const runOutcomes = [
  'settled',
  'waiting',
  'limited',
  'unsettled',
  'partly-refused',
  'ledger-not-writable',
  ...ledgerFaults,
  ...haltReasons,
  'failed',
] as const

/** Every way in which a dry run can end: `planned` has something to do, `in-order` nothing. */
export const planOutcomes = [
  'planned',
  'in-order',
  'waiting',
  'limited',
  'unclear',
  ...ledgerFaults,
  ...haltReasons,
] as const

const expected: readonly RunOutcome[] = ['settled', 'waiting', 'limited', 'not-an-incident']

/** Whether a run may end so on any day; of every other end somebody is warned. */
export const isExpected = (outcome: RunOutcome): boolean => expected.includes(outcome)

const passing: readonly RunOutcome[] = ['incomplete', 'absent', 'unauthorised', 'refused', 'ledger-refused']

/** Whether it may be over in seconds: a token that is not known everywhere yet, an answer that was only a hiccup. */
export const mayPass = (outcome: RunOutcome): boolean => passing.includes(outcome)

const lasting: readonly RunOutcome[] = ['failed', 'partly-refused', 'too-large', 'ledger-not-writable', ...ledgerFaults]

/** Whether the incident is looked at again of itself: what people have to change first is left to their events and the resync. */
export const isLookedAtAgain = (outcome: RunOutcome): boolean => mayPass(outcome) || lasting.includes(outcome)

export type HaltReason = (typeof haltReasons)[number]
export type LedgerFault = (typeof ledgerFaults)[number]
export type RunOutcome = (typeof runOutcomes)[number]
export type PlanOutcome = (typeof planOutcomes)[number]
