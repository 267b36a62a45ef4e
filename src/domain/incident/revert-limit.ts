import { type EventOf, type IncidentEvent, settledBy } from '../events/event.ts'
import type { ManualChange } from '../events/manual-change.ts'
import type { Person } from '../terms/person.ts'
import type { Incident } from './incident.ts'

/** What could be changed and reverted without end: a step in whatever way, or one kind of change of the incident's own page. */
export type Contest = { readonly manualChange: ManualChange; readonly step: string | null; readonly who: Person | null }

/** After so many corrections of one thing it is asked about, and left alone. */
export const patience = 3

/** How often it was reverted since somebody last said what should hold. */
export const timesReverted = (incident: Incident, contest: Contest): number => {
  if (isNeverAbout(incident, contest)) return 0
  const corrected = sinceSettled(incident, contest.step).filter(event => event.is === 'reverted')
  return corrected.filter(event => isAbout(contest, event)).length
}

/**
 * It was asked about, or done while nobody commanded, and nobody in command has said anything since: it is left as it is.
 */
export const isContested = (incident: Incident, contest: Contest): boolean =>
  !isNeverAbout(incident, contest) &&
  sinceSettled(incident, contest.step).some(
    event => (event.is === 'manual-change-questioned' || event.is === 'manual-change-left') && isAbout(contest, event),
  )

/** Most things are never fought over, and each is asked about in every plan: for them the record is not gone through. */
const isNeverAbout = ({ events }: Pick<Incident, 'events'>, contest: Contest): boolean => {
  const known = contested.get(events) ?? events.filter(isAnyContest)
  contested.set(events, known)
  return !known.some(event => isAbout(contest, event))
}

const contested = new WeakMap<readonly IncidentEvent[], readonly Contested[]>()

const isAnyContest = (event: IncidentEvent): event is Contested =>
  event.is === 'manual-change-questioned' || event.is === 'manual-change-left' || event.is === 'reverted'

type Contested = EventOf<'manual-change-questioned' | 'manual-change-left' | 'reverted'>

/** Of a step whatever was done to it; else the same change of the same page, and of the same person if it was of one. */
const isAbout = ({ manualChange, step, who }: Contest, event: Contested): boolean =>
  step !== null
    ? event.step === step
    : event.step === undefined && event.manualChange === manualChange && (event.who?.id ?? null) === (who?.id ?? null)

/** Changes that take away what Tocsin made: undoing one is making it again, which mails people. */
const removals: readonly ManualChange[] = ['unlinked', 'edited', 'moved', 'deleted']

/** What was taken away: the page of a step, a page of which nothing says whose it was (`edited`), a comment (`deleted`). */
export type Removal = { readonly manualChange: ManualChange; readonly step: string | null }

/** How often it was made again since somebody last said what should hold. */
export const timesMadeAgain = (incident: Incident, removal: Removal): number =>
  sinceSettled(incident, removal.step).filter(event => event.is === 'reverted' && isRemovalOf(removal, event)).length

/** The line, from 1, of the question whether to make it again at all; 0: none was asked, or it is answered. */
export const lineOfGivingUp = (incident: Pick<Incident, 'events'>, removal: Removal): number => {
  const since = sinceSettled(incident, removal.step)
  const at = since.findIndex(event => event.is === 'manual-change-questioned' && isRemovalOf(removal, event))
  return at === -1 ? 0 : incident.events.length - since.length + at + 1
}

/** The line up to which comments that somebody deleted stay deleted; 0: each is posted again. */
export const lineOfSilence = (incident: Pick<Incident, 'events'>): number => {
  const removal = { manualChange: 'deleted', step: null } as const
  if (lineOfGivingUp(incident, removal) === 0) return 0
  return incident.events.findLastIndex(event => 'manualChange' in event && event.manualChange === 'deleted')
}

const isRemovalOf = ({ manualChange, step }: Removal, event: Contested): boolean =>
  removals.includes(event.manualChange) &&
  (step === null ? event.step === undefined && event.manualChange === manualChange : event.step === step)

/** A step that is left as it is. */
export const isStepContested = (incident: Incident, step: string): boolean =>
  isContested(incident, { manualChange: 'assigned', step, who: null })

const sinceSettled = ({ events }: Pick<Incident, 'events'>, step: string | null): readonly IncidentEvent[] =>
  events.slice(events.findLastIndex(event => isSettling(event, step)) + 1)

const isSettling = (event: IncidentEvent, step: string | null): boolean => {
  const settles = settledBy(event)
  if (settles === 'all') return true
  return step === null ? settles === 'incident' : settles === 'step' && 'step' in event && event.step === step
}
