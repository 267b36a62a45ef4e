import { after, doubt, type Form, form, type Piece, type PieceContext } from './piece.ts'

const part = 'day|morning|afternoon|evening|night'
const full = 'january|february|april|june|july|august|september|october|november|december'
const short = 'jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec'
const stop = String.raw`(?![\p{L}\d'-])`

// Months that are spelled otherwise in English.
const foreign =
  `januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre
  |novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio
  |aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro
  |dezembro|januari|februari|maart|mei|augustus`.replaceAll(/\s+/g, '')

const behindClock = (_: RegExpExecArray, { hasClock }: PieceContext): Piece | null =>
  hasClock ? doubt('several-days') : null

/** What says a day, and not which one that anybody else could be sure of. */
export const looseDays: readonly Form[] = [
  form(String.raw`(?:the\s+)?(?:next|same|previous|following|other)\s+(?:${part})${stop}`, behindClock),
  form(String.raw`that\s+(?:same\s+)?(?:${part})${stop}`, behindClock),
  form(String.raw`(?:the\s+)?day\s+(?:before|after)(?!\s+yesterday)${stop}`, behindClock),
  // `(+1 day)`, `D-1`
  form(String.raw`[+-]\s?\d\s?d(?:ays?)?${stop}|d\s?[+-]\s?\d(?!\d)`, behindClock),
  // "the twenty-fourth of November", "the end of May"
  form(String.raw`\p{L}+(?:[\s-]\p{L}+)?\s+of\s+(?:${full}|${short}|may|march)${stop}`, behindClock),
  form(String.raw`\d{1,2}(?:\.|er)?\s+(?:de\s+)?(?:${foreign})(?!\p{L})`, () => doubt('unread')),
  form(String.raw`(?:gestern|ayer|ieri|ontem|gisteren|wczoraj|вчера|igår)(?!\p{L})`, () => doubt('unread')),
  // the month alone, where its name is no other word
  form(String.raw`in\s+(?:${full})${stop}`, () => doubt('no-clock')),
  form(`(?:${full})${stop}`, (_, { hasClock, introduced }) => (hasClock && !introduced ? null : doubt('no-clock'))),
  form(`(?:${short})${stop}`, (_, { hasClock, introduced }) => (hasClock && introduced ? doubt('several-days') : null)),
  // `24.11.`, `(11-24)`, "on 24.11": where it is no number of something
  form(String.raw`\d{1,2}[.-]\d{1,2}(\.(?!\d))?(?![\d\p{L}]|[.-]\d)`, (match, { hasClock, introduced }) => {
    const isDay = match[1] !== undefined || (introduced && !/^\s+\p{Ll}{2,}/u.test(after(match)))
    return hasClock && isDay ? doubt('several-days') : null
  }),
]
