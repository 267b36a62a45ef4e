import type { Fact } from './fact.ts'
import { findMarker } from './marker.ts'
import type { Target } from './operation.ts'
import type { ChildView, Item, Snapshot } from './snapshot.ts'

/** The label of an incident, which a form or a person sets, and that of the steps, which is ours. */
export const incidentLabel = 'incident'
export const stepLabel = 'incident-step'
export const drillLabel = 'drill'

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

/** Our replies on the pages of an incident that carry `key`, oldest first. */
export const repliesTo = (
  snapshot: Snapshot,
  ours: readonly number[],
  key: string,
): readonly { item: Item; on: Target }[] =>
  pages(snapshot).flatMap(page =>
    page.thread
      .filter(item => item.is === 'comment' && isOurs(snapshot, ours, item.by) && !item.minimized)
      .filter(item => item.is === 'comment' && replyKey(snapshot, item.body) === key)
      .map(item => ({ item, on: { id: page.id, number: page.number } })),
  )

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

export const factsOf = (snapshot: Snapshot): readonly Fact[] =>
  snapshot.ledger.state === 'ready' ? snapshot.ledger.facts : []

/** The line of the ledger, from 1, of the first fact for which `is` holds; 0 when there is none. */
export const lineOf = (snapshot: Snapshot, is: (fact: Fact) => boolean): number => factsOf(snapshot).findIndex(is) + 1
