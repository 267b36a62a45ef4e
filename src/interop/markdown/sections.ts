import type { Phase } from '../../domain/terms/phase.ts'
import { phaseIn } from '../phase-words.ts'
import { titleOf } from '../title-of.ts'
import { type Block, linesOf, type MarkdownText, textOf } from './text.ts'

/** A heading and what stands under it, up to the next heading of whatever depth. */
export type Section = {
  /** Null: what stands before the first heading. */
  readonly heading: string | null
  readonly depth: number
  /** Said by the heading or by one above it. */
  readonly phase: Phase | null
  readonly blocks: readonly Block[]
}

export type Sections = { readonly title: string | null; readonly sections: readonly Section[] }

const inform =
  /references?\b|resources?\b|overview|\bscope\b|background|definitions?\b|glossary|purpose|contacts?\b|contents|on this page|related|appendix|versions?\b|change ?log|about\b|\broles?\b|severit|examples?\b|licen[cs]e|further reading|finding types|metrics/i

/** Whether a heading says that lists under it tell something, but nothing that is to be done. */
export const informs = (heading: string): boolean => inform.test(heading)

// Below every real one: a line in bold that others use as a heading.
const boldDepth = 7

type Heading = { readonly text: string; readonly depth: number }

const headingText = (raw: string): string =>
  raw
    .replace(/^#{1,6}(?=\s|$)/, '')
    .replace(/\n *(?:=+|-+) *$/, '')
    .replace(/\s#+\s*$/, '')
    .trim()

const headingOf = (block: Block, text: string): Heading | null => {
  if (block.type === 'heading') return { text: titleOf(headingText(text)).title, depth: block.depth }
  const bold = block.type === 'paragraph' ? /^(\*\*|__)([^*_\n]{1,80})\1:?$/.exec(text.trim())?.[2] : undefined
  if (bold === undefined || bold.split(/\s+/).length > 5 || /[.!?,]$/.test(bold)) return null
  return phaseIn(bold) !== null || informs(bold) ? { text: titleOf(bold).title, depth: boldDepth } : null
}

type Open = { -readonly [Key in keyof Section]: Section[Key] } & { readonly blocks: Block[] }

const cut = (markdown: MarkdownText): Open[] => {
  const sections: Open[] = [{ heading: null, depth: 0, phase: null, blocks: [] }]
  for (const block of markdown.blocks) {
    const heading = headingOf(block, textOf(markdown, linesOf(block)))
    if (heading === null) sections.at(-1)?.blocks.push(block)
    else sections.push({ heading: heading.text, depth: heading.depth, phase: phaseIn(heading.text), blocks: [] })
  }
  return sections
}

// The title of the whole is a first heading that all others stand below; as a heading it says no phase.
const takeTitle = (sections: readonly Open[]): string | null => {
  const [, first, ...others] = sections
  if (first === undefined || !others.every(({ depth }) => depth > first.depth)) return null
  if (others.length === 0 && first.phase !== null) return null
  const title = first.heading
  first.heading = null
  first.phase = null
  return title
}

/** A document cut at its headings. */
export const sectionsOf = (markdown: MarkdownText): Sections => {
  const sections = cut(markdown)
  const title = takeTitle(sections)
  const above: Open[] = []
  for (const section of sections) {
    while ((above.at(-1)?.depth ?? -1) >= section.depth) above.pop()
    section.phase ??= above.at(-1)?.phase ?? null
    above.push(section)
  }
  return { title, sections: sections.filter(({ heading, blocks }) => heading !== null || blocks.length > 0) }
}
