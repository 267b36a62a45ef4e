import type { Fact } from '../../domain/events/event.ts'
import { momentOf } from '../../domain/incident/metrics.ts'
import { eventWords } from './event.ts'
import { authorOf, linked, minuteOf, row, whatFits } from './phrases.ts'

/** What moved the incident, in the order in which it happened, each with a link to where it was said. */
export const timeLine = (facts: readonly Fact[]): string => `| Time (UTC) | What happened | Said by |
|---|---|---|
${whatFits(inOrder(facts).map(eventRow), 80_000, left => row('', left, '')).join('\n')}`

const eventRow = (fact: Fact): string =>
  row(linked(minuteOf(momentOf(fact)), fact.link), `${eventWords(fact)}${told(fact)}`, authorOf(fact.by))

/** By when it happened, and among those of one moment as recorded. */
export const inOrder = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(fact => eventWords(fact) !== null).toSorted((a, b) => Date.parse(momentOf(a)) - Date.parse(momentOf(b)))

/** What a reader should know of the source before relying on it. */
const told = (fact: Fact): string => {
  const late = minuteOf(momentOf(fact)) === minuteOf(fact.said) ? [] : [`told at ${minuteOf(fact.said)}`]
  const flags = (fact.flags ?? []).map(flag => flagWords[flag])
  const notes = [...late, ...flags]
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`
}

const flagWords = {
  edited: 'edited before it was read',
  redacted: 'something secret was taken out',
  'by-email': 'sent by e-mail',
} as const satisfies Record<NonNullable<Fact['flags']>[number], string>
