import { after, doubt, type Form, form, type Piece } from './piece.ts'

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 }
const counts = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const tens: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  half: 0.5,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
}

const number = String.raw`\d{1,15}(?:[.,]\d{1,6})?`
const word = String.raw`half\san?|an?|${[...counts, ...Object.keys(tens).slice(3)].join('|')}`
const unit = 'seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w'
const amount = String.raw`(?:${number}[\s-]?|(?:${word})[\s-])(?:${unit})`
const amounts = String.raw`${amount}(?:[\s,]*(?:and\s+)?${amount})*`
const stop = String.raw`(?![\p{L}\d])`

// Each with its unit, up to the next number or word.
const parts = new RegExp(String.raw`(?:(${number})[\s-]?|(${word})[\s-])(${unit})(?!\p{L})`, 'giu')

/** `1h30m`, `2 hours and 5 minutes`, `an hour`, in milliseconds; null: only days or weeks, whose hour is not known. */
const lengthOf = (text: string): { readonly milliseconds: number; readonly daysOnly: boolean } => {
  const found = [...text.matchAll(parts)]
  const total = found.reduce(
    (sum, [, digits, words = '', name = '']) =>
      sum + numberOf(digits ?? words) * (seconds[name.charAt(0).toLowerCase()] ?? 0),
    0,
  )
  return {
    milliseconds: Math.round(total * 1000),
    daysOnly: found.every(([, , , name = '']) => /^[dw]/i.test(name)),
  }
}

const numberOf = (text: string): number => {
  const word = text.toLowerCase().replace(/\s.*/, '')
  return tens[word] ?? (counts.includes(word) ? counts.indexOf(word) : Number(word.replace(',', '.')))
}

const back = (text: string): Piece => {
  const { milliseconds, daysOnly } = lengthOf(text)
  const days = milliseconds / 86_400_000
  if (!Number.isSafeInteger(milliseconds) || days > 10_000) return doubt('too-long-ago')
  if (!daysOnly) return { is: 'ago', milliseconds }
  return Number.isInteger(days) ? { is: 'back', days, firm: true } : doubt('no-clock')
}

const vague = String.raw`(?:a\s+)?(?:few|couple(?:\s+of)?|some|several|many)\s+(?:${unit})`

/** A time counted back, as it may stand within a sentence. */
export const agoAnywhere = String.raw`(?:${amounts}|${vague})\s+ago${stop}`

/** Times counted back from when they were said. */
export const agos: readonly Form[] = [
  form(String.raw`(${amounts})\s+ago${stop}`, ([, length = '']) => back(length)),
  // `-2h` at the very beginning
  form(
    String.raw`-(\d{1,6}(?:[.,]\d{1,6})?\s?(?:${unit})(?:\d{1,6}\s?(?:${unit}))*)${stop}`,
    ([, length = ''], { hasClock, hasDate }) => (hasClock || hasDate ? null : back(length)),
  ),
  form(
    String.raw`${vague}\s+ago${stop}|(?:moments|a\s+while|some\s+time|a\s+moment|a\s+(?:month|year)|\d+\s+(?:months?|years?)|long)\s+ago${stop}`,
    () => doubt('unread'),
  ),
  form(String.raw`\d{1,3}h\d{1,2}m?\s+ago${stop}`, () => doubt('unread')),
  // in other languages
  form(
    String.raw`(?:vor\s+\d+\s?(?:minuten?|min\.?|stunden?|std\.?|tagen?)|il\s+y\s+a\s+\d+\s?(?:minutes?|min|heures?|h|jours?)|hace\s+\d+\s?(?:minutos?|min|horas?|h|d[ií]as?)|\d+\s?(?:minuti|ore|giorni)\s+fa|há\s+\d+\s?(?:minutos?|min|horas?|h|dias?))${stop}`,
    () => doubt('unread'),
  ),
  form(String.raw`(?:\d+|an?|one|two|three)\s?(?:months?|years?)\s+ago${stop}`, () => doubt('no-clock')),
  form(
    String.raw`(?:(?:(?:less|more)\s+than|over|under|almost|nearly|up\s+to|at\s+least|well)\s+)*(?:${amounts}|${vague})(?:\s+and\s+a\s+half)?\s+ago${stop}`,
    () => doubt('unread'),
  ),
  form(String.raw`in\s+(?:${amounts})${stop}`, (_, { hasClock }) => (hasClock ? null : doubt('future'))),
  form(String.raw`(?:${amounts}|${vague})\s+(?:later|earlier|before|after)${stop}`, (match, { hasClock }) =>
    hasClock || /^\s*$/.test(after(match)) ? null : doubt('unread'),
  ),
  // `T+2h`, `H-hour`, `D+1`, `+15m`: from a moment that only the writer knows
  form(
    String.raw`[tdh]\s?(?:[+-]|plus|minus)\s?(?:${amounts}|\d+(?::\d\d){0,2})${stop}|[tdh]-?(?:0|zero|minus\s?\d+)${stop}`,
    (_, { hasClock }) => (hasClock ? null : doubt('relative')),
  ),
  form(
    String.raw`\+\s?(?:${amounts}|\d{1,3}h\d{1,2}m?|\d{1,3}:\d\d(?::\d\d)?)${stop}(?!\s+of\b)`,
    (_, { hasClock, hasDate }) => (hasClock || hasDate ? null : doubt('relative')),
  ),
]

const sinceEpoch = (whole: string, fraction: string): number =>
  whole.length > 10 ? Number(whole.slice(0, 13)) : Number(whole) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))

/** Seconds, or thousandths, millionths, billionths of one, since 1970. Which number is one depends on the day on which it is said. */
export const epochs: readonly Form[] = [
  form(
    String.raw`(1\d{9}(?:\d{3}){0,3})(?:\.(\d{1,9}))?(?![\d\p{L}]|[.,:/-]\d)`,
    ([, whole = '', fraction = ''], { hasClock, hasDate }) =>
      hasClock || hasDate ? null : { is: 'epoch', milliseconds: sinceEpoch(whole, fraction) },
  ),
]
