import { casual, type ParsedResult } from 'chrono-node'
import { unclearDay, unclearHour, unclearZone } from '../words/refusal.ts'
import { asIfUtc, instantsOf, type Local, offsetAt } from './zone.ts'

/** A time at the start of a line: where it ends and which it is, nothing of the kind, or something to ask about. */
export type When =
  | { readonly is: 'none' }
  | { readonly is: 'at'; readonly happened: string; readonly rest: string }
  | { readonly is: 'unclear'; readonly says: string }

/**
 * The time with which somebody begins a line of the time line: `14:02Z`, `2h ago`, `yesterday 9:00`. What only looks like
 * a time stays text. What could be two times, or none, is asked about: a wrong time is worse than a question.
 */
export const whenIn = (line: string, said: string, timezone: string | null): When => {
  const text = spellOut(line)
  const now = Date.parse(said)
  const here = timezone === null ? null : offsetAt(timezone, now)
  const first = resultIn(text, now, here ?? 0)
  if (first === null) return /^\d{1,2}:\d\d/.test(line) ? unclear(unclearHour(line)) : { is: 'none' }
  const offset = offsetOf(first)
  // "yesterday 23:00 UTC" is meant as a day in that zone, so that it is read once more from there.
  const found = offset === null ? first : (resultIn(text, now, offset) ?? first)
  return judge(found, text, { said, now, timezone: here === null ? null : timezone, offset })
}

type Terms = {
  readonly said: string
  readonly now: number
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
  if (offsetAbbreviation(found) !== null) return unclear(unclearZone(phrase))
  const zone = named ?? terms.timezone
  if (terms.offset === null && zone === null) return unclear(unclearZone(phrase))
  const local = localOf(found, terms.now, terms.offset ?? offsetAt(zone ?? 'UTC', terms.now) ?? 0)
  if (local === null) return unclear(unclearDay(phrase))
  const instants = terms.offset === null ? instantsOf(local, zone ?? 'UTC') : [asIfUtc(local) - terms.offset * 60_000]
  const [instant, other] = instants
  if (instant === undefined || other !== undefined) return unclear(unclearZone(phrase))
  if (instant > terms.now + tolerance) return unclear(unclearDay(phrase))
  // A span keeps its end, which has no place of its own, in the text.
  const kept = found.end === null || found.end === undefined ? rest.replace(/^[\s:,;.–—-]+/, '') : text
  return { is: 'at', happened: new Date(Math.min(instant, terms.now)).toISOString(), rest: kept }
}

/** Clocks of people run up to a minute ahead of GitHub's. */
const tolerance = 60_000

const unclear = (says: string): When => ({ is: 'unclear', says })

/** What the library does not read: `14:02Z`, `1402Z`, and words such as "around" before a time. */
const spellOut = (line: string): string =>
  line
    .replace(/^(?:~|(?:about|around|circa|ca\.?|at about|at around)\s)\s*(?=\S)/i, '')
    .replace(/^((?:[\w,/-]+\s){0,4})(\d\d)(\d\d) ?Z(?![\w:])/i, '$1$2:$3 UTC')
    .replace(/^((?:[\w,/-]+\s){0,4}\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?) ?Z(?!\w)/i, '$1 UTC')

const resultIn = (text: string, now: number, timezone: number): ParsedResult | null => {
  // A time stands at the start, so the library need not read a whole essay.
  const [found] = casual.parse(text.slice(0, 80), { instant: new Date(now), timezone })
  return found?.index === 0 ? found : null
}

/** The offset that the phrase itself says, or implies by counting back from now. */
const offsetOf = (found: ParsedResult): number | null =>
  found.start.isCertain('timezoneOffset') ? found.start.get('timezoneOffset') : null

const zoneAfter = (after: string): string | null => {
  const name = /^ ?([A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_+-]+){1,2})(?=\s|$)/.exec(after)?.[1] ?? null
  return name !== null && offsetAt(name, 0) !== null ? name : null
}

/** An hour was written, and not one that could be a number of something ("at 3 hosts"). */
const isTime = ({ start, text }: ParsedResult): boolean => {
  if (/^now$/i.test(text) || !start.isCertain('hour') || /^last night/i.test(text)) return false
  return /\d:\d|\d ?[ap]\.?m|noon|midnight|\bago\b|later|^in |^[+-]/i.test(text)
}

/** A day, or a part of one, that can hardly be anything else; "May 5 hosts" and "sun" can. */
const isDayAlone = ({ text }: ParsedResult): boolean =>
  !/^(?:now|today|tonight)$/i.test(text) &&
  /yesterday|tomorrow|last night|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day|^\d{4}-\d\d-\d\d|^\d+\/\d+|\bago\b|last week|january|february|march \d|april|june|july|august|september|october|november|december/i.test(
    text,
  )

// The same letters mean another zone elsewhere: IST is in India, Israel and Ireland.
const clearAbbreviations = 'Z UTC GMT CET CEST EET EEST EDT PDT MDT JST'.split(' ')

const offsetAbbreviation = ({ text }: ParsedResult): string | null => {
  if (/^[+-]|\bago\b/i.test(text)) return null
  const letters = /\d(?: ?[ap]\.?m\.?)? ?\(?([A-Z]{1,5})\)?$/i.exec(text)?.[1]?.toUpperCase()
  if (letters === undefined || /^[AP]M$/.test(letters)) return null
  return clearAbbreviations.includes(letters) ? null : letters
}

/** What the clock showed; null when the day could be more than one. */
const localOf = ({ start, text }: ParsedResult, now: number, offset: number): Local | null => {
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'): number => start.get(name) ?? 0
  const local = {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
  if (isTwoDates(text)) return null
  const weekday = start.isCertain('weekday') && !start.isCertain('day') ? start.get('weekday') : null
  if (weekday === null) return local
  const back = daysBack(weekday, new Date(now + offset * 60_000).getUTCDay(), text)
  if (back === null) return null
  const date = new Date(now + offset * 60_000 - back * 86_400_000)
  return { ...local, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `3/4` is in March or in April; `13/4` and `4/4` are clear. */
const isTwoDates = (text: string): boolean => {
  const [, a, b] = /\b(\d{1,2})\/(\d{1,2})\b/.exec(text) ?? []
  return a !== undefined && b !== undefined && a !== b && Number(a) <= 12 && Number(b) <= 12
}

/** How many days ago a day of the week was, Sunday being 0; null when it could be either of two. */
const daysBack = (weekday: number, today: number, text: string): number | null => {
  if (/\bnext\b/i.test(text) || weekday === today) return null
  const back = (today - weekday + 7) % 7
  // "Last Monday", said on a Wednesday, is of this week to some people.
  const isOfThisWeek = (weekday + 6) % 7 < (today + 6) % 7
  return /\blast\b/i.test(text) && isOfThisWeek ? null : back
}
