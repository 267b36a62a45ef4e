import { Temporal } from 'temporal-polyfill'
import { instantAt, instantsOf, offsetAt } from './instants.ts'
import type { Phrase } from './phrase.ts'
import type { Doubt, PartOfDay, Piece, PieceOf, Zone } from './piece.ts'
import { at, dayIn } from './resolve-day.ts'

/** When something was said, and the zone of the team, if it has one. */
export type Terms = { readonly now: Temporal.Instant; readonly timezone: string | null }

export type Resolved = {
  readonly instant: Temporal.Instant
  /** What was not written: the zone is the team's, or the day was worked out. */
  readonly assumed: { readonly zone: string | null; readonly day: boolean }
}

type Result = Resolved | { readonly doubt: Doubt }

/** Nobody keeps an incident of longer ago. */
const earliest = Temporal.Instant.from('2000-01-01T00:00:00Z')

/** Clocks of people run up to a minute ahead of GitHub's. */
const tolerance = { minutes: 1 }

/** The instant that a phrase with a clock, or one that counts back, says. */
export const resolve = (phrase: Phrase, terms: Terms): Result => {
  const result = instantIn(phrase, terms)
  if ('doubt' in result) return result
  const { instant, assumed } = result
  if (isBefore(terms.now.add(tolerance), instant)) return { doubt: 'future' }
  if (isBefore(instant, earliest)) return { doubt: 'too-long-ago' }
  return { instant: isBefore(terms.now, instant) ? terms.now : instant, assumed }
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

const exact = { zone: null, day: false }

const instantIn = ({ pieces, last }: Phrase, terms: Terms): Result => {
  const of = <Is extends Piece['is']>(is: Is): readonly PieceOf<Is>[] =>
    pieces.filter((piece): piece is PieceOf<Is> => piece.is === is)
  const [clock] = of('clock')
  const [counted] = [...of('ago'), ...of('epoch')]
  if (counted !== undefined) {
    if (clock !== undefined || of('ago').length > 1) return { doubt: 'several-times' }
    const { now } = terms
    return {
      instant:
        counted.is === 'ago'
          ? now.subtract({ milliseconds: counted.milliseconds })
          : Temporal.Instant.fromEpochMilliseconds(counted.milliseconds),
      assumed: exact,
    }
  }
  if (clock === undefined) return { doubt: 'no-clock' }
  const part = of('part')[0]?.part
  if (part !== undefined && !isIn(part, clock.hour)) return { doubt: 'unread' }
  return isOverMidnight(pieces, clock, last) ? { doubt: 'several-days' } : inZones(withEnd(pieces, last), clock, terms)
}

/** `23:00-01:00 on Nov 24`: the day could be that of either end. */
const isOverMidnight = (pieces: readonly Piece[], clock: PieceOf<'clock'>, last: readonly Piece[] | null): boolean => {
  const end = last?.find(piece => piece.is === 'clock')
  if (end === undefined || hasAny(pieces, days) || !hasAny(last ?? [], days)) return false
  return end.hour * 60 + end.minute < clock.hour * 60 + clock.minute
}

/** The zone or the day of a span may stand at its end. */
const withEnd = (pieces: readonly Piece[], last: readonly Piece[] | null): readonly Piece[] => {
  const taken = [...(hasAny(pieces, ['zone']) ? [] : (['zone'] as const)), ...(hasAny(pieces, days) ? [] : days)]
  return [...pieces, ...(last ?? []).filter(({ is }) => taken.some(one => one === is))]
}

const hasAny = (pieces: readonly Piece[], kinds: readonly Piece['is'][]): boolean =>
  pieces.some(({ is }) => kinds.includes(is))

const days = ['date', 'weekday', 'back', 'day-of-month', 'year'] as const

const isIn = (part: PartOfDay, hour: number): boolean => {
  switch (part) {
    case 'morning':
      return hour < 12
    case 'afternoon':
      return hour >= 12 && hour < 19
    case 'evening':
      return hour >= 16
    case 'night':
      // the small hours of a night are of the day before to some, and of the next to others
      return hour >= 18
  }
}

const inZones = (pieces: readonly Piece[], clock: PieceOf<'clock'>, { now, timezone }: Terms): Result => {
  const written = pieces.flatMap(piece => (piece.is === 'zone' ? [piece.zone] : []))
  const zones = written.length === 0 ? [{ is: 'here' } as const] : written
  if (clock.midnight && hasAny(pieces, days)) return { doubt: 'several-days' }
  const results = zones.map(zone => inZone(zone, pieces, clock, now, timezone))
  const [first = { doubt: 'no-zone' }, ...others] = results
  if ('doubt' in first) return first
  const isOther = (one: Result): boolean => 'doubt' in one || Temporal.Instant.compare(one.instant, first.instant) !== 0
  return others.some(isOther) ? { doubt: 'several-times' } : first
}

const inZone = (
  zone: Zone,
  pieces: readonly Piece[],
  clock: PieceOf<'clock'>,
  now: Temporal.Instant,
  timezone: string | null,
): Result => {
  const name = zone.is === 'here' ? timezone : zone.is === 'named' ? zone.name : null
  const offset = zone.is === 'offset' || zone.is === 'letters' ? zone.minutes : offsetAt(name ?? '', now)
  if (offset === null) return { doubt: 'no-zone' }
  const local = now.add({ minutes: offset }).toZonedDateTimeISO('UTC').toPlainDateTime()
  const day = dayIn(pieces, local, clock)
  if ('doubt' in day) return day
  const shown = at(day.date, clock)
  const instants = name === null ? [instantAt(shown, offset)] : instantsOf(shown, name)
  const [instant, other] = instants
  if (instant === undefined || other !== undefined) return { doubt: 'clocks-changed' }
  if (zone.is === 'letters' && zone.place !== null && offsetAt(zone.place, instant) !== offset)
    return { doubt: 'unsure-zone' }
  return { instant, assumed: { zone: zone.is === 'here' ? name : null, day: day.assumed } }
}
