import { type Container, isBlankFrom, levelTabs, matchContainers, openContainer, spacesAt } from './containers.ts'
import { type OpenElements, openElements } from './html.ts'
import { readParagraph, standing } from './inline.ts'
import { endsWith, isTableRule, isUnderline, type Leaf, openLeaf } from './leaves.ts'
import type { Line, Paragraph, Place } from './place.ts'
import { stretchesOf } from './stretches.ts'

/** What is open after a line, and what was found up to it. */
type State = {
  readonly body: string
  readonly mayBegin: (text: string) => boolean
  readonly found: Paragraph[]
  readonly elements: OpenElements
  containers: readonly Container[]
  /** Parsers differ in what the rest belongs to, so that it is asked about. */
  isDoubtful: boolean
  leaf: Leaf | null
  /** From where to where it goes, where its last line begins, and those of its lines that are kept. */
  paragraph: {
    readonly from: number
    to: number
    last: number
    readonly lines: Line[]
  } | null
}

/**
 * The paragraphs of a comment, and each other line that people see as text, with where it stands: by the blocks of
 * CommonMark and GitHub's tables. Each line is looked at once, so that no shape of text costs more than its length; only
 * those that may begin with a command are kept. `body` has line feeds alone.
 */
export const paragraphsOf = (body: string, mayBegin: (text: string) => boolean): readonly Paragraph[] => {
  const state: State = {
    body,
    mayBegin,
    found: [],
    elements: openElements(),
    containers: [],
    isDoubtful: false,
    leaf: null,
    paragraph: null,
  }
  for (let at = 0; at <= body.length; ) {
    const next = body.indexOf('\n', at)
    const end = next === -1 ? body.length : next
    readLine(state, levelTabs(body.slice(at, end)), { from: at, end })
    at = end + 1
  }
  close(state)
  return state.found
}

/** Where a line begins and ends in the comment. */
type Span = { readonly from: number; readonly end: number }

const readLine = (state: State, line: string, span: Span): void => {
  const { count, at } = matchContainers(line, state.containers)
  const isWhole = count === state.containers.length
  if (isWhole && goesOn(state, line, at, span)) return
  if (isBlankFrom(line, at)) leave(state, count)
  else openBlocks(state, { line, at, span, count, isLazy: !isWhole && state.leaf?.is === 'paragraph' })
}

/** Ends what is open in containers beyond so many, and these themselves. */
const leave = (state: State, count: number): void => {
  close(state)
  if (count < state.containers.length) state.containers = state.containers.slice(0, count)
}

const close = (state: State): void => {
  const { paragraph, body, elements, found } = state
  state.leaf = null
  state.paragraph = null
  if (paragraph === null) return
  const { from, to } = paragraph
  const lines = readParagraph(body.slice(from, to), from, paragraph.lines, elements)
  if (lines.length > 0) found.push({ from, to, lines })
}

/** What is open and no paragraph takes the line, if it can. */
const goesOn = (state: State, line: string, at: number, span: Span): boolean => {
  const { leaf } = state
  if (leaf?.is === 'html' && leaf.end === null) {
    if (isBlankFrom(line, at)) return false
    readHtml(state, line.slice(at), span)
    return true
  }
  if (leaf?.is !== 'fence' && leaf?.is !== 'html') return false
  if (endsWith(leaf, line, at)) state.leaf = null
  return true
}

/** A line of a block of HTML is shown as text, less its tags. */
const readHtml = (state: State, text: string, span: Span): void => {
  addAlone(state, text, span, 'html')
  if (!text.includes('<')) return
  stretchesOf(text, ({ tag }) => {
    if (tag !== undefined) state.elements.meet(tag)
  })
}

const addAlone = (state: State, text: string, span: Span, own: Place): void => {
  const line = keep(state, text, span, placeIn(state.containers, own))
  if (line !== null) state.found.push({ from: span.from, to: span.end, lines: [standing(line, state.elements)] })
}

