import type { IncidentEvent } from '../domain/events/event.ts'
import { sourceKey } from '../domain/events/source.ts'
import type { Incident } from '../domain/incident/incident.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { isOurs } from '../domain/view/ours.ts'
import { eventsOf, lineSince, stepOfChild } from '../domain/view/queries.ts'
import type { ChildView } from '../domain/view/snapshot.ts'
import { continuedOn, issueMovedAway } from '../messages/notice.ts'
import type { Operation } from '../operations/operation.ts'
import { ownStamp } from './own-stamp.ts'

/** The incident's own issue is gone from here: recorded once, and told on the page of its first step. */
export const moved = (incident: Incident, view: View, run: string): readonly IncidentEvent[] => {
  const source = sourceKey({ of: 'move', issue: view.issue.id })
  const page = firstPage(view)
  if (!view.away || page === null || incident.events.some(event => event.source === source)) return []
  const says = issueMovedAway(incident, view.issue.number)
  return [{ ...ownStamp(view, run), is: 'issue-moved', source, on: page.number, says }]
}

/** The issue that was opened in its place is the incident's own from now on: where several were, the first of them. */
export const replaced = (incident: Incident, view: View, run: string): readonly IncidentEvent[] => {
  const { asked } = incident.ownIssue
  if (!view.away || asked === null) return []
  const line = lineSince(view, asked)
  const found = view.successors.find(one => one.asked === String(line))
  const order = eventsOf(view)[line - 1]
  if (found === undefined) return []
  const { id, number } = found
  const says = continuedOn(incident, number)
  const source = sourceKey({ of: 'page', id })
  const on = order?.on ?? firstPage(view)?.number
  return [
    {
      ...ownStamp(view, run),
      is: 'issue-replaced',
      number,
      id,
      was: view.declaredOn.id,
      by: order?.by ?? null,
      source,
      ...(on === undefined ? {} : { on }),
      says,
    },
  ]
}

/** Of the pages of its steps the one that was opened first: where people are told what cannot be said on its own issue. */
export const firstPage = (view: View): ChildView | null => {
  const pages = view.children.filter(child => isOurs(view, child.author)).toSorted((a, b) => a.number - b.number)
  return pages.find(child => stepOfChild(view, child) !== null) ?? pages[0] ?? null
}

/** What would be done to the issue that only stands in for the incident's own. */
export const isOnStandIn = (operation: Operation, { away, issue }: View): boolean =>
  away &&
  (operation.do === 'post-board' ||
    ('on' in operation && operation.on.id === issue.id) ||
    ('under' in operation && operation.under.id === issue.id))
