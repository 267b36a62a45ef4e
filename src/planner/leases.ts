import { writerVersion } from '../domain/events/version.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { isBefore, later } from '../domain/terms/timestamp.ts'
import type { Lease, LeaseFile } from '../domain/view/snapshot.ts'
import { type Creation, keyOf } from '../operations/operation.ts'

/** How long a run alone may create what its events owe. It must outlive GitHub's lag and a request that is cut. */
export const leaseSeconds = 60
/** A request is cut at 10 s; with 5 s to spare none may still be under way when its lease ends. */
export const guardSeconds = 15

/** A run of the reconciler, with the creations whose outcome it does not know. Its id is never used again. */
export type Holder = { readonly id: string; readonly unclear: ReadonlySet<string> }

/** Whether a creation may be made now, must be left, or needs a lease first. */
export type LeaseStanding =
  /** Ours, and long enough. */
  | { readonly is: 'mine' }
  /** Somebody else is at it, or we are and do not know how it went. */
  | { readonly is: 'left'; readonly until: Timestamp }
  /** No run's, or over, or ours and running short: the commit takes it. */
  | { readonly is: 'free' }

/**
 * GitHub's clock, twice: `now` at this moment, and `asked`, when the read was sent that all of this is judged by. What was
 * made under a lease that lived then need not be in the read, however long ago the lease has ended since.
 */
export type Moments = { readonly now: Timestamp; readonly asked: Timestamp }

/** Step 7 of the protocol, for one creation. */
export const standing = (
  creation: Creation,
  leases: readonly Lease[],
  run: Holder,
  { now, asked }: Moments,
): LeaseStanding => {
  const lease = leaseOver(creation.cause, leases)
  if (lease === null) return { is: 'free' }
  const isOurs = lease.run === run.id && !run.unclear.has(keyOf(creation))
  if (!isOurs) return isBefore(asked, lease.until) ? { is: 'left', until: lease.until } : { is: 'free' }
  return isBefore(later(now, guardSeconds), lease.until) ? { is: 'mine' } : { is: 'free' }
}

/** The newest lease that covers this line. */
export const leaseOver = (line: number, leases: readonly Lease[]): Lease | null =>
  leases.findLast(lease => lease.events[0] <= line && line <= lease.events[1]) ?? null

/** When a read was asked for and when it was answered, and the watermark that follows from it. */
export type ReadAt = { readonly asked: Timestamp; readonly answered: Timestamp; readonly watermark: Timestamp }

/**
 * `lease.json` after a commit that takes `lines` by this read: other runs' leases stay as they are unless they were over
 * when it was asked for, and all of ours run for a minute from its answer.
 */
export const takeLeases = (
  before: LeaseFile | null,
  run: Holder,
  lines: readonly number[],
  { asked, answered, watermark }: ReadAt,
): LeaseFile => {
  const live = (before?.leases ?? []).filter(lease => isBefore(asked, lease.until))
  const others = live.filter(lease => lease.run !== run.id)
  const mine = live.filter(lease => lease.run === run.id).flatMap(lease => span(lease.events))
  const until = later(answered, leaseSeconds)
  const taken = ranges([...mine, ...lines]).map(events => ({ run: run.id, until, events }))
  const writer = Math.max(before?.writer ?? writerVersion, writerVersion)
  return { ...before, v: 1, writer, watermark, leases: [...others, ...taken] }
}

const span = ([first, last]: readonly [number, number]): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** Line numbers as the fewest spans: 3 4 5 9 is [3, 5] [9, 9]. */
const ranges = (lines: readonly number[]): readonly (readonly [number, number])[] => {
  const sorted = [...new Set(lines)].toSorted((a, b) => a - b)
  const spans: [number, number][] = []
  for (const line of sorted) {
    const last = spans.at(-1)
    if (last !== undefined && last[1] === line - 1) last[1] = line
    else spans.push([line, line])
  }
  return spans
}
