import { dateTimes } from './date-times.ts'
import { looseDays } from './loose-days.ts'
import { month, monthOf } from './months.ts'
import { after, doubt, type Form, form, type Piece, type PieceContext } from './piece.ts'
import { weekday, weekdays } from './weekdays.ts'

const nth = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
// Not `24:10`, `24.5` or `24x`.
const stop = String.raw`(?![\d\p{L}]|[:.]\d)`

/** Of two digits, in this century. */
const yearOf = (text: string): number => {
  const digits = text.replace("'", '')
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

/** `24 NOV 26` ends with a year, and "24 Nov 26 hosts were down" does not. */
const hasShortYear = (match: RegExpExecArray): boolean => /^,?\s+[2-3]\d(?![\d:.h\p{L}])/u.test(after(match))

/** A day with its month's name. Behind a clock, "may" in small letters is a verb unless something introduces it. */
const named = (name: string, day: string, year: string | null, { hasClock, introduced }: PieceContext): Piece => {
  const isVerb = name === 'may' && year === null
  if (isVerb && hasClock && !introduced) return doubt('several-days')
  return {
    is: 'date',
    year: year === null ? null : yearOf(year),
    month: monthOf(name),
    day: Number(day),
    firm: !isVerb,
  }
}

/** `2010` behind a day is ten past eight where a zone follows, and no clock stands before. */
const isClock = (match: RegExpExecArray, { hasClock }: PieceContext): boolean =>
  !hasClock && /\s\d{4}$/.test(match[0]) && /^(?:\s?(?:z|utc|gmt|hrs?|hours|[+-]\d\d)(?!\p{L}))/iu.test(after(match))

const withMonth: readonly Form[] = [
  form(
    String.raw`(${month})\.?[\s,/-]*(?:the\s+)?${nth}(?:,\s*|[\s/-]+)((?:19|20)\d\d|'\d\d)(?!\d)`,
    (match, place) => {
      const [, name = '', day = '', year = ''] = match
      return isClock(match, place) ? null : named(name, day, year, place)
    },
  ),
  form(
    String.raw`${nth}\.?[\s/-]*(?:of\s+)?(${month})\.?(?:,\s*|[\s/-]*)((?:19|20)\d\d(?!\d)|'\d\d(?!\d)|(?<=[-/])\d\d(?!:?\d))`,
    (match, place) => {
      const [, day = '', name = '', year = ''] = match
      return isClock(match, place) ? null : named(name, day, year, place)
    },
  ),
  form(String.raw`(${month})\.?[\s,/-]*(?:the\s+)?${nth}${stop}`, (match, place) => {
    const [, name = '', day = ''] = match
    return hasShortYear(match) ? doubt('several-days') : named(name, day, null, place)
  }),
  form(String.raw`${nth}\.?[\s/-]*(?:of\s+)?(${month})(?:\.(?!\d))?(?![\d\p{L}'])`, (match, place) => {
    const [, day = '', name = ''] = match
    // "5 may be down", "2 march servers": a number of something
    const isWord = /^(?:may|march|mar)$/.test(name) && !place.introduced && (place.hasClock || name === 'may')
    if (isWord && /^\s+\p{Ll}/u.test(after(match))) return null
    return hasShortYear(match) ? doubt('several-days') : named(name, day, null, place)
  }),
  // the month and the year, and no day
  form(String.raw`(?:${month})\.?,?\s+(?:19|20)\d\d(?!\d)`, (match, place) =>
    isClock(match, place) ? null : doubt('unread'),
  ),
  // `I1124 04:11:22.123456` of klog
  form(String.raw`[iwef](\d\d)(\d\d)(?=\s\d\d:\d\d:\d\d)`, ([, month, day]) => date(null, Number(month), Number(day))),
]

const date = (year: number | null, month: number, day: number, firm = true): Piece => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return doubt('no-such-day', firm)
  return { is: 'date', year, month, day, firm }
}

/** `13/4` and `4/4` are clear, `3/4` is in March or in April. */
const dayAndMonth = (one: number, other: number, year: number | null, firm: boolean): Piece => {
  if (one > 12 && other > 12) return doubt('no-such-day', firm)
  if (one > 12 || one === other) return date(year, other, one, firm)
  if (other > 12) return date(year, one, other, firm)
  return {
    is: 'doubt',
    doubt: 'several-days',
    firm,
    either: [date(year, one, other, firm), date(year, other, one, firm)],
  }
}

