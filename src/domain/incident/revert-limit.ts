import type { Fact, FactName } from '../events/event.ts'
import type { Person } from '../terms/person.ts'
import type { Incident } from './incident.ts'

type Gesture = Extract<Fact, { is: 'put-back' }>['gesture']

/** What could be changed and put back without end: a step in whatever way, or one kind of change of the incident's own page. */
export type Contest = { readonly gesture: Gesture; readonly step: string | null; readonly who: Person | null }

/** After so many corrections of one thing it is asked about, and left alone. */
export const patience = 3

/** As what the question about it is recorded. An order begins with a slash, so none can pass for one. */
export const questionOf = ({ gesture, step, who }: Contest): string => {
  const about = step ?? who?.login ?? null
  return about === null ? `${gesture} by hand` : `${gesture} by hand: ${about}`
}

/** How often it was put back since somebody last said what should hold. */
export const timesPutBack = (incident: Incident, { gesture, step, who }: Contest): number => {
  const corrected = sinceSettled(incident, step).filter(fact => fact.is === 'put-back')
  if (step !== null) return corrected.filter(fact => fact.step === step).length
  return corrected.filter(
    fact => fact.step === undefined && fact.gesture === gesture && (fact.who?.id ?? null) === (who?.id ?? null),
  ).length
}

/**
 * It was asked about, or done while nobody commanded, and nobody in command has said anything since: it is left as it is.
 */
export const isContested = (incident: Incident, contest: Contest): boolean => {
  const isAbout = (command: string): boolean =>
    contest.step === null
      ? command === questionOf(contest)
      : /^[a-z-]+ by hand: /.test(command) && command.endsWith(`: ${contest.step}`)
  return sinceSettled(incident, contest.step).some(
    fact => (fact.is === 'refused' && isAbout(fact.command)) || (fact.is === 'noticed' && isAbout(fact.gesture)),
  )
}

/** A step that is left as it is. */
export const isStepContested = (incident: Incident, step: string): boolean =>
  isContested(incident, { gesture: 'assigned', step, who: null })

const sinceSettled = ({ facts }: Incident, step: string | null): readonly Fact[] =>
  facts.slice(facts.findLastIndex(fact => (step === null ? settling.includes(fact.is) : settles(fact, step))) + 1)

const settles = (fact: Fact, step: string): boolean =>
  fact.is === 'commander-set' ||
  fact.is === 'review-due' ||
  (settlingStep.includes(fact.is) && 'step' in fact && fact.step === step)

const settling: readonly FactName[] = [
  'review-due',
  'commander-set',
  'severity-set',
  'role-assigned',
  'role-unassigned',
  'reopened',
]
const settlingStep: readonly FactName[] = ['step-assigned', 'step-unassigned', 'step-done', 'step-skipped']
