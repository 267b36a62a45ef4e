import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Flaw } from './read-terms.ts'

/** A task as it is written: its first line from the id on, and the lines below it. */
export type Task = {
  readonly line: number
  /** The heading it stands under; null: none. */
  readonly heading: string | null
  readonly id: string | null
  readonly rest: string
  readonly guidance: string
}

export type Outline = {
  readonly introduction: string
  readonly headings: readonly { readonly name: string; readonly line: number }[]
  readonly tasks: readonly Task[]
  readonly flaws: readonly (Flaw & { readonly line: number })[]
}

// Headings, lists and code spans are all that is looked for. The rest is left as text, which also spares the parser
// what takes it minutes on purpose-made input.
const ignored = [
  'attention',
  'strikethrough',
  'labelStartLink',
  'labelStartImage',
  'labelEnd',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'gfmFootnoteDefinition',
  'emailAutolink',
  'protocolAutolink',
  'wwwAutolink',
  'autolink',
  'htmlText',
  'table',
]
export const extensions = [gfm(), { disable: { null: ignored } }]

type Block = ReturnType<typeof fromMarkdown>['children'][number]
type Item = Extract<Block, { type: 'list' }>['children'][number]

const isBlank = (line: string): boolean => line.trim() === ''

/** Without the indentation that all lines share, and without empty lines around. */
export const dedent = (lines: readonly string[]): string => {
  const full = lines.filter(line => !isBlank(line))
  const first = /^[ \t]*/.exec(full[0] ?? '')?.[0] ?? ''
  const shared = full.reduce((prefix, line) => {
    let n = 0
    while (n < prefix.length && line[n] === prefix[n]) n++
    return prefix.slice(0, n)
  }, first)
  const kept = lines.map(line => (isBlank(line) ? '' : line.slice(shared.length)))
  const start = kept.findIndex(line => line !== '')
  return start < 0 ? '' : kept.slice(start, kept.findLastIndex(line => line !== '') + 1).join('\n')
}

const positionOf = (node: Block | Item) =>
  node.position ?? { start: { line: 1, offset: 0 }, end: { line: 1, offset: 0 } }

const headingText = (node: Extract<Block, { type: 'heading' }>, text: string): string =>
  text.slice(node.children[0]?.position?.start.offset ?? 0, node.children.at(-1)?.position?.end.offset ?? 0).trim()

// An item that ends in a fence or a tag that nobody closed is said to reach into the item below it.
const lastLineOf = (item: Item, next: Item | undefined): number =>
  Math.min(positionOf(item).end.line, next ? positionOf(next).start.line - 1 : Infinity)

const readTask = (item: Item, end: number, heading: string | null, text: string, lines: readonly string[]): Task => {
  const { start } = positionOf(item)
  const paragraph = item.children[0]
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  const code = first?.type === 'inlineCode' ? first : null
  const from = code?.position?.end.offset ?? 0
  const stop = text.indexOf('\n', from)
  return {
    line: start.line,
    heading,
    id: code?.value ?? null,
    rest: code ? text.slice(from, stop < 0 ? text.length : stop).trim() : '',
    guidance: dedent(lines.slice(start.line, end)),
  }
}

// A task that lost its box would be lost without a word.
const lacksSpace = /^[-*+]\[.?\]\s*`[a-z]/

const lacksBox = (item: Item, lines: readonly string[]): boolean =>
  /^\s*(?:[-*+]|\d+[.)])\s+(?:\[.?\]\s*)?`[a-z][a-z0-9-]*`\s/.test(lines[positionOf(item).start.line - 1] ?? '')

/** Where a playbook's headings and tasks are: found in the Markdown tree, then taken from the text as it stands there. */
export const readOutline = (text: string): Outline => {
  const tree = fromMarkdown(text, { extensions, mdastExtensions: [gfmFromMarkdown()] })
  const lines = text.split('\n')
  const headings: { name: string; line: number }[] = []
  const tasks: Task[] = []
  const flaws: (Flaw & { line: number })[] = []
  for (const block of tree.children) {
    if (block.type === 'heading' && block.depth === 2)
      headings.push({ name: headingText(block, text), line: positionOf(block).start.line })
    if (block.type !== 'list') continue
    for (const [i, item] of block.children.entries()) {
      const end = lastLineOf(item, block.children[i + 1])
      if (typeof item.checked === 'boolean') tasks.push(readTask(item, end, headings.at(-1)?.name ?? null, text, lines))
      else if (lacksBox(item, lines))
        flaws.push({
          line: positionOf(item).start.line,
          says: 'A step without its checkbox',
          expected: '``- [ ] `step-id` Title (terms)``',
        })
    }
  }
  lines.forEach((line, i) => {
    if (lacksSpace.test(line))
      flaws.push({
        line: i + 1,
        says: 'A checkbox without a space before it',
        expected: '``- [ ] `step-id` Title (terms)``',
      })
  })
  const introduction = dedent(lines.slice(0, headings[0] ? headings[0].line - 1 : lines.length))
  return { introduction, headings, tasks, flaws }
}
