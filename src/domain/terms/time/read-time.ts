import { Temporal } from 'temporal-polyfill'
import type { Timestamp } from '../timestamp.ts'
import { isDayAhead } from './day-ahead.ts'
import { hasLeadingClock } from './leading.ts'
import { type Phrase, phraseIn } from './phrase.ts'
import type { Doubt, Piece } from './piece.ts'
import { plain } from './plain.ts'
import { type Resolved, resolve } from './resolve.ts'
import { beginsSpoken } from './spoken.ts'

/** What a text begins with: no time, one that is to be asked about, or one instant and the text behind it. */
export type Reading =
  | { readonly is: 'none' }
  | { readonly is: 'unclear'; readonly phrase: string; readonly doubt: Doubt }
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

/**
 * The time with which a text begins, said at `said` by somebody whose team keeps `timezone`. What could be a time and is
 * not understood exactly is never passed over: it is to be asked about.
 */
export const readTime = (text: string, said: Timestamp, timezone: string | null): Reading => {
  // a time stands on one line
  const head = plain(/^[^\r\n]*/.exec(text.slice(0, longest))?.[0] ?? '')
  const phrase = phraseIn(head)
  const now = Temporal.Instant.from(said)
  if (!isTime(phrase, now)) {
    if (hasLeadingClock(head)) return unclear(text.slice(0, 60), 'unread')
    return beginsSpoken(head) ? unclear(text.slice(0, 60), 'no-clock') : { is: 'none' }
  }
  const shown = text.slice(phrase.start, phrase.end)
  const doubted = doubtOf(phrase, head, now)
  if (doubted !== null) return unclear(shown, doubted)
  const resolved = resolve(phrase, { now, timezone })
  if ('doubt' in resolved) {
    // a clock further on: the day is read, and the rest is not
    return unclear(shown, resolved.doubt === 'no-clock' && hasLeadingClock(head) ? 'unread' : resolved.doubt)
  }
  return {
    is: 'at',
    at: resolved.instant.toString({ fractionalSecondDigits: 3 }),
    phrase: shown,
    rest: phrase.last !== null || phrase.bound ? text : restOf(text, phrase.end),
    assumed: resolved.assumed,
  }
}

const unclear = (phrase: string, doubt: Doubt): Reading => ({ is: 'unclear', phrase, doubt })

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
