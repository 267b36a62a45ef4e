import { casual, type ParsedResult } from 'chrono-node'
import type { Temporal } from 'temporal-polyfill'
import { isZone } from './zone.ts'

/** What the library does not read: `14:02Z`, `1402Z`, and words such as "around" before a time. */
export const spellOut = (line: string): string =>
  line
    .replace(/^(?:~|(?:about|around|circa|ca\.?|at about|at around)\s)\s*(?=\S)/i, '')
    .replace(/^((?:[\w,/-]+\s){0,4})(\d\d)(\d\d) ?Z(?![\w:])/i, '$1$2:$3 UTC')
    .replace(/^((?:[\w,/-]+\s){0,4}\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?) ?Z(?!\w)/i, '$1 UTC')
    .replace(/^((?:[\w,/-]+\s){0,4}\d{1,2}:\d{2}(?::\d{2})?)(UTC|GMT|CES?T)\b/i, '$1 $2')

/** What begins like a clock, or a date and a clock, and yet says nothing: `25:00`, `28.2. 14:02`. */
export const isMeantAsTime = (text: string): boolean =>
  /^\d{1,2}:\d{2}|^\d{1,4}[./-]\d{1,2}\S{0,6} \d{1,2}:\d{2}/.test(text)

// "14:02 sat idle" and "14:02 may be an intruder" say no day.
const dayLike = /\s(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|march|apr|may|jun|jul|aug|sep|oct|nov|dec)(?: \d+)?$/i

/** What the text begins with; the clock alone where the library takes a word after it for a day. */
export const read = (text: string, now: Temporal.Instant, timezone: number): ParsedResult | null => {
  const found = resultIn(text, now, timezone)
  const [clock] = /^\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[ap]m|UTC|GMT|[+-]\d{2}:?\d{2}))*(?!\S)/i.exec(text) ?? []
  if (clock === undefined || (found !== null && !dayLike.test(found.text))) return found
  return resultIn(clock, now, timezone)
}

const resultIn = (text: string, now: Temporal.Instant, timezone: number): ParsedResult | null => {
  // A time stands at the start, so the library need not read a whole essay.
  const [found] = casual.parse(text.slice(0, 80), { instant: new Date(now.epochMilliseconds), timezone })
  return found?.index === 0 ? found : null
}

/** The offset that the phrase itself says, or implies by counting back from now. */
export const offsetOf = (found: ParsedResult): number | null =>
  found.start.isCertain('timezoneOffset') ? found.start.get('timezoneOffset') : null

export const zoneAfter = (after: string): string | null => {
  const name = /^ ?([A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_+-]+){1,2})(?=\s|$)/.exec(after)?.[1] ?? null
  return name !== null && isZone(name) ? name : null
}

/** An hour was written, and not one that could be a number of something ("at 3 hosts"). */
export const isTime = ({ start, text }: ParsedResult): boolean => {
  if (/^now$/i.test(text) || !start.isCertain('hour') || /^last night/i.test(text)) return false
  return /\d:\d|\d ?[ap]\.?m|noon|midnight|\bago\b|later|^in |^[+-]/i.test(text)
}

/** A day, or a part of one, that can hardly be anything else; "May 5 hosts" and "sun" can. */
export const isDayAlone = ({ text }: ParsedResult): boolean =>
  !/^(?:now|today|tonight)$/i.test(text) &&
  /yesterday|tomorrow|last night|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day|^\d{4}-\d\d-\d\d|^\d+\/\d+|\bago\b|last week|january|february|march \d|april|june|july|august|september|october|november|december/i.test(
    text,
  )

// The same letters mean another zone elsewhere: IST is in India, Israel and Ireland.
const clearAbbreviations = 'Z UTC GMT CET CEST EET EEST EDT PDT MDT JST'.split(' ')

export const offsetAbbreviation = ({ text }: ParsedResult): string | null => {
  if (/^[+-]|\bago\b/i.test(text)) return null
  const letters = /\d(?: ?[ap]\.?m\.?)? ?\(?([A-Z]{1,5})\)?$/i.exec(text)?.[1]?.toUpperCase()
  if (letters === undefined || /^[AP]M$/.test(letters)) return null
  return clearAbbreviations.includes(letters) ? null : letters
}

/** `14:02-05:00` is five hours west of Greenwich, or fifteen hours long. */
export const isOffsetOrSpan = ({ start, text }: ParsedResult): boolean =>
  !start.isCertain('timezoneOffset') && /:\d\d ?[-–−](?:0\d|1[0-2]):(?:00|30)/.test(text)
