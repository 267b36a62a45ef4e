import { Temporal } from 'temporal-polyfill'
import type { Timestamp } from '../timestamp.ts'
import { isDayAhead } from './day-ahead.ts'
import { type Meaning, meaningsOf } from './either.ts'
import { hasLeadingClock } from './leading.ts'
import { isOtherCount, type Stamp, stampsIn } from './log-lines.ts'
import { mentionsTime } from './mentions.ts'
import { type Phrase, phraseIn } from './phrase.ts'
import type { Doubt, Piece } from './piece.ts'
import { plain } from './plain.ts'
import { type Resolved, resolve, type Terms } from './resolve.ts'
import { beginsSpoken } from './spoken.ts'

/** What a text begins with: no time, one that is to be asked about, or one instant and the text behind it. */
export type Reading =
  | { readonly is: 'none' }
  | {
      readonly is: 'unclear'
      readonly phrase: string
      readonly doubt: Doubt
      /** What it could be, where that is known. */
      readonly either: readonly Meaning[]
    }
  | {
      readonly is: 'at'
      readonly at: Timestamp
      /** The time as it was written. */
      readonly phrase: string
      readonly rest: string
      readonly assumed: Resolved['assumed']
    }

/** No time is longer; whatever comes, no more than this is looked at. */
const longest = 200
/** Of a line of a log more, for its header and its other fields come first. */
const longestOfLog = 2_000

/**
 * The time with which a text begins, said at `said` by somebody whose team keeps `timezone`. The rule:
 *
 * 1. A time that stands first, or where programs write it in a line of a log, is understood exactly, or asked about.
 * 2. So is a part of one: a day without a clock, an hour in words, a count from a moment that only the writer knows.
 * 3. A time behind other words, in the first clause, is asked about: it may be the time of something else.
 * 4. Anything else is a note of now. So is what begins with "now".
 *
 * Nothing that could be a time is passed over in silence, for a wrong time is worse than a question.
 */
export const readTime = (text: string, said: Timestamp, timezone: string | null): Reading => {
  const terms = { now: Temporal.Instant.from(said), timezone }
  // a time stands on one line
  const line = plain(/^[^\r\n]*/.exec(text.slice(0, longestOfLog))?.[0] ?? '')
  const head = line.slice(0, longest)
  if (/^\W*now\W+\d{1,2}[:.h]\d\d/i.test(head)) return unclear(text.slice(0, 60), 'several-times')
  if (/^\W*now[\s:,;-]+(?![\d\s])|^\W*now$/i.test(head)) return { is: 'none' }
  const phrase = phraseIn(head)
  if (!isTime(phrase, terms.now)) {
    const stamps = stampsIn(line)
    return stamps.length > 0 ? readStamps(stamps, text, terms) : withoutTime(head, text)
  }
  const shown = text.slice(phrase.start, phrase.end)
  const resolved = understood(phrase, head, terms)
  if ('doubt' in resolved) return unclear(shown, resolved.doubt, eitherOf(phrase, resolved.doubt, terms))
  return {
    is: 'at',
    at: shownAt(resolved.instant),
    phrase: shown,
    rest: phrase.last !== null || phrase.bound ? text : restOf(text, phrase.end),
    assumed: resolved.assumed,
  }
}

const shownAt = (instant: Temporal.Instant): Timestamp => instant.toString({ fractionalSecondDigits: 3 })

/** What does not begin with a time, but may have one in another shape, or further on. */
const withoutTime = (head: string, text: string): Reading => {
  const start = text.slice(0, 60)
  if (isOtherCount(head)) return unclear(start, 'relative')
  // "Alert 11:10Z": a clock behind a word or two
  if (hasLeadingClock(head)) return unclear(start, 'unread')
  if (beginsSpoken(head)) return unclear(start, 'no-clock')
  return mentionsTime(head) ? unclear(start, 'not-first') : { is: 'none' }
}

const understood = (phrase: Phrase, head: string, terms: Terms): Resolved | { readonly doubt: Doubt } => {
  const doubt = doubtOf(phrase, head, terms.now)
  if (doubt !== null) return { doubt }
  const resolved = resolve(phrase, terms)
  // a clock further on: the day is read, and the rest is not
  const isHalf = 'doubt' in resolved && resolved.doubt === 'no-clock' && hasLeadingClock(head)
  return isHalf ? { doubt: 'unread' } : resolved
}

