import { agos, epochs } from './ago.ts'
import { clocks, clocksOfDates } from './clocks.ts'
import { days } from './days.ts'
import { doubt, type FoundPieces, findAt, type Piece, type PieceContext } from './piece.ts'
import { zones } from './zones.ts'

/** A time at the beginning of a text: what its parts say, and where it stands. */
export type Phrase = {
  readonly pieces: readonly Piece[]
  /** The end of a span, of which the beginning counts; null: it is none. */
  readonly last: readonly Piece[] | null
  readonly start: number
  readonly end: number
  /** "before 14:00": without its first word the text would say something else. */
  readonly bound: boolean
}

/** More parts than any time has. */
const most = 12

// A bullet, a number or a quote before the line, a cell of a table, emphasis, brackets.
const marks =
  /(?:\s|<\/?[a-z]{1,6}>|<\d{1,3}>(?:1\s)?|>|[-*+•·‣]+(?=\s)|\d{1,3}[.)](?=\s+(?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|\[[ x]\](?=\s)|[|*_`"'([{<])*/iy
const label = /(?:@?timestamp|time|ts|date|datetime|when)["']?\s*[:=]\s*["'[]?/iy
const lead =
  /(?:(?:at|on|by|since|from|between|as\s+of|as\s+early\s+as|around|about|approx(?:imately)?\.?|circa|ca\.?|c\.|roughly|starting|beginning|the|kl\.?|um|gegen|before|after|until|till|no\s+later\s+than|not\s+before|just|shortly|some\s?time|exactly|estimated|est\.|(?:unix|posix)(?:\s?(?:time|timestamp|epoch))?:?(?=\s+\d{9})|epoch:?(?=\s+\d{9}))(?:(?=[~\d])|[\s:]+)|[~@]\s*|t(?=\d{1,2}:\d\d))*/iy
const filler =
  /(?:\s|<\/?[a-z]{1,6}>|\/(?=\s)|[,;|()[\]{}*_`"'<>@~]|:(?=\s|\d)|-+(?=\s)|\.(?=\s)|(?<=\d)t(?=\d)|(?:on|at|of|the|kl\.?|um)(?=\s)|(?:am|den)(?=\s+\d{1,2}\.))*/iy
const introduction = /(?:[|([]\s*|(?:^|[^\p{L}])(?:on|of|the|at|since|by|from)\s+)$/iu
const bounds = /(?:^|\W)(?:before|after|until|till|later|shortly|just)\s/i

// What can begin the end of a span.
const endAhead = String.raw`(?=[~]?(?:\d{1,2}[:h]\d\d|\d{4}-\d\d-\d\d|\d{4}(?!\d)|\d{1,2}\s?[ap]\.?m|\d{1,2}\s?utc|noon|midnight|(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|mon|tue|wed|thu|fri|sat|sun|yesterday|today))`
const to = new RegExp(String.raw`(?:\s*(?:-{1,2}>?|\.{2,3}|→)\s*|\s+(?:to|until|till?|through)\s+)${endAhead}`, 'iy')
const and = new RegExp(String.raw`\s+and\s+${endAhead}`, 'iy')

const skip = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

/** What the text begins with, if that says anything of a time; else no pieces. `text` is plain, and short. */
export const phraseIn = (text: string): Phrase => {
  const marked = skip(label, text, skip(marks, text, 0))
  const start = skip(lead, text, skip(marks, text, marked))
  const leads = text.slice(marked, start)
  const group = groupAt(text, start, [], /(?:^|\s)between\s/i.test(leads) ? [to, and] : [to])
  return { ...group, start, bound: bounds.test(leads) }
}

type Group = Omit<Phrase, 'start' | 'bound'>

/** Part after part, from `at` on; one whose clock has a second one behind "to" is a span. */
const groupAt = (text: string, at: number, before: readonly Piece[], spans: readonly RegExp[]): Group => {
  let pieces = before
  let end = at
  while (pieces.length < most) {
    const last = has(pieces, 'clock') ? spanAt(text, end, pieces, spans) : null
    if (last !== null) return { pieces, last: last.pieces, end: last.end }
    const next = skip(filler, text, end)
    const found = pieceAt(text, next, pieces)
    if (found === null) break
    pieces = [...pieces, ...found.pieces]
    end = found.end
  }
  return { pieces, last: null, end }
}

const spanAt = (text: string, at: number, before: readonly Piece[], spans: readonly RegExp[]): FoundPieces | null => {
  // `14:02-05:00` may be an offset, and is asked about then
  const next = skip(filler, text, at)
  if (findAt(zones, next, placeAt(text, next, before)) !== null) return null
  const begin = Math.max(at, ...spans.map(span => skip(span, text, at)))
  if (begin === at) return null
  const { pieces, end } = groupAt(text, skip(lead, text, begin), [], [])
  return has(pieces, 'clock') ? { pieces, end } : null
}

const has = (pieces: readonly Piece[], is: Piece['is']): boolean => pieces.some(piece => piece.is === is)

const placeAt = (text: string, at: number, pieces: readonly Piece[]): PieceContext => ({
  text,
  introduced: introduction.test(text.slice(0, at)),
  hasClock: has(pieces, 'clock'),
  hasDate: ['date', 'weekday', 'back', 'day-of-month'].some(day => pieces.some(({ is }) => is === day)),
  hasZone: has(pieces, 'zone'),
})

const pieceAt = (text: string, at: number, pieces: readonly Piece[]): FoundPieces | null => {
  // never the second half of a number
  if (/^\d\d$/.test(text.slice(at - 1, at + 1))) return null
  const place = placeAt(text, at, pieces)
  const isFirst = pieces.length === 0
  const found = findAt(isFirst ? [...agos, ...epochs, ...days] : [...clocksOfDates, ...agos, ...days], at, place)
  if (found !== null) return found
  const zone = findAt(zones, at, place)
  if (zone !== null) return zone
  const clock = findAt(clocks, at, place)
  if (clock === null || !place.hasClock) return clock
  // A second one that is written like a clock; "14:02 2 pm jobs" is left.
  return /^\d{1,2}:\d\d/.test(text.slice(at)) ? { pieces: [doubt('several-times')], end: clock.end } : null
}
