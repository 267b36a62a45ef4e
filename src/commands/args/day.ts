import type { ParsedResult } from 'chrono-node'
import { Temporal } from 'temporal-polyfill'

/** What the clock showed, `offset` minutes east of UTC; null when the day could be more than one, or none. */
export const localOf = (
  { start, text }: ParsedResult,
  now: Temporal.Instant,
  offset: number,
): Temporal.PlainDateTime | null => {
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'): number => start.get(name) ?? 0
  if (isTwoDates(text)) return null
  const written = { year: part('year'), month: part('month'), day: part('day') }
  const weekday = start.isCertain('weekday') && !start.isCertain('day') ? start.get('weekday') : null
  const date = weekday === null ? dateOf(written) : dateBefore(weekday, today(now, offset), text)
  // added, for 24:00 is how some people write the end of a day
  const clock = { hours: part('hour'), minutes: part('minute'), seconds: part('second') }
  return date?.toPlainDateTime().add(clock) ?? null
}

const today = (now: Temporal.Instant, offset: number): Temporal.PlainDate =>
  now.add({ minutes: offset }).toZonedDateTimeISO('UTC').toPlainDate()

type Written = { readonly year: number; readonly month: number; readonly day: number }

// Temporal throws for a day that there is not, and near the ends of its range, far from any incident.
const dateOf = (written: Written): Temporal.PlainDate | null => {
  if (!(written.year >= 1999 && written.year <= 9999)) return null
  try {
    return Temporal.PlainDate.from(written, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** `3/4` and `03.04.2026` are in March or in April; `13/4` and `4/4` are clear, and so is a year before its month. */
const isTwoDates = (text: string): boolean => {
  const month = /\d{4}[./-](\d{1,2})[./-]\d/.exec(text)?.[1]
  if (month !== undefined) return Number(month) > 12
  const [, a, b] = /(?<![\d:])(\d{1,2})[./-](\d{1,2})(?!\d)/.exec(text) ?? []
  return a !== undefined && b !== undefined && Number(a) !== Number(b) && Number(a) <= 12 && Number(b) <= 12
}

/** The last day before `now` that was this day of the week, Sunday being 0; null when it could be either of two. */
const dateBefore = (weekday: number, now: Temporal.PlainDate, text: string): Temporal.PlainDate | null => {
  if (/\bnext\b/i.test(text) || weekday === now.dayOfWeek % 7) return null
  const back = (now.dayOfWeek - weekday + 7) % 7
  // "Last Monday", said on a Wednesday, is of this week to some people.
  const isOfThisWeek = back < now.dayOfWeek
  return /\blast\b/i.test(text) && isOfThisWeek ? null : now.subtract({ days: back })
}
