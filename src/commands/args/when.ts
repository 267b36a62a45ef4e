import type { ParsedResult } from 'chrono-node'
import { Temporal } from 'temporal-polyfill'
import type { Timestamp } from '../../domain/terms/timestamp.ts'
import { unclearDay, unclearHour, unclearZone } from '../../messages/refusal.ts'
import { localOf } from './day.ts'
import {
  isDayAlone,
  isMeantAsTime,
  isOffsetOrSpan,
  isTime,
  offsetAbbreviation,
  offsetOf,
  read,
  spellOut,
  zoneAfter,
} from './phrase.ts'
import { instantAt, instantsOf, offsetAt } from './zone.ts'

/** A time at the start of a line: where it ends and which it is, nothing of the kind, or something to ask about. */
export type When =
  | { readonly is: 'none' }
  | { readonly is: 'at'; readonly happened: string; readonly rest: string }
  | { readonly is: 'unclear'; readonly says: string }

/**
 * The time with which somebody begins an entry of the timeline: `14:02Z`, `2h ago`, `yesterday 9:00`. What only looks like
 * a time stays text. What could be two times, or none, is asked about: a wrong time is worse than a question.
 */
export const whenIn = (line: string, said: string, timezone: string | null): When => {
  const text = spellOut(line)
  const now = Temporal.Instant.from(said)
  const here = timezone === null ? null : offsetAt(timezone, now)
  const first = read(text, now, here ?? 0)
  if (first === null) return isMeantAsTime(text) ? unclear(unclearHour(line)) : { is: 'none' }
  const offset = offsetOf(first)
  // "yesterday 23:00 UTC" is meant as a day in that zone, so that it is read once more from there.
  const found = offset === null ? first : (read(text, now, offset) ?? first)
  return judge(found, text, { said, now, timezone: here === null ? null : timezone, offset })
}

type Terms = {
  readonly said: string
  readonly now: Temporal.Instant
  readonly timezone: string | null
  readonly offset: number | null
}

const judge = (found: ParsedResult, text: string, terms: Terms): When => {
  const phrase = found.text
  const after = text.slice(found.index + phrase.length)
  if (!isTime(found)) return isDayAlone(found) ? unclear(unclearHour(phrase)) : { is: 'none' }
  const named = zoneAfter(after)
  const rest = named === null ? after : after.slice(after.indexOf(named) + named.length)
  if (/^[^\s:,;.–—-]/.test(rest) || /^[.:]\d/.test(rest)) return unclear(unclearZone(phrase))
  if (offsetAbbreviation(found) !== null || isOffsetOrSpan(found)) return unclear(unclearZone(phrase))
  const zone = named ?? terms.timezone
  if (terms.offset === null && zone === null) return unclear(unclearZone(phrase))
  const local = localOf(found, terms.now, terms.offset ?? offsetAt(zone ?? 'UTC', terms.now) ?? 0)
  if (local === null) return unclear(unclearDay(phrase))
  const instants = terms.offset === null ? instantsOf(local, zone ?? 'UTC') : [instantAt(local, terms.offset)]
  const [instant, other] = instants
  if (instant === undefined || other !== undefined) return unclear(unclearZone(phrase))
  if (isBefore(instant, earliest) || isBefore(terms.now.add(tolerance), instant)) return unclear(unclearDay(phrase))
  // A span keeps its end, which has no place of its own, in the text.
  const kept = found.end === null || found.end === undefined ? rest.replace(/^[\s:,;.–—-]+/, '') : text
  return { is: 'at', happened: written(isBefore(terms.now, instant) ? terms.now : instant), rest: kept }
}

/** Nobody keeps an incident of longer ago; "99999999999 hours ago" would be no date at all. */
const earliest = Temporal.Instant.from('2000-01-01T00:00:00Z')

/** Clocks of people run up to a minute ahead of GitHub's. */
const tolerance = { minutes: 1 }

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

const written = (instant: Temporal.Instant): Timestamp => instant.toString({ fractionalSecondDigits: 3 })

const unclear = (says: string): When => ({ is: 'unclear', says })
