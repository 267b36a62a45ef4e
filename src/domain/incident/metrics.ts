import { type IncidentEvent, isClaimed } from '../events/event.ts'
import type { Step } from '../playbook/playbook.ts'
import { later, type Timestamp } from '../terms/timestamp.ts'
import { type Incident, isReady, type StepState, stepsMeant } from './incident.ts'

/** A step, and since when it was there; without a moment: from the beginning. */
type Phased = Pick<Step, 'id' | 'phase'> & { readonly openedAt?: Timestamp }

/** Whole minutes from the declaration on; null: it has not come to that. */
export type Measure = { readonly minutes: number } | null

export type IncidentMetrics = {
  /** Until somebody first took command, or was given it. */
  readonly acknowledge: Measure
  /** Until every step of the Contain phase that was there then was done or skipped, for the first time. */
  readonly contain: Measure
  /** Until it was closed; null while it is open, again or still, and for a false alarm. */
  readonly resolve: Measure
}

/**
 * The time that counts for an event. A change counts from when it happened, as claimed: "done at 10:20", told at 11:00,
 * stopped the attack at 10:20; but nothing happened later than it was told. An order (taking command, a severity, a
 * skip, a close) begins to bind when it is given, so for orders a claim counts for nothing.
 */
export const momentOf = (event: IncidentEvent): Timestamp =>
  isClaimed(event) && Date.parse(event.happened) < Date.parse(event.said) ? event.happened : event.said

/** Whole minutes, never less than none: clocks and claims may be odd. */
export const minutesBetween = (from: Timestamp, to: Timestamp): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000))

/** When a step could first be begun: once it was there, and what it comes after was finished. */
export const readySince = (incident: Incident, step: StepState): Timestamp =>
  latest([
    step.openedAt,
    ...step.after.flatMap(id => stepsMeant(incident, id)).flatMap(before => before.ended?.at ?? []),
  ]) ?? step.openedAt

/** When the playbook wants it done; null: it does not say, or it cannot be begun yet. Gates open at no moment that is kept. */
export const dueAt = (incident: Incident, step: StepState): Timestamp | null => {
  if (step.within === null || step.gate !== null || !isReady(incident, step)) return null
  return later(readySince(incident, step), step.within * 60)
}

/** How long it took, from the events in the order in which they were recorded. */
export const incidentMetrics = (
  events: readonly IncidentEvent[],
  { steps }: { readonly steps: readonly Phased[] },
): IncidentMetrics => {
  const declared = events.find(event => event.is === 'declared')
  const since = (moment: Timestamp | null): Measure =>
    moment === null || declared === undefined ? null : { minutes: minutesBetween(declared.said, moment) }
  return {
    acknowledge: since(events.find(event => event.is === 'commander-set')?.said ?? null),
    contain: since(containedAt(events, steps)),
    resolve: since(closedAt(events)),
  }
}

/** When the last step of the Contain phase was finished for the first time; null: never, or there is no such phase. */
const containedAt = (events: readonly IncidentEvent[], steps: readonly Phased[]): Timestamp | null => {
  const contain = steps.filter(step => step.phase === 'Contain')
  if (contain.length === 0) return null
  const finished = new Map<string, Timestamp>()
  for (const event of events) {
    if (event.is === 'step-reopened') finished.delete(event.step)
    if (event.is === 'step-done' || event.is === 'step-skipped') finished.set(event.step, momentOf(event))
    // What was told last need not have happened last.
    const there = contain.filter(
      ({ openedAt }) => openedAt === undefined || Date.parse(openedAt) <= Date.parse(event.said),
    )
    if (there.length > 0 && there.every(({ id }) => finished.has(id)))
      return latest(there.map(({ id }) => finished.get(id) ?? event.said))
  }
  return null
}

const latest = (moments: readonly Timestamp[]): Timestamp | null =>
  moments.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null

const closedAt = (events: readonly IncidentEvent[]): Timestamp | null => {
  const last = events.findLast(event => event.is === 'closed' || event.is === 'cancelled' || event.is === 'reopened')
  return last?.is === 'closed' ? last.said : null
}

/** A number of minutes in words: `0 min`, `45 min`, `2 h 5 min`, `3 d 4 h`. */
export const duration = (minutes: number): string => {
  const whole = Math.max(0, Math.floor(minutes))
  const parts = [
    [Math.floor(whole / 1440), 'd'],
    [Math.floor(whole / 60) % 24, 'h'],
    [whole % 60, 'min'],
  ] as const
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return words.length === 0 ? '0 min' : words.join(' ')
}
