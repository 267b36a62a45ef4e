import { type Incident, type Missing, missingFor, type StepState, waitsFor } from '../../domain/incident/incident.ts'
import type { Person } from '../../domain/terms/person.ts'
import { list, names, steps } from './words.ts'

/** Two lines: until when a gate is blocked, and what unblocks it. */
export const blockedGate = (incident: Incident, step: StepState): string => {
  const missing = missingFor(incident, step)
  const before = waitsFor(incident, step)
  const until = [
    ...(before.length === 0 ? [] : [`${steps(before)} ${before.length === 1 ? 'is' : 'are'} done`]),
    ...(missing === null ? [] : [untilWords[missing]]),
  ]
  const next = [
    ...(before.length === 0 ? [] : [`finish ${steps(before)}`]),
    ...(missing === null ? [] : [unblockWords(missing, incident)]),
  ]
  return `\`${step.id}\` is blocked until ${list(until, 'and')}.\nTo unblock it: ${next.join('; ')}.`
}

const untilWords: Record<Missing, string> = {
  'insider-ruled-out': 'insider involvement is ruled out',
  'external-approved': 'external disclosure is approved',
}

const unblockWords = (missing: Missing, { approvals }: Incident): string => {
  if (missing === 'insider-ruled-out') return 'the incident commander comments `/rule-out insider <reason>`'
  return approvals.length === 0
    ? 'counsel or leadership, then the incident commander, comment `/approve external <reason>`'
    : 'the incident commander comments `/approve external <reason>`'
}

export const alreadyFinished = (step: StepState): string =>
  `\`${step.id}\` is already ${step.state}${step.ended?.by ? `, by ${names([step.ended.by])}` : ''}. If there is more to do, reopen its issue.`

export const alreadyOwned = (what: string, who: readonly Person[]): string =>
  `${names(who)} already ${who.length > 1 ? 'have' : 'has'} \`${what}\`.`

export const nobodyOnRoster = (role: string): string =>
  `Nobody is on the roster for \`${role}\`. Name somebody: \`/assign ${role} @login\`.`

export const commandIsNoRole = (): string =>
  'The role `incident-commander` cannot be assigned or unassigned.\nTo take command while there is no incident commander: `/ic`. To hand it off: `/handoff @login`.'

export const notNamed = (what: string, who: readonly Person[]): string =>
  `${names(who)} ${who.length > 1 ? 'are' : 'is'} not assigned to \`${what}\`.`

export const nobodyNamed = (what: string): string => `Nobody is assigned to \`${what}\`.`

export const heldByRole = (step: StepState, role: string): string =>
  `Nobody is assigned to \`${step.id}\` itself: it belongs to whoever holds the role \`${role}\`.\nAssign the step to somebody else: \`/assign ${step.id} @login\`. Or unassign the role: \`/unassign ${role}\`.`
