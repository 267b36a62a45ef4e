import type { Member } from '../terms/person.ts'
import type { Target } from '../terms/target.ts'
import { findMarker, type MarkerKind } from '../text/marker.ts'
import { isOurs } from './ours.ts'
import type { ChildView, Item, Snapshot } from './snapshot.ts'

/** A page of the incident: its own, or that of a sub-issue. */
export type Page = Target & { readonly thread: readonly Item[]; readonly locked: boolean }

/** One of our replies: under which key, where, and whether it is hidden. */
export type Reply = { readonly key: string; readonly comment: string; readonly on: Target; readonly hidden: boolean }

/** What the rules look up in a snapshot, found once. Nothing of it depends on the ledger. */
export type SnapshotIndex = {
  /** The sub-issues that we opened by step, lowest number first; more than one is an accident to be repaired. */
  readonly childrenByStep: ReadonlyMap<string, readonly ChildView[]>
  /** The steps by the node ids of the sub-issues that we opened for them. */
  readonly stepByChild: ReadonlyMap<string, string>
  readonly pageByNumber: ReadonlyMap<number, Page>
  readonly memberById: ReadonlyMap<number, Member>
  /** In lower case: GitHub compares logins, and labels, without regard to case. */
  readonly memberByLogin: ReadonlyMap<string, Member>
  /** Names of the repository's labels, in lower case. */
  readonly labels: ReadonlySet<string>
  /** Our replies by key, each oldest first, those too that somebody has hidden: they were said. */
  readonly repliesByKey: ReadonlyMap<string, readonly Reply[]>
}

/** A snapshot with its index: what planning looks at. */
export type View = Snapshot & { readonly index: SnapshotIndex }

/** To be made anew whenever pages, people or labels change; another ledger needs no other index. */
export const withIndex = (snapshot: Snapshot): View => ({ ...snapshot, index: indexOf(snapshot) })

const indexOf = (snapshot: Snapshot): SnapshotIndex => {
  const steps = snapshot.children.flatMap(child => {
    const step = stepIn(snapshot, child)
    return step === null ? [] : [{ step, child }]
  })
  const pages: readonly Page[] = pagesOf(snapshot)
  const ordered = steps.toSorted((a, b) => a.child.number - b.child.number)
  return {
    childrenByStep: grouped(ordered.map(({ step, child }) => [step, child])),
    stepByChild: new Map(steps.map(({ step, child }) => [child.id, step])),
    pageByNumber: firstBy(pages, page => page.number),
    memberById: firstBy(snapshot.members, member => member.id),
    memberByLogin: firstBy(snapshot.members, member => member.login.toLowerCase()),
    labels: new Set(snapshot.repository.labels.map(label => label.name.toLowerCase())),
    repliesByKey: Map.groupBy(
      pages.flatMap(page => page.thread.flatMap(item => replyOf(snapshot, page, item))),
      reply => reply.key,
    ),
  }
}

/** The incident's own page and those of its sub-issues. */
export const pagesOf = (snapshot: Snapshot): readonly Page[] => [snapshot.issue, ...snapshot.children]

/** Which step a sub-issue is for: by its author and its marker together, for anybody can write a marker. */
const stepIn = (snapshot: Snapshot, child: ChildView): string | null => {
  if (!isOurs(snapshot, child.author)) return null
  return keyIn(snapshot, child.body, 'step')
}

const replyOf = (snapshot: Snapshot, page: Page, item: Item): readonly Reply[] => {
  if (item.is !== 'comment' || !isOurs(snapshot, item.by)) return []
  const key = keyIn(snapshot, item.body, 'reply')
  return key === null
    ? []
    : [{ key, comment: item.id, on: { id: page.id, number: page.number }, hidden: item.minimized }]
}

/** The key of a marker that is bound to this very incident: a copy of a text elsewhere counts for nothing. */
const keyIn = (snapshot: Snapshot, body: string, kind: MarkerKind): string | null => {
  const marker = findMarker(body, kind)
  return marker !== null && marker.incident === snapshot.declaredOn.id ? marker.key : null
}

const grouped = <Key, Value>(entries: readonly (readonly [Key, Value])[]): ReadonlyMap<Key, readonly Value[]> => {
  const groups = new Map<Key, Value[]>()
  for (const [key, value] of entries) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

const firstBy = <Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): ReadonlyMap<Key, Value> =>
  new Map(values.toReversed().map(value => [keyOf(value), value]))
