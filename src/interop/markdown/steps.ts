import { type ForeignStep, plainStep } from '../foreign.ts'
import { otherwise, phaseIn } from '../phase-words.ts'
import { titleOf } from '../title-of.ts'
import { informs, type Section } from './sections.ts'
import { rowsOf, saysActions, tableOf } from './table.ts'
import { type Block, type Item, type List, linesOf, type MarkdownText, textOf } from './text.ts'

/** A part of a section in its order: something to do, or text that stands between. */
export type Part = { readonly title: string; readonly guidance: string } | { readonly prose: string }

/** How much of a document is taken as things to do. */
export type Reading = { readonly lists: boolean; readonly tables: 'actions' | 'all' }

const isList = (block: Block): block is List => block.type === 'list'

const hasBoxes = (list: List): boolean => list.children.some(item => typeof item.checked === 'boolean')

const marker = /^\s*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+\[[ xX]?\](?=\s))?[ \t]*/

// A line that ends with a colon or is broken on purpose is the title, and what comes below it a list in all but its marks.
const firstLine = (text: string): string => {
  const end = text.indexOf('\n')
  const line = text.slice(0, end)
  return end >= 0 && (line.endsWith('  ') || line.endsWith('\\') || line.trimEnd().endsWith(':')) ? line : text
}

const itemPart = (markdown: MarkdownText, item: Item, end: number): Part => {
  const { start } = linesOf(item)
  const first = item.children[0]
  const named = first?.type === 'paragraph' || first?.type === 'heading'
  const stop = named ? Math.min(linesOf(first).end, end) : start + 1
  const said = textOf(markdown, { start, end: stop })
    .replace(marker, '')
    .replace(/^#+\s+/, '')
  const { title, whole } = titleOf(firstLine(said))
  const rest = textOf(markdown, { start: stop, end })
  return {
    title,
    guidance: [whole && said === firstLine(said) ? '' : said, rest].filter(text => text !== '').join('\n\n'),
  }
}

const listParts = (markdown: MarkdownText, list: List): readonly Part[] =>
  list.children.map((item, i) => {
    const next = list.children[i + 1]
    return itemPart(markdown, item, next ? linesOf(next).start : linesOf(item).end)
  })

const tableParts = (text: string, reading: Reading): readonly Part[] | null => {
  const table = tableOf(text)
  if (table === null || (reading.tables === 'actions' && !saysActions(table))) return null
  const parts = rowsOf(table).map(({ title: said, rest }) => {
    const { title, whole } = titleOf(said)
    return { title, guidance: [whole ? '' : said, rest].filter(one => one !== '').join('\n\n') }
  })
  return parts.length === 0 ? null : parts
}

/** What a section has to do and to say. With boxes in it, only those are to be done. */
export const partsOf = (
  markdown: MarkdownText,
  { heading, blocks, phase }: Section,
  reading: Reading,
): readonly Part[] => {
  const boxed = blocks.some(block => isList(block) && hasBoxes(block))
  const acts = phase !== null || heading === null || !informs(heading)
  return blocks
    .filter(block => block.type !== 'thematicBreak')
    .flatMap((block): readonly Part[] => {
      const text = textOf(markdown, linesOf(block))
      if (isList(block) && reading.lists && (boxed ? hasBoxes(block) : acts)) return listParts(markdown, block)
      const rows = block.type === 'paragraph' && acts ? tableParts(text, reading) : null
      return rows ?? [{ prose: text }]
    })
}

/** A step out of a part; a part without a title takes that of its section. */
export const stepOf = (section: Section, key: string, title: string, guidance: string): ForeignStep => ({
  ...plainStep,
  key,
  id: null,
  title: title === '' ? (section.heading ?? 'Work through this') : title,
  phase: section.phase ?? phaseIn(title) ?? otherwise,
  guidance,
  after: [],
})
