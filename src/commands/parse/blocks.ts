import { isBlankFrom, levelTabs, matchContainers, openContainer, spacesAt } from './containers.ts'
import { openElements } from './html.ts'
import { endsWith, isTableRule, isUnderline, type Leaf, openLeaf } from './leaves.ts'
import {
  addAlone,
  beginTable,
  close,
  keep,
  lazyPlace,
  leave,
  placeIn,
  readHtml,
  type Span,
  type State,
} from './open-blocks.ts'
import type { Paragraph } from './place.ts'

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

const readLine = (state: State, line: string, span: Span): void => {
  const { count, at } = matchContainers(line, state.containers)
  const isWhole = count === state.containers.length
  if (isWhole && goesOn(state, line, at, span)) return
  if (isBlankFrom(line, at)) leave(state, count)
  else openBlocks(state, { line, at, span, count, isLazy: !isWhole && state.leaf?.is === 'paragraph' })
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
