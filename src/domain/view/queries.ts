import { eventLine } from '../events/digest.ts'
import type { IncidentEvent } from '../events/event.ts'
import { recordOf, setAsideName } from '../events/location.ts'
import type { Page, Reply, View } from './index-snapshot.ts'
import type { ChildView, Snapshot } from './snapshot.ts'

/** The sub-issues that we opened for `step`, lowest number first; more than one is an accident to be repaired. */
export const childrenOf = ({ index }: View, step: string): readonly ChildView[] => index.childrenByStep.get(step) ?? []

export const childOf = (view: View, step: string): ChildView | null => childrenOf(view, step)[0] ?? null

/** Which step a sub-issue is for; null: we did not open it for any. */
export const stepOfChild = ({ index }: View, child: Pick<ChildView, 'id'>): string | null =>
  index.stepByChild.get(child.id) ?? null

/** Our replies on the pages of an incident that carry this key, oldest first. */
export const repliesTo = ({ index }: View, key: string): readonly Reply[] => index.repliesByKey.get(key) ?? []

/** The page on which an event was said; null when it is no longer under the incident. */
export const pageOf = ({ issue, index }: View, { on }: Pick<IncidentEvent, 'on'>): Page | null =>
  on === undefined ? issue : (index.pageByNumber.get(on) ?? null)

/** Does the repository have this label? Compared as GitHub does: without regard to case. */
export const hasLabel = ({ index }: View, label: string): boolean => index.labels.has(label.toLowerCase())

/** Branches that are to be renamed before there can be a record, with the names that they get. */
export const toSetAside = ({ ledger, declaredOn }: Pick<Snapshot, 'ledger' | 'declaredOn'>) => {
  const own = ledger.state === 'taken' ? [{ name: recordOf(declaredOn.number).branch, oid: ledger.oid }] : []
  const others = ledger.state === 'absent' ? (ledger.inTheWay ?? []) : []
  return [...own, ...others].map(({ name, oid }) => ({ name, oid, to: setAsideName(name, oid) }))
}

export const eventsOf = (snapshot: Snapshot): readonly IncidentEvent[] =>
  snapshot.ledger.state === 'ready' ? snapshot.ledger.events : []

/** The lines of the ledger with their newlines: as they were read, and those of this run's own events as it writes them. */
export const linesOf = ({ ledger }: Pick<Snapshot, 'ledger'>): readonly string[] =>
  ledger.state === 'ready' ? ledger.events.map((event, index) => ledger.raw[index] ?? eventLine(event)) : []

/** The line of the ledger of what is the so-manieth event of the incident, its declaration being the first. */
export const lineSince = (snapshot: Snapshot, count: number): number =>
  lineOf(snapshot, event => event.is === 'declared') + count - 1

/** The line of the ledger, from 1, of the first event for which `is` holds; 0 when there is none. */
export const lineOf = (snapshot: Snapshot, is: (event: IncidentEvent) => boolean): number =>
  eventsOf(snapshot).findIndex(is) + 1
