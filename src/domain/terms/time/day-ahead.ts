import { month } from './months.ts'

const names =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|january|february|april|august|september|october|november|december'.split(
    '|',
  )

const otherMonths =
  `januar|februar|märz|maerz|mai|juni|juli|oktober|dezember|janvier|février|fevrier|mars|avril|juin|juillet|août|aout|septembre|octobre
  |novembre|décembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio
  |aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro
  |januari|februari|maart|mei|augustus`.replaceAll(/\s+/g, '')

const nth = String.raw`\d{1,2}(?:st|nd|rd|th|\.)?`
const stop = String.raw`(?![\p{L}\d]|[:.]\d)`

/** Days in words and in numbers that nothing else is written like. */
const day = [
  String.raw`(?:${month}|${otherMonths})\.?[\s-]*${nth}${stop}`,
  String.raw`${nth}[\s-]*(?:of\s+|de\s+)?(?:${month}|${otherMonths})(?:\d\d)?${stop}`,
  String.raw`(?:19|20)\d\d-(?:[01]\d-[0-3]\d|[0-3]\d\d)${stop}`,
  String.raw`(?:hier|gestern|vorgestern|ayer|anteayer|ieri|ontem|gisteren|yest\.?|yday|y'day|ystd|yst)${stop}`,
  `(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)${stop}`,
  String.raw`(?:the\s+)?(?:prev\.?|previous|prior)\s+(?:day|night|evening|morning)${stop}`,
  String.raw`(?:the\s+)?(?:day|night|evening|morning)\s+before(?!\s+(?:yesterday|the\s))${stop}`,
  String.raw`(?:\d{1,2}|one|two|three|four|five|six|seven)\s?d(?:ays?)?\s+(?:earlier|before|prior)${stop}`,
  String.raw`earlier\s+(?:this|that|last)\s+week${stop}`,
].join('|')

const between = String.raw`(?:\s|\p{So}|\p{Sm}|\ufe0f|[,;:|/\\()[\]{}·•@*_"'«»–—-]|(?:on|of|in|from|for|dated|date|day|i\.e\.|ie|that\s+is|le|la|el|am|den|em|op|the|approx|approximately|about|est)(?=[\s.,:=])|\.(?=[\s,]))*`
const next = new RegExp(String.raw`^${between}(?:\([^()]{0,60}\)${between})?(?:${day})`, 'iu')
const inBrackets = new RegExp(String.raw`^\s*[([][^()[\]]{0,40}?(?<![\p{L}\d])(?:${day})`, 'iu')
const word = new RegExp(String.raw`^${between}(\p{L}{5,10})(?![\p{L}'’-])(\s+${nth}${stop})?`, 'iu')

/**
 * Whether a clock without a day is followed by one that could not be read: in another language, after a sign or a word that
 * times have none of, or mistyped. Then it is asked about, for today would be as good as invented.
 */
export const isDayAhead = (rest: string): boolean => {
  const head = rest.slice(0, 100)
  return next.test(head) || inBrackets.test(head) || isMistyped(head)
}

const isMistyped = (head: string): boolean => {
  const [, typed = '', number] = word.exec(head) ?? []
  if (typed === '') return false
  const near = names.find(name => isNearly(typed.toLowerCase(), name))
  // "Fridays job" names no day
  if (typed.toLowerCase() === `${near}s`) return false
  return near !== undefined && (near.endsWith('day') || number !== undefined)
}

/** One letter left out, put in, changed, or swapped with its neighbour. */
const isNearly = (typed: string, name: string): boolean => {
  if (typed === name || Math.abs(typed.length - name.length) > 1) return false
  let same = 0
  while (same < name.length && typed[same] === name[same]) same += 1
  const [one, other] = [typed.slice(same), name.slice(same)]
  const isSwapped = one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2)
  return one.slice(1) === other || one === other.slice(1) || one.slice(1) === other.slice(1) || isSwapped
}
