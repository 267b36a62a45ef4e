import { type EventOf, type IncidentEvent, moduleOf } from '../events/event.ts'
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

/** A step that is left as it is. */
export const isStepContested = (incident: Incident, step: string): boolean =>
  isContested(incident, { manualChange: 'assigned', step, who: null })

const sinceSettled = ({ events }: Incident, step: string | null): readonly IncidentEvent[] =>
  events.slice(events.findLastIndex(event => isSettling(event, step)) + 1)

const isSettling = (event: IncidentEvent, step: string | null): boolean => {
  const { settles } = moduleOf(event)
  if (settles === 'all') return true
  return step === null ? settles === 'incident' : settles === 'step' && 'step' in event && event.step === step
}
