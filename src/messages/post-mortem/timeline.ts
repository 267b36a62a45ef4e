import { type IncidentEvent, timelineText } from '../../domain/events/event.ts'
import type { RecordLine } from '../../domain/events/read-record.ts'
import { momentOf } from '../../domain/incident/metrics.ts'
import { minuteOf, type Timestamp } from '../../domain/terms/timestamp.ts'
import { escapeCell } from '../../domain/text/escape.ts'
import { authorOf, linked, row, whatFits } from './phrases.ts'

/** What changed the incident, in the order in which it happened, each with a link to its source. */
export const timeline = (events: readonly IncidentEvent[]): string =>
  recordTimeline(events.map(event => ({ event, unknownKeys: [] })))

/** The same of a record in which a newer version has written: what this one does not know is shown, and by its kind alone. For commands that only read; none does yet. */
export const recordTimeline = (lines: readonly Told[]): string => `| Time (UTC) | Event | By |
|---|---|---|
${whatFits(byMoment(lines.filter(isInTimeline)).map(lineRow), 80_000, left => row('', left, '')).join('\n')}`

type Told = Pick<RecordLine, 'event' | 'unknownKeys'>

const isInTimeline = ({ event }: Told): boolean => event.is === 'unknown' || timelineText(event) !== null

const at = ({ event }: Told): Timestamp => (event.is === 'unknown' ? event.said : momentOf(event))

const byMoment = <T extends Told>(lines: readonly T[]): readonly T[] =>
  lines.toSorted((a, b) => Date.parse(at(a)) - Date.parse(at(b)))

const lineRow = (line: Told): string => {
  const { event } = line
  const words =
    event.is === 'unknown'
      ? `an event of a newer version (\`${event.kind}\`)`
      : `${timelineText(event) ?? ''}${told(event, line.unknownKeys)}`
  return row(linked(minuteOf(at(line)), event.link ?? undefined), words, authorOf(event.by))
}

/** By when it happened, and among those of one moment as recorded. */
export const eventsInOrder = (events: readonly IncidentEvent[]): readonly IncidentEvent[] =>
  byMoment(events.map(event => ({ event, unknownKeys: [] })).filter(isInTimeline)).map(({ event }) => event)

/** What a reader should know of the source before relying on it. */
const told = (event: IncidentEvent, unknownKeys: readonly string[]): string => {
  const late = minuteOf(momentOf(event)) === minuteOf(event.said) ? [] : [`reported at ${minuteOf(event.said)}`]
  const flags = (event.flags ?? []).map(flag => flagWords[flag])
  const more = unknownKeys.map(key => `with \`${escapeCell(key)}\`, of a newer version`)
  const notes = [...late, ...flags, ...more]
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`
}

const flagWords = {
  edited: 'edited before Tocsin read it',
  redacted: 'a secret was cut out',
  'by-email': 'sent by e-mail',
} as const satisfies Record<NonNullable<IncidentEvent['flags']>[number], string>
