import { type IncidentEvent, isNotified } from '../domain/events/event.ts'
import { lineOfSilence } from '../domain/incident/revert-limit.ts'
import { cut } from '../domain/text/escape.ts'
import { writeMarker } from '../domain/text/marker.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { eventsOf, pageOf, repliesTo } from '../domain/view/queries.ts'
import { reply } from '../messages/reply.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/**
 * A refusal has its reply. It is looked for only where the read can show it: in the read window are the refusals that
 * were recorded just now, or said at or after the watermark.
 */
export const replies =
  (isInReadWindow: (event: IncidentEvent, line: number) => boolean): Rule =>
  (_incident, view) =>
    [...new Set(unanswered(view, isInReadWindow).map(event => event.source))].flatMap(source =>
      answer(view, eventsOf(view), source),
    )

/** The events that somebody is to be told of, where a reply would be seen and none is. */
export const unanswered = (
  view: View,
  isInReadWindow: (event: IncidentEvent, line: number) => boolean,
): readonly IncidentEvent[] => {
  const events = eventsOf(view)
  const silent = lineOfSilence({ events })
  return events
    .filter((event, index) => index >= silent && isNotified(event) && isInReadWindow(event, index + 1))
    .filter(event => repliesTo(view, event.source).length === 0)
}

const answer = (view: View, events: readonly IncidentEvent[], source: string): readonly Operation[] => {
  const notified = events.filter(event => isNotified(event) && event.source === source)
  const page = pageOf(view, notified[0] ?? {})
  // On a page that was taken away it was said or is of no use. On a locked one GitHub takes no comment of an app's: it is
  // said once the page is unlocked.
  if (page === null || page.locked) return []
  const marker = writeMarker({
    kind: 'reply',
    incident: view.declaredOn.id,
    number: view.declaredOn.number,
    key: source,
  })
  const cause = events.findIndex(event => isNotified(event) && event.source === source) + 1
  const text = reply(
    notified,
    notified[0]?.by ?? null,
    notified.length < events.filter(event => event.source === source).length,
  )
  // GitHub takes 65,536 characters: twenty long answers are more
  const body = `${cut(text, 64_000)}\n\n${marker}`
  return [{ do: 'reply', cause, on: { id: page.id, number: page.number }, key: source, body }]
}