const inNumbers: readonly Form[] = [
  form(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)`, ([, year, mark, month, day]) =>
    // "2026.3.1" can be a version
    date(Number(year), Number(month), Number(day), mark !== '.'),
  ),
  form(String.raw`(\d{4})-w(\d\d)(?:-\d)?(?!\d)|20\d\d-[0-3]\d\d(?![\d\p{L}-]|\.\d|(?<!t)\p{L})|\d{4}-\d{3}(?=t)`, () =>
    doubt('unread'),
  ),
  form(String.raw`(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d|[-./]\d)`, ([, one, , other, year = '']) =>
    dayAndMonth(Number(one), Number(other), yearOf(year), year.length === 4),
  ),
  // nearly a date: a digit too many, or too few
  form(String.raw`\d{1,6}([-/.])\d{1,6}\1\d{1,6}(?!\d|[-/.]\d)`, () => doubt('unread', false)),
  form(String.raw`(\d{1,2})\/(\d{1,2})(?!\d|\/)`, (match, { hasClock, introduced }) => {
    const isShare = /^\s+(?:of\s|(?!at\s)\p{Ll}+s\s)/u.test(after(match)) || match[0] === '24/7'
    if (isShare) return null
    const read = dayAndMonth(Number(match[1]), Number(match[2]), null, false)
    if (!hasClock || introduced) return read
    return read.is === 'date' ? { is: 'doubt', doubt: 'several-days', firm: true, either: [read] } : read
  }),
  // `28.2. 14:02`: read only with a year
  form(String.raw`\d{1,2}([.-])\d{1,2}\.?(?=,?\s+(?:at\s)?\d{1,2}[:h]\d\d)`, (_, { hasClock }) =>
    hasClock ? null : doubt('several-days', false),
  ),
  form(String.raw`(20\d\d)(\d\d)(\d\d)(?=t\d{4}|_\d{4}|\s\d{2}:\d{2}|\s\d{4}(?:\d\d)?(?!\d))`, compact),
  form(String.raw`(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d|[.,:]\d)`, compact),
]

function compact([, year, month, day]: RegExpExecArray): Piece {
  return date(Number(year), Number(month), Number(day))
}

const back = (days: number, firm = true): Piece => ({ is: 'back', days, firm })

// What stands before "24th" where it is a day, behind a clock: "on", a bracket, the day of the week.
const nthAhead = new RegExp(String.raw`(?:\b(?:on|the)\s+|[(|[]\s*|\b(?:${weekday})\.?,?\s+(?:the\s+)?)$`, 'i')

/** A day said from today. */
const relative: readonly Form[] = [
  form(String.raw`(?:the\s+)?day\s+before\s+yesterday(?![\p{L}'])`, () => back(2)),
  form(String.raw`yesterday\s+(morning|afternoon|evening|night)(?![\p{L}'])`, ([, part]) => [back(1), partOf(part)]),
  form(String.raw`yesterday(?![\p{L}'])`, () => back(1)),
  form(String.raw`(?:(?:late|later|early|earlier)\s+)?last\s+night(?![\p{L}'])`, () => [back(1), partOf('night')]),
  form(String.raw`(?:(?:earlier|late|early|later)\s+)?this\s+(morning|afternoon|evening)(?![\p{L}'])`, ([, part]) => [
    back(0),
    partOf(part),
  ]),
  form(String.raw`(?:earlier|later)\s+today(?![\p{L}'])`, () => back(0)),
  form(String.raw`(?:today|tonight)(?![\p{L}'])`, () => back(0, false)),
  form(String.raw`tomorrow(?![\p{L}'])`, () => doubt('future')),
  form(String.raw`(?:last|this|past|next)\s+(?:week(?:end)?|month|year|hour)(?![\p{L}'])`, () => doubt('no-clock')),
  form(String.raw`(morning|afternoon|evening|night)(?![\p{L}'-])`, ([, part], { hasClock, hasDate }) =>
    hasDate && !hasClock ? partOf(part) : null,
  ),
  form(String.raw`(?:in\s+the|at)\s+(morning|afternoon|evening|night)(?![\p{L}'-])`, ([, part], { hasClock }) =>
    hasClock ? partOf(part) : null,
  ),
  form(String.raw`(\d{1,2})(?:st|nd|rd|th)(?!\p{L}|\d|[-'])`, (match, { hasClock }) => {
    // "14:02 2nd host down"
    if (hasClock && !nthAhead.test(match.input.slice(0, match.index))) return null
    const isThe = /(?:^|\W)(?:on|since|by|from)\s+the\s+$/i.test(match.input.slice(0, match.index))
    return { is: 'day-of-month', day: Number(match[1]), firm: isThe }
  }),
]

const partOf = (part: string | undefined): Piece => {
  const parts = ['morning', 'afternoon', 'evening', 'night'] as const
  return { is: 'part', part: parts.find(one => one === part?.toLowerCase()) ?? 'night' }
}

const years: readonly Form[] = [
  // `Nov 24 04:11:22 2026`
  form(String.raw`((?:19|20)\d\d)(?![\d:.-])`, ([, year], { hasClock, hasDate }) =>
    hasClock && hasDate ? { is: 'year', year: Number(year) } : null,
  ),
]

/** Ways to write a day. */
export const days: readonly Form[] = [
  ...dateTimes,
  ...withMonth,
  ...inNumbers,
  ...looseDays,
  ...weekdays,
  ...relative,
  ...years,
]
