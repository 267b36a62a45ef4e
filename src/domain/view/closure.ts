import { digest } from '../events/digest.ts'
import { roundOf } from '../events/location.ts'
import type { Ending, Incident } from '../incident/incident.ts'
import type { Timestamp } from '../terms/timestamp.ts'
import { isOurs } from './ours.ts'
import { eventsOf, lineOf, linesOf } from './queries.ts'
import type { PullView, Snapshot } from './snapshot.ts'

/** The close that an incident rests on, as its ledger has it. */
export type Closure = {
  readonly ending: Ending
  /** The line of the closing event, which is what everything that follows is owed by. */
  readonly line: number
  readonly closedAt: Timestamp
  /** Of the events up to the close: nobody could know it before. */
  readonly digest: string
}

/** The close that is to have its post-mortem; null: it is open, was a false alarm, or its close is not recorded. */
export const closureOf = (incident: Incident, snapshot: Snapshot): Closure | null => {
  const ending = incident.endings.at(-1)
  if (incident.kind !== 'incident' || incident.ended !== 'closed' || ending === undefined) return null
  const events = eventsOf(snapshot)
  const line = lineOfEnding(incident, ending, snapshot)
  const event = events[line - 1]
  return event === undefined
    ? null
    : { ending, line, closedAt: event.recorded, digest: digestOf(snapshot.ledger, line) }
}

/** Found once for each view of the record: of a long one it takes a while, and every rule about the end asks for it. */
const digestOf = (ledger: Snapshot['ledger'], line: number): string => {
  const known = digests.get(ledger) ?? new Map<number, string>()
  digests.set(ledger, known)
  const found = known.get(line) ?? digest(linesOf({ ledger }), line)
  known.set(line, found)
  return found
}

const digests = new WeakMap<Snapshot['ledger'], Map<number, string>>()

/** The line at which the ledger, as viewed, holds this ending, from 1; 0 when it does not hold it. */
export const lineOfEnding = (incident: Incident, ending: Ending, snapshot: Snapshot): number => {
  const ended = incident.events[ending.line - 1]
  return lineOf(snapshot, event => event.is === ended?.is && event.source === ended.source)
}

/** Commits of the ledger that hold a line, newest first; `first`: the last of them is the one that brought it. */
export type Holding = { readonly oids: readonly [string, ...string[]]; readonly first: boolean }

/** null: no commit holds it yet, though the view may have it, as an event that this very plan is about to append. */
export const holdingOf = ({ ledger }: Snapshot, line: number): Holding | null => {
  if (ledger.state !== 'ready') return null
  const [newest, ...older] = ledger.commits.filter(commit => commit.lines >= line).map(commit => commit.oid)
  return newest === undefined ? null : { oids: [newest, ...older], first: 1 + older.length < ledger.commits.length }
}

/** The commit that holds the line and nothing later, as far as was read. */
export const oldestOf = ({ oids }: Holding): string => oids.at(-1) ?? oids[0]

/**
 * The pull request by which this close's post-mortem is reviewed: ours by its author (the description is for people to
 * write anew, and our marker with it), open or decided since the close. Where we may open none somebody does it by hand,
 * and theirs is known by its file, made from this very close. A name says nothing: anybody can take it beforehand.
 */
export const pullOf = (closing: Closure, snapshot: Snapshot): PullView | null => {
  const pulls = snapshot.postMortem.pulls
    .filter(pull => roundOf(pull.branch, snapshot.declaredOn.number) !== null)
    .toSorted((a, b) => a.number - b.number)
  const own = pulls
    .filter(pull => isOurs(snapshot, pull.author))
    .findLast(pull => pull.state === 'open' || isDecidedSince(pull, closing.closedAt))
  return own ?? pulls.find(pull => pull.text?.includes(closing.digest)) ?? null
}

/** Thus with that close's text before people. */
const isDecidedSince = (pull: PullView, closedAt: Timestamp): boolean =>
  Date.parse(pull.closedAt ?? pull.createdAt) >= Date.parse(closedAt)
