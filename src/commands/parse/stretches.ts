import { type Tag, tagAt } from './html.ts'
import type { Mark } from './line-marks.ts'

/** A stretch of a paragraph within which no line of plain text begins, and the tag if it is one. */
export type Step = { readonly place: Mark; readonly from: number; readonly to: number; readonly tag?: Tag }

const special = /\\.|`+|<|\[|\]|~+|\$\$/gs

/**
 * Walks through a paragraph once and names its stretches in their order: code, tags and comments of HTML, links,
 * mathematics, what is struck out. Whatever it looks for ahead it looks for once, so that no text costs more than its length.
 */
export const stretchesOf = (text: string, take: (step: Step) => void): void => {
  const finders = { code: codeEnds(text), html: htmlEnds(text) }
  const links = linksIn(text, take)
  const pairs = pairsIn(text, take)
  special.lastIndex = 0
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    const at = found.index
    const [mark] = found
    const end = special.lastIndex
    switch (mark.charAt(0)) {
      case '`': {
        const to = finders.code(at, mark.length)
        if (to === null) break
        take({ place: 'hidden', from: at, to: to - 1 })
        special.lastIndex = to
        break
      }
      case '<': {
        const html = finders.html(at)
        if (html === null) break
        take({ place: 'hidden', from: at, to: html.end - 1, ...(html.tag === null ? {} : { tag: html.tag }) })
        special.lastIndex = html.end
        break
      }
      case '[':
        links.open(at)
        break
      case ']':
        links.close(at)
        break
      case '~':
        pairs.strike(at, end)
        break
      case '$':
        pairs.mathematics(at, end)
        break
    }
  }
}

/** Where the code ends that such a run of backticks begins: after the next run of the same length. */
const codeEnds = (text: string): ((at: number, length: number) => number | null) => {
  let runs: ReadonlyMap<number, readonly number[]> | null = null
  const next = new Map<number, number>()
  return (at, length) => {
    runs ??= runsOfTicks(text)
    const places = runs.get(length) ?? []
    let index = next.get(length) ?? 0
    while ((places[index] ?? Number.POSITIVE_INFINITY) <= at) index += 1
    next.set(length, index)
    const closer = places[index]
    return closer === undefined ? null : closer + length
  }
}

const runsOfTicks = (text: string): ReadonlyMap<number, readonly number[]> => {
  const runs = new Map<number, number[]>()
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const places = runs.get(run.length) ?? []
    places.push(index)
    runs.set(run.length, places)
  }
  return runs
}

const enclosed = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
] as const

type Html = { readonly end: number; readonly tag: Tag | null }

/** Where the HTML ends that begins at a `<`; null: it is only that character. */
const htmlEnds = (text: string): ((at: number) => Html | null) => {
  const ahead = new Map<string, number>()
  const find = (what: string, from: number): number => {
    const known = ahead.get(what)
    if (known !== undefined && (known === -1 || known >= from)) return known
    const found = text.indexOf(what, from)
    ahead.set(what, found)
    return found
  }
  return at => {
    const next = text.charAt(at + 1)
    if (next !== '!' && next !== '?') {
      const tag = tagAt(text, at)
      return tag === null ? null : { end: tag.end, tag }
    }
    const [, close = '>'] = enclosed.find(([open]) => text.startsWith(open, at)) ?? []
    const end = find(close, at + 2)
    return end === -1 ? null : { end: end + close.length, tag: null }
  }
}

// An address and a title, whole and on one line.
const target = /\([^\s()<>"'\\]*(?:[ \t]{1,3}(?:"[^\n"\\]*"|'[^\n'\\]*'))?\)/y

const linksIn = (text: string, take: (step: Step) => void) => {
  const open: number[] = []
  let last = -1
  return {
    open: (at: number): void => void open.push(at),
    close: (at: number): void => {
      const from = open.pop()
      if (from === undefined) return
      target.lastIndex = at + 1
      const next = text.charAt(at + 1)
      const isLink = next === '(' && target.test(text)
      // a link in a link makes none of the outer one, and other brackets may be none either
      take({ place: isLink && last < from ? 'hidden' : 'link', from, to: at })
      if (isLink) last = at
      const isDefinition = next === ':' && from < 200 && !/[^\s>*+\-\d.)]/.test(text.slice(0, from))
      if ((next === '(' && !isLink) || isDefinition) take({ place: 'link', from: at, to: text.length })
    },
  }
}

/** What stands between two marks of a kind. */
const pairsIn = (text: string, take: (step: Step) => void) => {
  const isSpace = (at: number): boolean => /^\s?$/.test(text.charAt(at))
  let struck: { readonly at: number; readonly length: number } | null = null
  let formula: number | null = null
  return {
    strike: (at: number, end: number): void => {
      if (end - at > 2) return
      if (struck !== null && struck.length === end - at && !isSpace(at - 1)) {
        take({ place: 'struck', from: struck.at, to: at })
        struck = null
      } else if (struck === null && !isSpace(end)) struck = { at, length: end - at }
    },
    mathematics: (at: number, end: number): void => {
      if (formula === null) {
        formula = at
        return
      }
      const isBlock = formula === 0 || text.charAt(formula - 1) === '\n'
      take({ place: isBlock ? 'hidden' : 'mathematics', from: formula, to: end })
      formula = null
    },
  }
}
