import type { IncidentEvent } from '../events/event.ts'
import { readSource } from '../events/source.ts'
import { isSeverity } from '../terms/severity.ts'
import { findMarker } from '../text/marker.ts'
import type { View } from './index-snapshot.ts'
import { isOurs } from './ours.ts'
import { eventsOf } from './queries.ts'
import type { ChildView, Item } from './snapshot.ts'

/** What the record has at any time been, as far as what we do at GitHub follows from it. */
type Known = {
  readonly people: ReadonlySet<number>
  readonly severities: ReadonlySet<string>
  readonly finished: ReadonlySet<string>
  readonly endings: number
  readonly sources: ReadonlySet<string>
  readonly lines: number
}

/**
 * Whether the record could be older than what was done by it: something of ours stands at GitHub that it does not explain.
 * Only a reason to ask GitHub what became of the branch, for an effect may be late, or another program's in our name. What is
 * done to an issue stays in its timeline for ever, so whoever pushes the record back cannot take it away.
 */
export const isDoubtful = (view: View): boolean => {
  const { state } = view.ledger
  if (state === 'absent' || state === 'fresh') return hasTraces(view)
  // whether it was ever ours is told by nothing else
  if (state === 'tampered') return true
  if (state !== 'ready') return false
  const known = knownBy(eventsOf(view))
  return (
    isBoardDoubtful(view, known) ||
    Object.keys(view.tags).length > known.endings ||
    pagesOf(view).some(({ thread, step }) => thread.some(item => !isExplained(item, step, view, known)))
  )
}

/**
 * Whether a record knows of everything that was done by it, so that nothing of ours is lost if the branch is restored to there.
 * What people took away since is not in it, and need not be.
 */
export const explains = (view: View, events: readonly IncidentEvent[]): boolean => {
  const known = knownBy(events)
  const { board } = view.issue
  return (
    (board === null || !(Number(findMarker(board.body, 'board')?.key) > known.lines)) &&
    Object.keys(view.tags).length <= known.endings &&
    pagesOf(view).every(({ thread, step }) =>
      thread.every(item => item.is === 'comment-deleted' || isExplained(item, step, view, known)),
    )
  )
}

const knownBy = (events: readonly IncidentEvent[]): Known => ({
  people: new Set(
    events.flatMap(event =>
      (event.is !== 'declared' && 'who' in event ? [event.who].flat() : []).flatMap(one => one?.id ?? []),
    ),
  ),
  severities: new Set(
    events
      .flatMap(event => (event.is === 'declared' ? [event.severity] : event.is === 'severity-set' ? [event.to] : []))
      .map(one => one.toLowerCase()),
  ),
  finished: new Set(
    events.flatMap(event => (event.is === 'step-done' || event.is === 'step-skipped' ? [event.step] : [])),
  ),
  endings: events.filter(({ is }) => is === 'closed' || is === 'cancelled').length,
  sources: new Set(events.map(({ source }) => source)),
  lines: events.length,
})

type Page = { readonly thread: readonly Item[]; readonly step: string | null }

const pagesOf = ({ issue, children, index }: View): readonly Page[] => [
  { thread: issue.thread, step: null },
  ...children.flatMap((child: ChildView) => {
    const step = index.stepByChild.get(child.id)
    return step === undefined ? [] : [{ thread: child.thread, step }]
  }),
]

/** Without a record nothing of ours is there but what says so. */
export const hasTraces = (view: View): boolean =>
  view.issue.board !== null ||
  view.index.stepByChild.size > 0 ||
  view.lost.length > 0 ||
  pagesOf(view).some(({ thread }) =>
    thread.some(item => isOurs(view, item.by) && (item.is !== 'comment' || answered(item, view) !== null)),
  )

/** The board counts the lines that it was made from: a record with fewer is older. Whoever edits it may have changed the count. */
const isBoardDoubtful = ({ issue }: View, { lines }: Known): boolean => {
  const { board } = issue
  if (board === null) return false
  const count = Number(findMarker(board.body, 'board')?.key)
  return board.editedByOther || count > lines
}

const isExplained = (item: Item, step: string | null, view: View, known: Known): boolean => {
  if (item.is === 'comment-deleted') return !isOurs(view, item.author) || known.sources.has(item.id)
  if (!isOurs(view, item.by)) return true
  switch (item.is) {
    case 'comment': {
      const source = answered(item, view)
      return source === null || known.sources.has(source)
    }
    case 'labelled':
      return !isSeverity(item.label) || known.severities.has(item.label.toLowerCase())
    case 'assigned':
      return item.who === null || known.people.has(item.who.id)
    case 'closed':
      if (item.reason === 'duplicate') return true
      return step === null ? known.endings > 0 : known.finished.has(step)
    case 'unassigned':
    case 'unlabelled':
    case 'reopened':
    case 'unlinked':
      return true
  }
}

/** To which comment or manual change this is our reply; null: it is none, or a notice. */
const answered = (item: Extract<Item, { is: 'comment' }>, view: View): string | null => {
  const marker = findMarker(item.body, 'reply')
  if (marker === null || marker.incident !== view.declaredOn.id || notices.includes(marker.key)) return null
  const source = readSource(marker.key)
  return source === null || source.of === 'rollback' ? null : marker.key
}

/** The keys of notices that look like sources; others have a colon, and name none. */
const notices: readonly string[] = ['gone', 'not-declared']
