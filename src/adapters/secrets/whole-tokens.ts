import { type Found, inOrder, isWithin, type Range } from './found.ts'

/** Rules find the beginning of a token, its middle, or its name: what they leave of it would stay in the record. */
export const wholeTokens = (text: string, found: readonly Found[]): readonly Found[] => {
  const whole: Found[] = []
  for (const one of inOrder(found)) {
    const last = whole.at(-1)
    // A line without spaces may hold thousands: what is cut already is not measured again.
    if (last !== undefined && isWithin(one.range, last.range)) continue
    const [start, end] = one.exact ? one.range : wholeToken(text, one.range, last?.range[1] ?? 0)
    whole.push({ ...one, range: [start, onNextLine(text, start, end)] })
  }
  return whole
}

const wholeToken = (text: string, [start, end]: Range, from: number): Range => {
  const value = endOf(named, text, start)
  // The range may end before its value begins: some rules count the value's length from the beginning of its name.
  return value > start
    ? [value, tokenEnd(text, Math.max(value, end))]
    : [tokenStart(text, start, from), tokenEnd(text, end)]
}

/** The names that a rule's range may begin with: they stay in the text. */
const named =
  /["']?(?:(?:aws)?_?secret[ _-]?access[ _-]?key(?: \[[^\]\n]{0,40}\])?|AccountKey|SharedAccessKey|SharedAccessSignature|[?&][\w-]{1,40}(?==))["']{0,4}\s{0,80}(?:=>|:=|[:=])\s{0,80}["']{0,4}/iy

/** Up to white space, quotes and angle brackets, less the punctuation and markup that closes a phrase. */
const tokenEnd = (text: string, from: number): number => {
  let end = endOf(/[!#-&(-;=?-_a-~]*/y, text, from)
  while (end > from && /[)\]}.,;:!?*_~|\\]/.test(text.charAt(end - 1))) end -= 1
  return end
}

/** As far back as keys and their encodings are spelled, so neither over the `=` of a name nor the `:` of a scheme. */
const tokenStart = (text: string, from: number, least: number): number => {
  let start = from
  while (start > least && /[\w.~+/%-]/.test(text.charAt(start - 1))) start -= 1
  while (start < from && /[\W_]/.test(text.charAt(start))) start += 1
  return start
}

/** A token that ends with its line, and a line that begins with the rest of one: the break was put in on the way. */
const onNextLine = (text: string, start: number, end: number): number => {
  if (end - start < 8 || /\s/.test(text.slice(start, Math.min(end, start + 200)))) return end
  const next =
    /[\\"=]{0,2}[ \t]{0,20}\r?\n(?:[ \t]{0,20}>){0,5}[ \t]{0,20}(?<rest>[\w+/=.~%-]{4,4000})(?<alone>"?[ \t]{0,20}(?:\r?\n|$))?/y
  next.lastIndex = end
  const match = next.exec(text)
  const { rest = '', alone } = match?.groups ?? {}
  if (match === null || !isRest(rest, alone !== undefined)) return end
  return end + match[0].length - (alone?.length ?? 0)
}

/** Random, and no name of a file or of anything else. */
const isRest = (rest: string, isAlone: boolean): boolean => {
  const isMixed = /\d/.test(rest) && /[A-Za-z]/.test(rest)
  if (!isAlone) return rest.length >= 16 && isMixed && !/[-/.]/.test(rest)
  return rest.length >= 16
    ? !/^[a-z]+$/.test(rest)
    : isMixed && !/^(?:[\w-]+\.\w+|[a-z]{2,}(?:-[a-z]+)*-?\d{1,4})$/i.test(rest)
}

/** Where a sticky pattern that matches at a place ends; that place, if it does not match. */
const endOf = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from
  return from + (pattern.exec(text)?.[0].length ?? 0)
}
