import { Temporal } from 'temporal-polyfill'
import type { Doubt, Piece, PieceOf } from './piece.ts'

/** A day, and whether it was worked out rather than written. */
export type Day = { readonly date: Temporal.PlainDate; readonly assumed: boolean }

type Result = Day | { readonly doubt: Doubt }

/** How far back a day of last year may lie that was written without its year. */
const mostDaysBack = 183

/** The day that these parts name, where it is now `now`; today where none of them names one. */
export const dayIn = (pieces: readonly Piece[], now: Temporal.PlainDateTime, clock: PieceOf<'clock'>): Result => {
  const year = pieces.find(piece => piece.is === 'year')?.year ?? null
  const dates = pieces.flatMap(piece => (piece.is === 'date' ? [dateOf(piece.year ?? year, piece, now, clock)] : []))
  // beside a date the day of the week only has to agree
  const weekday = dates.length === 0 ? null : (pieces.find(piece => piece.is === 'weekday')?.weekday ?? null)
  const others = pieces.flatMap(piece =>
    weekday !== null && piece.is === 'weekday' ? [] : (otherDay(piece, now.toPlainDate()) ?? []),
  )
  return agreed([...dates, ...others], weekday) ?? { date: now.toPlainDate(), assumed: false }
}

/** The one day that all of them say; null: there is none. */
const agreed = (days: readonly Result[], weekday: number | null): Result | null => {
  const [first, ...others] = days
  if (first === undefined || 'doubt' in first) return first ?? null
  const { date } = first
  if (weekday !== null && date.dayOfWeek !== weekday) return { doubt: 'several-days' }
  for (const other of others) {
    if ('doubt' in other) return other
    if (!other.date.equals(date)) return { doubt: 'several-days' }
  }
  return { date, assumed: days.every(day => 'date' in day && day.assumed) }
}

/** The day that a part other than a date names. */
const otherDay = (piece: Piece, today: Temporal.PlainDate): Result | null => {
  switch (piece.is) {
    case 'weekday':
      return weekdayOf(piece, today)
    case 'back':
      return { date: today.subtract({ days: piece.days }), assumed: false }
    case 'day-of-month':
      return dayOfMonth(piece.day, today)
    default:
      return null
  }
}

type Written = { readonly month: number; readonly day: number }

// Temporal throws for a day that there is not.
const dateWith = (year: number, { month, day }: Written): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

const dateOf = (
  year: number | null,
  written: Written,
  now: Temporal.PlainDateTime,
  clock: PieceOf<'clock'>,
): Result => {
  const date = dateWith(year ?? now.year, written)
  if (date === null) return { doubt: 'no-such-day' }
  if (year !== null) return { date, assumed: false }
  const isToCome = Temporal.PlainDateTime.compare(at(date, clock), now.add({ minutes: 1 })) > 0
  if (!isToCome) return { date, assumed: false }
  const before = dateWith(now.year - 1, written)
  const isNear = before !== null && before.until(now.toPlainDate()).days <= mostDaysBack
  return isNear ? { date: before, assumed: true } : { doubt: 'future' }
}

/** 24:00 is the next day's beginning. */
export const at = (date: Temporal.PlainDate, clock: PieceOf<'clock'>): Temporal.PlainDateTime =>
  date.toPlainDateTime().add({
    hours: clock.hour,
    minutes: clock.minute,
    seconds: clock.second,
    milliseconds: clock.millisecond,
  })

/** The last day before today that was this day of the week; today's name could mean either of two. */
const weekdayOf = ({ weekday, last }: PieceOf<'weekday'>, today: Temporal.PlainDate): Result => {
  const days = (today.dayOfWeek - weekday + 7) % 7
  // "Last Monday", said on a Wednesday, is of this week to some people.
  if (days === 0 || (last && days < today.dayOfWeek)) return { doubt: 'several-days' }
  return { date: today.subtract({ days }), assumed: true }
}

/** "the 24th": of this month, or of the last. */
const dayOfMonth = (day: number, today: Temporal.PlainDate): Result => {
  const month = day <= today.day ? today : today.subtract({ months: 1 })
  const date = dateWith(month.year, { month: month.month, day })
  return date === null ? { doubt: 'no-such-day' } : { date, assumed: true }
}
