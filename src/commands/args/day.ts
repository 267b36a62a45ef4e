import type { ParsedResult } from 'chrono-node'
import type { Local } from './zone.ts'

/** What the clock showed; null when the day could be more than one. */
export const localOf = ({ start, text }: ParsedResult, now: number, offset: number): Local | null => {
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

/** `3/4` and `03.04.2026` are in March or in April; `13/4` and `4/4` are clear, and so is a year before its month. */
const isTwoDates = (text: string): boolean => {
  const month = /\d{4}[./-](\d{1,2})[./-]\d/.exec(text)?.[1]
  if (month !== undefined) return Number(month) > 12
  const [, a, b] = /(?<![\d:])(\d{1,2})[./-](\d{1,2})(?!\d)/.exec(text) ?? []
  return a !== undefined && b !== undefined && Number(a) !== Number(b) && Number(a) <= 12 && Number(b) <= 12
}

/** How many days ago a day of the week was, Sunday being 0; null when it could be either of two. */
const daysBack = (weekday: number, today: number, text: string): number | null => {
  if (/\bnext\b/i.test(text) || weekday === today) return null
  const back = (today - weekday + 7) % 7
  // "Last Monday", said on a Wednesday, is of this week to some people.
  const isOfThisWeek = (weekday + 6) % 7 < (today + 6) % 7
  return /\blast\b/i.test(text) && isOfThisWeek ? null : back
}
