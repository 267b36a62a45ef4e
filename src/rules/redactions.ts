import type { IncidentEvent } from '../domain/events/event.ts'
import { pagesOf, type View } from '../domain/view/index-snapshot.ts'
import { eventsOf } from '../domain/view/queries.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/**
 * A comment that is to be deleted is gone. It is looked for only where the read goes back to when it was written: while
 * its event is in the read window.
 */
export const redactions =
  (isInReadWindow: (event: IncidentEvent, line: number) => boolean): Rule =>
  (_incident, view) =>
    stillThere(view, isInReadWindow).map(({ operation }) => operation)

/** The comments that are to be deleted and that the read shows, each with the event that says so. */
export const stillThere = (
  view: View,
  isInReadWindow: (event: IncidentEvent, line: number) => boolean,
): readonly { readonly event: IncidentEvent; readonly operation: Operation }[] =>
  eventsOf(view).flatMap((event, index) => {
    if (event.is !== 'comment-redacted' || !isInReadWindow(event, index + 1)) return []
    const page = pagesOf(view).find(({ thread }) => thread.some(item => item.id === event.comment))
    if (page === undefined) return []
    const on = { id: page.id, number: page.number }
    return [{ event, operation: { do: 'delete-comment', on, comment: event.comment } }]
  })
