import { after, doubt, type Form, form, type Piece } from './piece.ts'
import { zoneAhead } from './zones.ts'

type Reading = {
  readonly second?: number
  readonly fraction?: string
  readonly half?: string
  readonly midnight?: true
}

/** What a clock shows; a doubt where no clock shows that. `half` is `a` or `p`. */
const clock = (hours: number, minute: number, { second = 0, fraction = '', half, midnight }: Reading = {}): Piece => {
  const isTwelve = half !== undefined
  if (isTwelve && (hours < 1 || hours > 12)) return doubt('no-such-hour')
  const hour = isTwelve ? (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hours
  // 24:00 is how some people write the end of a day
  const isEnd = hour === 24 && minute === 0 && second === 0
  if ((hour > 23 && !isEnd) || minute > 59 || second > 59) return doubt('no-such-hour')
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3))
  return { is: 'clock', hour, minute, second, millisecond, twelve: isTwelve, midnight: midnight === true }
}

const half = String.raw`\s?([ap])\.?m(?:\.|(?![\p{L}\d]))`
// "Uhr", "hrs" and "h" behind a clock say that it is one.
const oClock = String.raw`(?:\s?(?:uhr|hrs?|hours|h)(?![\p{L}\d]))?`

/** What makes four digits, or two with a dot between them, a time: a zone, a word, or a day or a mark behind them. */
const isMarked = (rest: string): boolean => zoneAhead(rest) || marks.some(mark => mark.test(rest))

const marks = [
  /^\s?(?:uhr|hrs?|hours|h)(?![\p{L}\d])/iu,
  /^(?::?\s+[-|]|:(?:\s|$)|\s*\|)/,
  /^,?\s+(?:on\s+|\()?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|yester)[a-z]*\b/i,
]

const of4 = (match: RegExpExecArray): Piece => clock(Number(match[1]), Number(match[2]))
const of6 = ([, hour, minute, second, fraction]: RegExpExecArray): Piece =>
  clock(Number(hour), Number(minute), { second: Number(second ?? 0), fraction: fraction ?? '' })

/** A time of day behind the `T` of a date. */
export const clocksOfDates: readonly Form[] = [
  form(String.raw`(?<=\d[t_])(\d\d)-(\d\d)(?:-(\d\d))?(?!\d)`, of6),
  form(String.raw`(?<=\d[t_])(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,12}))?)?(?!\d)`, of6),
]

/** Ways to write a time of day. */
export const clocks: readonly Form[] = [
  // not the beginning of a hardware address, which has more colons
  form(
    String.raw`(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?(?!\d|:[\da-f]{2}(?![\p{L}\d]))(?:${half}|${oClock})`,
    ([, hour, minute, second, fraction, half]) =>
      clock(Number(hour), Number(minute), {
        second: Number(second ?? 0),
        ...(fraction === undefined ? {} : { fraction }),
        ...(half === undefined ? {} : { half }),
      }),
  ),
  form(String.raw`(\d{1,2})${half}`, ([, hour, half]) => clock(Number(hour), 0, half === undefined ? {} : { half })),
  // `4-5pm`: the first hour has the half of the second
  form(
    String.raw`(\d{1,2})(?:[:.](\d\d))?(?=\s?(?:-|to)\s?(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m(?![\p{L}\d]))`,
    ([, hour, minute, end, , half = 'a']) =>
      // `11-1pm` begins in the other half
      Number(hour) % 12 > Number(end) % 12 ? doubt('unread') : clock(Number(hour), Number(minute ?? 0), { half }),
  ),
  // `14h02`, and `1h30` where a zone or a day shows that it is no duration
  form(String.raw`(\d{1,2})\s?h\s?(\d\d)(m)?(?!\d|(?!z(?![\p{L}\d]))\p{L})`, (match, { hasDate }) => {
    const isZoned = zoneAhead(after(match))
    return isZoned || (match[3] === undefined && (match[1]?.length === 2 || hasDate)) ? of4(match) : null
  }),
  // an hour alone, where its zone follows: `14Z`, `14 UTC`, `14h UTC`
  form(String.raw`(\d\d|\d{1,2}\s?h)(?=(?:z|\s?utc|\s?gmt)(?![\p{L}\d]))`, ([, hour = '']) =>
    clock(Number.parseInt(hour, 10), 0),
  ),
  form(String.raw`(\d{1,2})\s?uhr(?![\p{L}\d])`, ([, hour]) => clock(Number(hour), 0)),
  form(String.raw`(\d\d)(\d\d)(\d\d)(?:[.,](\d{1,12}))?(?!\d)`, (match, { hasDate }) =>
    // without a day `110411Z` is of the eleventh to some
    hasDate ? of6(match) : zoneAhead(after(match)) ? doubt('unread') : null,
  ),
  form(String.raw`(\d\d)(\d\d)(?!\d|[.,:]\d)${oClock}`, (match, { hasDate }) => {
    const isMilitary = match[1]?.startsWith('0') === true && Number(match[2]) < 60
    return hasDate || isMilitary || match[0].length > 4 || isMarked(after(match)) ? of4(match) : null
  }),
  form(String.raw`(\d{1,2})\.(\d\d)(?:\.(\d\d))?(?!\d|\.\d)(?:${half}|${oClock})`, (match, place) => {
    const [whole, hour, minute, second, half] = match
    const isTime =
      /[a-z]/i.test(whole) ||
      place.hasDate ||
      /\bat\s*$/i.test(match.input.slice(0, match.index)) ||
      isMarked(after(match))
    if (!isTime) return null
    return clock(Number(hour), Number(minute), {
      second: Number(second ?? 0),
      ...(half === undefined ? {} : { half }),
    })
  }),
  form(String.raw`(?:12\s)?(?:noon|midday)(?![\p{L}\d'-])`, () => clock(12, 0)),
  form(String.raw`(?:12\s)?midnight(?![\p{L}\d'-])`, () => clock(0, 0, { midnight: true })),
  form(String.raw`(\d{1,2})\s?o'?clock(?![\p{L}\d])`, ([, hour]) =>
    Number(hour) > 12 ? clock(Number(hour), 0) : doubt('unread'),
  ),
  form(
    String.raw`(?:half|(?:a\s)?quarter|five|ten|twenty|\d{1,2})(?:\sminutes)?\s(?:past|to)\s(?:\d{1,2}|noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\p{L}\d])`,
    match => (/^\d+\s(?:past|to)\s\d/.test(match[0]) ? null : doubt('unread')),
  ),
  // nearly one: `10 : 15`, and with a zone `10;15`, `10:5`, `10:155`
  form(String.raw`\d{1,2}\s:\s\d\d(?!\d)`, () => doubt('unread')),
  form(String.raw`\d{1,4}\s?[:;.,]\s?\d{1,4}(?!\d|[:.,]\d)`, match =>
    zoneAhead(after(match)) ? doubt('unread') : null,
  ),
]
