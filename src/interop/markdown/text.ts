import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { dedent, extensions } from '../../domain/playbook/read-outline.ts'

/** A text in Markdown with the blocks that it is made of: what is taken is taken from the text as it stands there. */
export type MarkdownText = { readonly lines: readonly string[]; readonly blocks: readonly Block[] }

export type Block = ReturnType<typeof fromMarkdown>['children'][number]
export type List = Extract<Block, { type: 'list' }>
export type Item = List['children'][number]

/** Parsed as our own playbooks are, so that no text made for it can keep us busy. */
export const readMarkdown = (text: string): MarkdownText => ({
  lines: text.split('\n'),
  blocks: fromMarkdown(text, { extensions, mdastExtensions: [gfmFromMarkdown()] }).children,
})

/** Which lines a block stands on, counted from 0; `end` is the first that it does not. */
export const linesOf = (node: Block | Item): { readonly start: number; readonly end: number } => ({
  start: (node.position?.start.line ?? 1) - 1,
  end: node.position?.end.line ?? 1,
})

/** The text of some lines as it stands there, moved to the left. */
export const textOf = (
  { lines }: MarkdownText,
  { start, end }: { readonly start: number; readonly end: number },
): string => dedent(lines.slice(start, end))
