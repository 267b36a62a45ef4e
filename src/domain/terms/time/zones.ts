import { isZone } from './instants.ts'
import { doubt, type Form, form, type Piece, type Zone } from './piece.ts'

/** Letters for one zone in the world, with the minutes east of UTC, and a place that keeps it in one half of the year. */
const letters: Readonly<Record<string, readonly [number, string | null]>> = {
  UTC: [0, null],
  GMT: [0, null],
  UT: [0, null],
  WET: [0, 'Europe/Lisbon'],
  WEST: [60, 'Europe/Lisbon'],
  CET: [60, 'Europe/Berlin'],
  CEST: [120, 'Europe/Berlin'],
  EET: [120, 'Europe/Helsinki'],
  EEST: [180, 'Europe/Helsinki'],
  MSK: [180, 'Europe/Moscow'],
  SAST: [120, 'Africa/Johannesburg'],
  HKT: [480, 'Asia/Hong_Kong'],
  KST: [540, 'Asia/Seoul'],
  JST: [540, 'Asia/Tokyo'],
  AEST: [600, 'Australia/Brisbane'],
  AEDT: [660, 'Australia/Sydney'],
  NZST: [720, 'Pacific/Auckland'],
  NZDT: [780, 'Pacific/Auckland'],
  AWST: [480, 'Australia/Perth'],
  ACST: [570, 'Australia/Darwin'],
  ACDT: [630, 'Australia/Adelaide'],
  SGT: [480, 'Asia/Singapore'],
  PKT: [300, 'Asia/Karachi'],
  WIB: [420, 'Asia/Jakarta'],
  BRT: [-180, 'America/Sao_Paulo'],
  EST: [-300, 'America/New_York'],
  EDT: [-240, 'America/New_York'],
  MST: [-420, 'America/Denver'],
  MDT: [-360, 'America/Denver'],
  PST: [-480, 'America/Los_Angeles'],
  PDT: [-420, 'America/Los_Angeles'],
  AKST: [-540, 'America/Anchorage'],
  AKDT: [-480, 'America/Anchorage'],
  HST: [-600, 'Pacific/Honolulu'],
}

/** Letters for several zones, with the minutes east of UTC of each, or the place whose clocks are meant. */
const several: Readonly<Record<string, readonly (number | string)[]>> = {
  AST: [-240, 180],
  BST: [60, 360],
  CDT: [-300, -240],
  CST: [-360, 480],
  GST: [240, -120],
  IST: [330, 120, 60],
  NZT: ['Pacific/Auckland'],
  SST: [-660, 480],
  AET: ['Australia/Sydney', 'Australia/Brisbane'],
  CT: ['America/Chicago', 'Australia/Darwin'],
  ET: ['America/New_York'],
  MT: ['America/Denver'],
  PT: ['America/Los_Angeles'],
}

// Others that are used for several. Those that are words count in capitals only.
const unsure =
  'ACT ADT AET AFT AMT ART AST BDT BST CDT CST ECT GST ICT IRST IST LMT MMT MYT NDT NST NZT PHT PYT SST UZT WAT WIT'
const unsureWords = 'CT|ET|MT|PT'
const allLetters = [...Object.keys(letters), ...unsure.split(' ')].join('|')

const end = String.raw`(?![\p{L}\d/]|[_-]\p{L})`

const offset = (sign: string, hours: string, minutes = '0'): Piece => {
  const value = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  const isKept = value >= -12 * 60 && value <= 14 * 60 && Number(minutes) % 15 === 0 && Number(minutes) < 60
  return isKept ? zone({ is: 'offset', minutes: value }) : doubt('no-such-offset', false)
}

const zone = (value: Zone): Piece => ({ is: 'zone', zone: value })

const ofLetters = (name: string): Piece => {
  const known = letters[name.toUpperCase()]
  if (known === undefined) return unsureOf(name)
  const [minutes, place] = known
  return zone(place === null ? { is: 'offset', minutes } : { is: 'letters', minutes, place })
}

const unsureOf = (name: string): Piece => {
  const either = (several[name.toUpperCase()] ?? []).map(one =>
    zone(typeof one === 'number' ? { is: 'offset', minutes: one } : { is: 'named', name: one }),
  )
  return { is: 'doubt', doubt: 'unsure-zone', firm: false, ...(either.length === 0 ? {} : { either }) }
}

const utc = String.raw`(?:utc|gmt|ut|z(?:ulu)?)(?![\p{L}\d])`

const utcAhead = new RegExp(String.raw`^\s?[([]?(?:${utc}|[+-]\d\d:?\d\d(?!\d))`, 'iu')
const lettersAhead = new RegExp(String.raw`^\s?[([]?(?:${allLetters})(?![\p{L}\d])`, 'u')

