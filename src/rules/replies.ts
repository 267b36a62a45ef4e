import { type IncidentEvent, isTold } from '../domain/events/event.ts'
import { cut } from '../domain/text/escape.ts'
import { writeMarker } from '../domain/text/marker.ts'
import { eventsOf, pageOf, repliesIn } from '../domain/view/queries.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { reply } from '../messages/reply.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/**
 * A refusal has its reply. It is looked for only where the read can show it: `looked` are the refusals that were
 * recorded just now, or said at or after the watermark.
 */
export const replies =
  (ours: readonly number[], looked: (event: IncidentEvent, line: number) => boolean): Rule =>
  (_incident, snapshot) => {
    const events = eventsOf(snapshot)
    const owed = events.filter((event, index) => isTold(event) && looked(event, index + 1))
    const said = repliesIn(snapshot, ours)
    return [...new Set(owed.map(event => event.source))]
      .filter(source => !said.has(source))
      .flatMap(source => answer(snapshot, events, source))
  }

const answer = (snapshot: Snapshot, events: readonly IncidentEvent[], source: string): readonly Operation[] => {
  const told = events.filter(event => isTold(event) && event.source === source)
  const page = pageOf(snapshot, told[0] ?? {})
  // On a page that was taken away it was said or is of no use. On a locked one GitHub takes no comment of an app's: it is
  // said once the page is unlocked.
  if (page === null || page.locked) return []
  const marker = writeMarker({ kind: 'reply', incident: snapshot.issue.id, number: snapshot.issue.number, key: source })
  const cause = events.findIndex(event => isTold(event) && event.source === source) + 1
  const text = reply(told, told[0]?.by ?? null, told.length < events.filter(event => event.source === source).length)
  // GitHub takes 65,536 characters: twenty long answers are more
  const body = `${cut(text, 64_000)}\n\n${marker}`
  return [{ do: 'reply', cause, on: { id: page.id, number: page.number }, key: source, body }]
}
