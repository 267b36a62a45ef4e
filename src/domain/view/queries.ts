import { eventLine } from '../events/digest.ts'
import type { IncidentEvent } from '../events/event.ts'
import type { Target } from '../terms/target.ts'
import { findMarker } from '../text/marker.ts'
import type { ChildView, Item, Snapshot } from './snapshot.ts'

/** Wrote by one of our identities, at this door or another. */
export const isOurs = (snapshot: Snapshot, ours: readonly number[], author: { id: number } | null): boolean =>
  author !== null && (author.id === snapshot.us.id || ours.includes(author.id))

/** The sub-issues that we opened for `step`, lowest number first; more than one is an accident to be repaired. */
export const childrenOf = (snapshot: Snapshot, ours: readonly number[], step: string): readonly ChildView[] =>
  snapshot.children.filter(child => stepOfChild(snapshot, ours, child) === step).toSorted((a, b) => a.number - b.number)

/** Which step a sub-issue is for: by its author and its marker together, for anybody can write a marker. */
export const stepOfChild = (snapshot: Snapshot, ours: readonly number[], child: ChildView): string | null => {
  if (!isOurs(snapshot, ours, child.author)) return null
  const marker = findMarker(child.body, 'step')
  return marker !== null && marker.incident === snapshot.issue.id ? marker.key : null
}

export const childOf = (snapshot: Snapshot, ours: readonly number[], step: string): ChildView | null =>
  childrenOf(snapshot, ours, step)[0] ?? null

/** One of ours: under which key, where, and whether it is hidden. */
type Reply = { readonly key: string; readonly comment: string; readonly on: Target; readonly hidden: boolean }

/**
 * Our replies on the pages of an incident by the key that they carry, each oldest first, those too that somebody has
 * hidden: they were said. All at once, for five hundred refusals would look through five hundred replies each.
 */
export const repliesIn = (snapshot: Snapshot, ours: readonly number[]): ReadonlyMap<string, readonly Reply[]> =>
  Map.groupBy(
    pages(snapshot).flatMap(page => page.thread.flatMap(item => replyOf(snapshot, ours, page, item))),
    reply => reply.key,
  )

const replyOf = (snapshot: Snapshot, ours: readonly number[], page: Target, item: Item): readonly Reply[] => {
  if (item.is !== 'comment' || !isOurs(snapshot, ours, item.by)) return []
  const key = replyKey(snapshot, item.body)
  return key === null
    ? []
    : [{ key, comment: item.id, on: { id: page.id, number: page.number }, hidden: item.minimized }]
}

const replyKey = (snapshot: Snapshot, body: string): string | null => {
  const marker = findMarker(body, 'reply')
  return marker !== null && marker.incident === snapshot.issue.id ? marker.key : null
}

/** The incident's own page and those of its sub-issues. */
export const pages = (
  snapshot: Snapshot,
): readonly (Target & { readonly thread: readonly Item[]; readonly locked: boolean })[] => [
  snapshot.issue,
  ...snapshot.children,
]

/** The page on which an event was said; null when it is no longer under the incident. */
export const pageOf = (
  snapshot: Snapshot,
  { on }: Pick<IncidentEvent, 'on'>,
): ReturnType<typeof pages>[number] | null =>
  on === undefined ? snapshot.issue : (pages(snapshot).find(page => page.number === on) ?? null)

export const eventsOf = (snapshot: Snapshot): readonly IncidentEvent[] =>
  snapshot.ledger.state === 'ready' ? snapshot.ledger.events : []

/** The lines of the ledger with their newlines: as they were read, and those of this run's own events as it writes them. */
export const linesOf = ({ ledger }: Pick<Snapshot, 'ledger'>): readonly string[] =>
  ledger.state === 'ready' ? ledger.events.map((event, index) => ledger.raw[index] ?? eventLine(event)) : []

/** The line of the ledger, from 1, of the first event for which `is` holds; 0 when there is none. */
export const lineOf = (snapshot: Snapshot, is: (event: IncidentEvent) => boolean): number =>
  eventsOf(snapshot).findIndex(is) + 1
