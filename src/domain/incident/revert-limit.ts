import type { EventKind, IncidentEvent } from '../events/event.ts'
import type { Person } from '../terms/person.ts'
import type { Incident } from './incident.ts'

type ManualChange = Extract<IncidentEvent, { is: 'reverted' }>['manualChange']

/** What could be changed and put back without end: a step in whatever way, or one kind of change of the incident's own page. */
export type Contest = { readonly manualChange: ManualChange; readonly step: string | null; readonly who: Person | null }

/** After so many corrections of one thing it is asked about, and left alone. */
export const patience = 3

/** As what the question about it is recorded. An order begins with a slash, so none can pass for one. */
export const questionOf = ({ manualChange, step, who }: Contest): string => {
  const about = step ?? who?.login ?? null
  return about === null ? `${manualChange} by hand` : `${manualChange} by hand: ${about}`
}

/** How often it was put back since somebody last said what should hold. */
export const timesReverted = (incident: Incident, { manualChange, step, who }: Contest): number => {
  const corrected = sinceSettled(incident, step).filter(event => event.is === 'reverted')
  if (step !== null) return corrected.filter(event => event.step === step).length
  return corrected.filter(
    event =>
      event.step === undefined && event.manualChange === manualChange && (event.who?.id ?? null) === (who?.id ?? null),
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
    event =>
      (event.is === 'refused' && isAbout(event.command)) || (event.is === 'noticed' && isAbout(event.manualChange)),
  )
}

/** A step that is left as it is. */
export const isStepContested = (incident: Incident, step: string): boolean =>
  isContested(incident, { manualChange: 'assigned', step, who: null })

const sinceSettled = ({ events }: Incident, step: string | null): readonly IncidentEvent[] =>
  events.slice(events.findLastIndex(event => (step === null ? settling.includes(event.is) : settles(event, step))) + 1)

const settles = (event: IncidentEvent, step: string): boolean =>
  event.is === 'commander-set' ||
  event.is === 'review-due' ||
  (settlingStep.includes(event.is) && 'step' in event && event.step === step)

const settling: readonly EventKind[] = [
  'review-due',
  'commander-set',
  'severity-set',
  'role-assigned',
  'role-unassigned',
  'reopened',
]
const settlingStep: readonly EventKind[] = ['step-assigned', 'step-unassigned', 'step-done', 'step-skipped']