/** Whether a zone follows directly. */
export const zoneAhead = (rest: string): boolean => utcAhead.test(rest) || lettersAhead.test(rest)

/** Ways to write a zone behind a time. */
export const zones: readonly Form[] = [
  // directly behind a digit in any case, behind a space as a capital; "14:02 Z-Wave" is another Z
  form(String.raw`(?<=\d)z${end}|(?<=[\d\])] )zulu${end}`, () => zone({ is: 'offset', minutes: 0 })),
  form(`z${end}`, match => (match[0] === 'Z' ? zone({ is: 'offset', minutes: 0 }) : null)),
  form(String.raw`(?:utc|gmt)\s?([+-])(\d{1,2})(?::?(\d\d))?(?!\d|:\d)`, (match, { text }) => {
    const [whole, sign = '+', hours = '', minutes] = match
    // "16:00 UTC-19:00 UTC" is a span; "UTC -5 hosts" may be a number of something
    if (zoneAhead(text.slice(match.index + whole.length))) return null
    return /\s/.test(whole) && minutes === undefined ? doubt('unsure-zone', false) : offset(sign, hours, minutes)
  }),
  form(String.raw`(?:utc|gmt)[+-]\d(?!\d?:?\d\d\s?(?:utc|gmt|z))`, () => doubt('no-such-offset', false)),
  form(String.raw`(utc|gmt|ut)(?:\stime(?=\s*[:,)\]|*-]|\s))?${end}`, ([, name = '']) => ofLetters(name)),
  form(String.raw`([+-])(\d\d):?(\d\d)(?!\d|:\d)`, (match, { hasClock, hasZone, text }) => {
    if (!hasClock || (hasZone && match[0].startsWith('-'))) return null
    const [, sign = '+', hours = '', minutes = ''] = match
    const before = text.slice(0, match.index)
    const isShort = (match[0].includes(':') ? /(?<![:\d])\d{1,2}:\d\d\s?$/ : /(?<![:\d])\d{4}\s?$/).test(before)
    if (!isShort || sign === '+') return offset(sign, hours, minutes)
    return spanOrOffset(before, hours, minutes, text.slice(match.index + match[0].length))
  }),
  // `+02` of ISO 8601; with a minus it could be the end of a span, but behind seconds, as databases write it
  form(String.raw`(?<=:\d\d(?:[.,]\d+)?)([+-])(\d\d)(?![\d\p{L}]|:\d)`, (match, { hasClock, text }) =>
    hasClock && (match[1] === '+' || /:\d\d:\d\d(?:[.,]\d+)?$/.test(text.slice(0, match.index)))
      ? offset(match[1] ?? '', match[2] ?? '')
      : null,
  ),
  form(String.raw`(?<=\d)\+\d+(?::\d+)?`, (_, { hasClock }) => (hasClock ? doubt('no-such-offset', false) : null)),
  form(`(${allLetters})${end}`, ([, name = '']) =>
    // "est", "pst": in small letters as well, but not in a mixture, which is a word
    /^(?:[A-Z]+|[a-z]+)$/.test(name) && !/^(?:act|art|wit|wat|ect|west|wet)$/.test(name) ? ofLetters(name) : null,
  ),
  form(`(${unsureWords})${end}`, ([, name = '']) => (/^[A-Z]+$/.test(name) ? unsureOf(name) : null)),
  form(String.raw`((?:[A-Z][a-z_]+|[A-Z]+)(?:\/[A-Za-z_+-]+){1,2})(?=[\s,;:)\]|]|$)`, ([, name = '']) =>
    isZone(name) ? zone({ is: 'named', name }) : null,
  ),
  form(String.raw`(?:local|our)(?:\stime)(?![\p{L}\d])|local(?=[\s,:)\]|]*(?:-|$|[,:)\]|]))`, () =>
    zone({ is: 'here' }),
  ),
]

/** `14:02-05:00`: an offset, or until five; `14:02-14:10` can only be a span, and so can one with a zone of its own. */
const spanOrOffset = (before: string, hours: string, minutes: string, rest: string): Piece | null => {
  const isOfIso = /\d[t_]\d\d:\d\d\s?$/i.test(before)
  if (isOfIso) return offset('-', hours, minutes)
  if (zoneAhead(rest)) return null
  const could = Number(hours) <= 12 && ['00', '15', '30', '45'].includes(minutes)
  if (!could) return null
  // with a space before the sign alone it is how offsets are written
  return /\s$/.test(before) ? offset('-', hours, minutes) : doubt('offset-or-span', false)
}
