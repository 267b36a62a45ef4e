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
export type Standing =
  /** Ours, and long enough. */
  | { readonly is: 'mine' }
  /** Somebody else is at it, or we are and do not know how it went. */
  | { readonly is: 'left'; readonly until: Timestamp }
  /** No run's, or over, or ours and running short: the commit takes it. */
  | { readonly is: 'free' }

/** Step 7 of the protocol, for one creation. */
export const standing = (creation: Creation, leases: readonly Lease[], run: Holder, now: Timestamp): Standing => {
  const lease = leaseOver(creation.cause, leases)
  if (lease === null || !isBefore(now, lease.until)) return { is: 'free' }
  if (lease.run !== run.id || run.unclear.has(keyOf(creation))) return { is: 'left', until: lease.until }
  return isBefore(later(now, guardSeconds), lease.until) ? { is: 'mine' } : { is: 'free' }
}

/** The newest lease that covers this line. */
export const leaseOver = (line: number, leases: readonly Lease[]): Lease | null =>
  leases.findLast(lease => lease.events[0] <= line && line <= lease.events[1]) ?? null

/**
 * `lease.json` after a commit that takes `lines` at the read of moment `read`: other runs' live leases stay as they
 * are, ended ones go, and all of ours run for a minute from the read.
 */
export const takeLeases = (
  before: LeaseFile | null,
  run: Holder,
  lines: readonly number[],
  read: Timestamp,
  watermark: Timestamp,
): LeaseFile => {
  const live = (before?.leases ?? []).filter(lease => isBefore(read, lease.until))
  const others = live.filter(lease => lease.run !== run.id)
  const mine = live.filter(lease => lease.run === run.id).flatMap(lease => span(lease.events))
  const until = later(read, leaseSeconds)
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
