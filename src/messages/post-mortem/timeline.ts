import type { IncidentEvent } from '../../domain/events/event.ts'
import { momentOf } from '../../domain/incident/metrics.ts'
import { eventWords } from './event.ts'
import { authorOf, linked, minuteOf, row, whatFits } from './phrases.ts'

/** What changed the incident, in the order in which it happened, each with a link to its source. */
export const timeLine = (events: readonly IncidentEvent[]): string => `| Time (UTC) | Event | By |
|---|---|---|
${whatFits(inOrder(events).map(eventRow), 80_000, left => row('', left, '')).join('\n')}`

const eventRow = (event: IncidentEvent): string =>
  row(linked(minuteOf(momentOf(event)), event.link), `${eventWords(event)}${told(event)}`, authorOf(event.by))

/** By when it happened, and among those of one moment as recorded. */
export const inOrder = (events: readonly IncidentEvent[]): readonly IncidentEvent[] =>
  events
    .filter(event => eventWords(event) !== null)
    .toSorted((a, b) => Date.parse(momentOf(a)) - Date.parse(momentOf(b)))

/** What a reader should know of the source before relying on it. */
const told = (event: IncidentEvent): string => {
  const late = minuteOf(momentOf(event)) === minuteOf(event.said) ? [] : [`reported at ${minuteOf(event.said)}`]
  const flags = (event.flags ?? []).map(flag => flagWords[flag])
  const notes = [...late, ...flags]
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`
}

const flagWords = {
  edited: 'edited before Tocsin read it',
  redacted: 'a secret was cut out',
  'by-email': 'sent by e-mail',
} as const satisfies Record<NonNullable<IncidentEvent['flags']>[number], string>
