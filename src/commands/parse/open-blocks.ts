import type { Container } from './containers.ts'
import type { OpenElements } from './html.ts'
import { readParagraph, standing } from './inline.ts'
import type { Leaf } from './leaves.ts'
import type { Line, Paragraph, Place } from './place.ts'
import { stretchesOf } from './stretches.ts'

/** What is open after a line, and what was found up to it. */
export type State = {
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

/** Where a line begins and ends in the comment. */
export type Span = { readonly from: number; readonly end: number }

/** Ends what is open in containers beyond so many, and these themselves. */
export const leave = (state: State, count: number): void => {
  close(state)
  if (count < state.containers.length) state.containers = state.containers.slice(0, count)
}

export const close = (state: State): void => {
  const { paragraph, body, elements, found } = state
  state.leaf = null
  state.paragraph = null
  if (paragraph === null) return
  const { from, to } = paragraph
  const lines = readParagraph(body.slice(from, to), from, paragraph.lines, elements)
  if (lines.length > 0) found.push({ from, to, lines })
}

/** A line of a block of HTML is shown as text, less its tags. */
export const readHtml = (state: State, text: string, span: Span): void => {
  addAlone(state, text, span, 'html')
  if (!text.includes('<')) return
  stretchesOf(text, ({ tag }) => {
    if (tag !== undefined) state.elements.meet(tag)
  })
}

export const addAlone = (state: State, text: string, span: Span, own: Place): void => {
  const line = keep(state, text, span, placeIn(state.containers, own))
  if (line !== null) state.found.push({ from: span.from, to: span.end, lines: [standing(line, state.elements)] })
}

/** The line, if it may begin with a command; the others need not be held. */
export const keep = ({ mayBegin }: State, text: string, { from }: Span, place: Place): Line | null => {
  const own = text.trim()
  return mayBegin(own) ? { text: own, at: from, place, inElement: null } : null
}

/** In a quotation nothing is the writer's word; in a list their text is aside. */
export const placeIn = (containers: readonly Container[], own: Place): Place => {
  if (containers.some(one => one.is === 'quotation')) return 'hidden'
  return own === 'text' && containers.length > 0 ? 'list' : own
}

/** The last line of the paragraph becomes the table's head. */
export const beginTable = (state: State): void => {
  const { paragraph, body } = state
  if (paragraph === null) return
  const { last, to, lines } = paragraph
  if ((lines.at(-1)?.at ?? -1) >= last) lines.pop()
  paragraph.to = Math.max(paragraph.from, last - 1)
  close(state)
  addAlone(state, body.slice(last, to), { from: last, end: to }, 'table')
}

/** A line without the marks of the lines above it is shown within them all the same. */
export const lazyPlace = (containers: readonly Container[], count: number): Place => {
  if (containers.slice(0, count).some(one => one.is === 'quotation')) return 'hidden'
  return containers.slice(count).some(one => one.is === 'quotation') ? 'quotation' : 'list'
}
