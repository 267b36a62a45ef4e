import { isNotified } from '../domain/events/event.ts'
import { type Incident, stepOf } from '../domain/incident/incident.ts'
import { lineOfSilence } from '../domain/incident/revert-limit.ts'
import { findMarker } from '../domain/text/marker.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { isOurs } from '../domain/view/ours.ts'
import { childOf, eventsOf, pageOf, repliesTo } from '../domain/view/queries.ts'
import type { Item, LostPage } from '../domain/view/snapshot.ts'
import type { Removed } from '../manual-changes/removed.ts'
import { readWindowOf } from './read-window.ts'

type Removal = Extract<Item, { is: 'unlinked' | 'comment-deleted' }> | LostPage

export const isRemoval = (item: Item | LostPage): item is Removal =>
  item.is === 'unlinked' || item.is === 'comment-deleted' || item.is === 'lost'

/** What somebody took away that is ours; `missed`: it is not there now, so that it would be made again. */
export const removalOf = (
  incident: Incident,
  item: Removal,
  on: number,
  view: View,
): { readonly what: Removed; readonly missed: boolean } | null => {
  switch (item.is) {
    case 'unlinked': {
      const step =
        item.child !== null && isOurs(view, item.child.author) ? stepIn(incident, item.child.body, view) : null
      return step === null
        ? null
        : { what: { manualChange: 'unlinked', step, page: null }, missed: childOf(view, step.id) === null }
    }
    case 'lost': {
      const step = item.step === null ? null : stepOf(incident, item.step)
      const missing = incident.steps.filter(one => childOf(view, one.id) === null)
      const missed = step === null ? missing.length > 0 : missing.includes(step)
      return { what: { manualChange: item.how, step, page: item.number }, missed }
    }
    case 'comment-deleted': {
      if (!isOurs(view, item.author)) return null
      const missed = isMissed(incident, on, view) && !isJustCounted(incident, view)
      return { what: { manualChange: 'deleted', step: null, page: null }, missed }
    }
  }
}

const stepIn = (incident: Incident, body: string, view: View) => {
  const marker = findMarker(body, 'step')
  return marker?.incident === view.declaredOn.id ? stepOf(incident, marker.key) : null
}

/** On this page the board, or a reply that would be posted again, is not there. */
const isMissed = (incident: Incident, on: number, view: View): boolean => {
  if (on === view.issue.number && view.issue.board === null) return true
  const isInReadWindow = readWindowOf(view)
  const silent = lineOfSilence(incident)
  return eventsOf(view).some(
    (event, index) =>
      index >= silent &&
      isNotified(event) &&
      isInReadWindow(event, index + 1) &&
      pageOf(view, event)?.number === on &&
      repliesTo(view, event.source).length === 0,
  )
}

/** Several that were deleted at once are made again at once. */
const isJustCounted = ({ events }: Incident, { now }: View): boolean =>
  events.some(event => event.is === 'reverted' && event.manualChange === 'deleted' && event.recorded === now)
