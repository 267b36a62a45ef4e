import { type HtmlEnd, htmlBlock } from './html.ts'

/** A block that holds text and no other block. */
export type Leaf =
  | { readonly is: 'paragraph' }
  | { readonly is: 'table' }
  | { readonly is: 'fence'; readonly mark: string; readonly length: number }
  | { readonly is: 'html'; readonly end: HtmlEnd }
  /** Of one line; its text begins there. */
  | { readonly is: 'heading'; readonly textAt: number }
  | { readonly is: 'rule' }
  /** An item without text, in another container: parsers differ whether the next line belongs to it. */
  | { readonly is: 'gap' }

const fence = /(`{3,})[^`]*$|(~{3,})/y
const closingFence = / {0,3}(`{3,}|~{3,})[ \t]*$/y
const heading = /#{1,6}(?:[ \t]+|$)/y
const rule = /(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$/y
const underline = /(?:=+|-+)[ \t]*$/y

/** The block that begins there with its text, other than a paragraph. `interrupts`: what it would end is a paragraph. */
export const openLeaf = (line: string, at: number, interrupts: boolean): Leaf | null => {
  // most lines begin with a letter, and then nothing needs a closer look
  switch (line.charAt(at)) {
    case '`':
    case '~': {
      const [, ticks, tildes] = matchAt(fence, line, at) ?? []
      const mark = ticks ?? tildes
      return mark === undefined ? null : { is: 'fence', mark: mark.charAt(0), length: mark.length }
    }
    case '#': {
      const [mark] = matchAt(heading, line, at) ?? []
      return mark === undefined ? null : { is: 'heading', textAt: at + mark.length }
    }
    case '<': {
      const end = htmlBlock(line, at, interrupts)
      return end === undefined ? null : { is: 'html', end }
    }
    case '*':
    case '-':
    case '_':
      return matchAt(rule, line, at) === null ? null : { is: 'rule' }
    default:
      return null
  }
}

/** Whether a block that is open ends with this line. An empty line is not asked about. */
export const endsWith = (leaf: Leaf, line: string, at: number): boolean => {
  switch (leaf.is) {
    case 'fence': {
      const [, mark = ''] = matchAt(closingFence, line, at) ?? []
      return mark.startsWith(leaf.mark) && mark.length >= leaf.length
    }
    case 'html':
      return leaf.end?.test(line.slice(at)) ?? false
    case 'heading':
    case 'rule':
      return true
    case 'paragraph':
    case 'table':
    case 'gap':
      return false
  }
}

/** Makes a heading of the paragraph above it: a signature's hyphens, as often as not. */
export const isUnderline = (line: string, at: number): boolean => matchAt(underline, line, at) !== null

/** Makes a table of the line above it, unless it begins an item of a list. */
export const isTableRule = (line: string, at: number): boolean => {
  if (!/^[|:-]/.test(line.charAt(at)) || /^-[ \t]/.test(line.slice(at, at + 2)) || !/[|:]/.test(line.slice(at)))
    return false
  const cells = line.slice(at).trim().replace(/^\|/, '').replace(/\|$/, '').split('|')
  return cells.every(cell => /^:?-+:?$/.test(cell.trim()))
}

const matchAt = (pattern: RegExp, line: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(line)
}