/** Every time of the line must say the same, for nobody could tell which of them counts. The line stays whole. */
const readStamps = (stamps: readonly Stamp[], text: string, terms: Terms): Reading => {
  const readings = stamps.map((stamp): Reading => {
    const phrase = phraseIn(stamp.text)
    const shown = stamp.text.slice(phrase.start, phrase.end)
    if (!isTime(phrase, terms.now)) return unclear(stamp.text.slice(0, 60), 'unread')
    const resolved = understood(phrase, stamp.whole ? stamp.text : shown, terms)
    if ('doubt' in resolved) return unclear(shown, resolved.doubt, eitherOf(phrase, resolved.doubt, terms))
    const { instant, assumed } = resolved
    return { is: 'at', at: shownAt(instant), phrase: shown, rest: text, assumed }
  })
  const [first = { is: 'none' } as const, ...others] = readings
  const differs = others.find(one => one.is !== 'at' || first.is !== 'at' || one.at !== first.at)
  if (first.is !== 'at' || differs === undefined) return first
  return differs.is === 'at' ? unclear(text.slice(0, 60), 'several-times') : differs
}

const unclear = (phrase: string, doubt: Doubt, either: readonly Meaning[] = []): Reading => ({
  is: 'unclear',
  phrase,
  doubt,
  either,
})

const eitherOf = (phrase: Phrase, doubt: Doubt, terms: Terms): readonly Meaning[] =>
  doubt === 'several-days' || doubt === 'unsure-zone' ? meaningsOf(phrase, terms) : []

/** A clock makes a time of it, and so does what can be nothing else. */
const isTime = ({ pieces }: Phrase, now: Temporal.Instant): boolean =>
  pieces.some(piece => {
    switch (piece.is) {
      case 'clock':
      case 'ago':
      case 'part':
        return true
      case 'epoch':
        return piece.milliseconds <= now.epochMilliseconds
      default:
        return 'firm' in piece && piece.firm
    }
  })

/** How long ago a bare number may lie that counts seconds: a longer one is more likely to count something else. */
const mostDaysOfEpoch = 400

const doubtOf = ({ pieces, last, end }: Phrase, head: string, now: Temporal.Instant): Doubt | null => {
  const earliest = now.subtract({ hours: mostDaysOfEpoch * 24 }).epochMilliseconds
  for (const piece of [...pieces, ...(last ?? [])]) {
    if (piece.is === 'doubt') return piece.doubt
    if (piece.is === 'epoch' && piece.milliseconds < earliest) return 'unread'
  }
  if (!isEnd(head.slice(end))) return 'unread'
  const isToday = has(pieces, ['clock']) && !has([...pieces, ...(last ?? [])], days)
  return isToday && isDayAhead(head.slice(end)) ? 'several-days' : null
}

const days: readonly Piece['is'][] = ['date', 'weekday', 'back', 'day-of-month', 'ago', 'epoch']

const has = (pieces: readonly Piece[], kinds: readonly Piece['is'][]): boolean =>
  pieces.some(piece => kinds.includes(piece.is))

/** What a time may be followed by: a space, or a mark with something else than a digit behind it. */
const isEnd = (rest: string): boolean => /^(?:[\])}>"'`*_]|<\/[a-z]{1,6}>)*(?:$|\s|[:,;|-](?!\d)|\.(?:\s|$))/.test(rest)

/** Without the marks that parted it from the time. */
const restOf = (text: string, end: number): string => {
  const isRow = /^\s*\|/.test(text)
  const rest = text
    .slice(end)
    .replace(/^(?:<\/[a-z]{1,6}>|[\])}>"'`*_])+/i, '')
    .replace(/^(?:\s*(?:[:,;|.*/–—→]|-{1,2}>?|=>)[\])}>*_`]*(?=\s|$)){0,3}/, '')
    .replace(/^(?:\||[:,;–—-](?=[^\s\d-]))/, '')
    .trimStart()
  return isRow ? rest.replace(/\s*\|\s*$/, '') : rest
}
