import type { Range } from './found.ts'

/** A text as a reader sees it, and where each part of it stands in the text that it was made of. */
export type Plain = { readonly text: string; readonly origin: (range: Range) => Range }

/**
 * Markdown and HTML say the same thing in many ways, and what a reader sees as one token may have anything in it: escapes,
 * emphasis, entities, characters without width. Those go; fullwidth letters become plain ones, and backticks quotes.
 */
export const plainOf = (text: string): Plain => replaced(text, decoration, decorated)

/** The same in one line: where a mail program, a terminal or a quote broke it, a token goes on. */
export const joinedOf = (text: string): Plain => replaced(text, lineBreak, () => '')

const decoration = new RegExp(
  [
    String.raw`&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,14});`,
    String.raw`\\(?=[!-/:-@[-\x60{-~])`,
    // soft hyphens, joiners, direction marks, variation selectors, byte order marks
    String.raw`[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]`,
    String.raw`[\uff01-\uff5e]`,
    // three and more stand for something that was masked already
    String.raw`(?<!\*)\*{1,2}(?!\*)`,
    String.raw`~~|\x60+`,
    String.raw`</?(?:a|b|i|u|s|em|strong|code|kbd|tt|pre|sub|sup|span|font|mark|del|ins|wbr|p|div)(?:\s[^<>]{0,200})?/?>`,
    '<!--[^<>]{0,80}-->',
  ].join('|'),
  'gi',
)

const decorated = (found: string): string => {
  const first = found.charCodeAt(0)
  if (first >= 0xff01 && first <= 0xff5e) return String.fromCharCode(first - 0xfee0)
  if (first === 0x60) return '"'.repeat(found.length)
  return found.startsWith('&') ? entity(found) : ''
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  colon: ':',
  commat: '@',
  dash: '-',
  dollar: '$',
  equals: '=',
  excl: '!',
  gt: '>',
  hyphen: '-',
  lowbar: '_',
  lt: '<',
  nbsp: ' ',
  num: '#',
  percnt: '%',
  period: '.',
  plus: '+',
  quot: '"',
  shy: '',
  sol: '/',
  tilde: '~',
  underbar: '_',
  zerowidthspace: '',
  zwj: '',
  zwnj: '',
}

/** One that is not known stays as it is written. */
const entity = (written: string): string => {
  const name = written.slice(1, -1).toLowerCase()
  if (!name.startsWith('#')) return named[name] ?? written
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  // one that needs two code units, or has no width, is in no token
  return code > 0x1f && code < 0xffff && !/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(String.fromCharCode(code))
    ? String.fromCharCode(code)
    : ''
}

/** With what a quotation, a list or a shell puts around a line break. */
const lineBreak = /["\\]?[ \t]{0,20}\r?\n(?:[ \t]{0,20}>){0,5}[ \t]{0,20}"?|"+/g

/** What `pattern` finds is replaced; each character remembers from what it came. */
const replaced = (text: string, pattern: RegExp, by: (found: string) => string): Plain => {
  // a text may be nothing but marks: numbers in three lists, for as many objects would cost more than the scan itself
  const [at, froms, tos]: [number[], number[], number[]] = [[], [], []]
  const pieces: string[] = []
  let [length, last] = [0, 0]
  const add = (piece: string, from: number, to: number) => {
    if (piece === '') return
    pieces.push(piece)
    at.push(length)
    froms.push(from)
    tos.push(to)
    length += piece.length
  }
  // it makes no object for each match, as the other ways to go through them do
  text.replace(pattern, (found, index: number) => {
    add(text.slice(last, index), last, index)
    last = index + found.length
    add(by(found), index, last)
    return ''
  })
  add(text.slice(last), last, text.length)
  const parts: Parts = { at, from: froms, to: tos, length }
  const origin: Plain['origin'] = ([from, to]) => {
    const start = placeOf(parts, from, 'from') ?? text.length
    return [start, Math.max(start, to === 0 ? 0 : (placeOf(parts, to - 1, 'to') ?? text.length))]
  }
  return { text: pieces.join(''), origin }
}

/** Where the parts begin in the new text, of some length, and from where to where each stood in the old one. */
type Parts = {
  readonly at: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly length: number
}

/** Where a character began, or ended, before; of a part that was replaced all of it. null: there is no such character. */
const placeOf = ({ at, from, to, length }: Parts, index: number, side: 'from' | 'to'): number | null => {
  const part = lastAt(at, index)
  const [begins, start, end] = [at[part], from[part], to[part]]
  if (begins === undefined || start === undefined || end === undefined) return null
  const isKept = (at[part + 1] ?? length) - begins === end - start
  const offset = index - begins
  if (side === 'from') return isKept ? Math.min(start + offset, end) : start
  return isKept ? Math.min(start + offset + 1, end) : end
}

/** The index of the last part that begins at or before a place. */
const lastAt = (at: readonly number[], place: number): number => {
  let [low, high] = [0, at.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((at[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}