/** The line, if it may begin with a command; the others need not be held. */
const keep = ({ mayBegin }: State, text: string, { from }: Span, place: Place): Line | null => {
  const own = text.trim()
  return mayBegin(own) ? { text: own, at: from, place, inElement: null } : null
}

/** In a quotation nothing is the writer's word; in a list their text is aside. */
const placeIn = (containers: readonly Container[], own: Place): Place => {
  if (containers.some(one => one.is === 'quotation')) return 'hidden'
  return own === 'text' && containers.length > 0 ? 'list' : own
}

/** A line, where its text begins in it, and how many containers it is marked to be in. */
type Here = {
  readonly line: string
  readonly at: number
  readonly span: Span
  readonly count: number
  readonly isLazy: boolean
}

/** What begins on a line: containers in one another, and then one block, or text. */
const openBlocks = (state: State, here: Here): void => {
  const { line, at, span, count, isLazy } = here
  const spaces = spacesAt(line, at)
  const isInParagraph = state.leaf?.is === 'paragraph'
  const interrupts = isInParagraph && !isLazy && count === state.containers.length
  if (spaces > 3) {
    if (isInParagraph) addText(state, here)
    else leave(state, count)
    return
  }
  const start = at + spaces
  if (interrupts && isUnderline(line, start)) {
    close(state)
    return
  }
  const isHead = interrupts && isTableRule(line, start)
  const leaf: Leaf | null = isHead ? { is: 'table' } : openLeaf(line, start, isInParagraph)
  if (leaf !== null) {
    begin(state, leaf, { ...here, at: start })
    return
  }
  const opened = openContainer(line, at, count, interrupts)
  if (opened === null) {
    addText(state, here)
    return
  }
  leave(state, count)
  state.containers = [...state.containers, opened.container]
  if (!isBlankFrom(line, opened.at)) openBlocks(state, { line, at: opened.at, span, count: count + 1, isLazy: false })
  else if (state.containers.length > 1) state.leaf = { is: 'gap' }
}

const begin = (state: State, leaf: Leaf, { line, at, span, count }: Here): void => {
  if (leaf.is === 'table') beginTable(state)
  else leave(state, count)
  if (leaf.is === 'heading') addAlone(state, line.slice(leaf.textAt), span, 'heading')
  if (leaf.is === 'html' && leaf.end === null) readHtml(state, line.slice(at), span)
  state.leaf = leaf.is !== 'fence' && endsWith(leaf, line, at) ? null : leaf
}

/** The last line of the paragraph becomes the table's head. */
const beginTable = (state: State): void => {
  const { paragraph, body } = state
  if (paragraph === null) return
  const { last, to, lines } = paragraph
  if ((lines.at(-1)?.at ?? -1) >= last) lines.pop()
  paragraph.to = Math.max(paragraph.from, last - 1)
  close(state)
  addAlone(state, body.slice(last, to), { from: last, end: to }, 'table')
}

const addText = (state: State, { line, at, span, count, isLazy }: Here): void => {
  const { containers, leaf } = state
  const text = line.slice(at)
  if (leaf?.is === 'table' && count === containers.length) {
    addAlone(state, text, span, 'table')
    return
  }
  if (!isLazy && leaf?.is !== 'paragraph') leave(state, count)
  const { from, end } = span
  state.leaf = { is: 'paragraph' }
  state.isDoubtful ||= leaf?.is === 'gap'
  state.paragraph ??= { from, to: end, last: from, lines: [] }
  state.paragraph.to = end
  state.paragraph.last = from
  const own = state.isDoubtful ? 'list' : 'text'
  const kept = keep(state, text, span, isLazy ? lazyPlace(containers, count) : placeIn(state.containers, own))
  if (kept !== null) state.paragraph.lines.push(kept)
}

/** A line without the marks of the lines above it is shown within them all the same. */
const lazyPlace = (containers: readonly Container[], count: number): Place => {
  if (containers.slice(0, count).some(one => one.is === 'quotation')) return 'hidden'
  return containers.slice(count).some(one => one.is === 'quotation') ? 'quotation' : 'list'
}
