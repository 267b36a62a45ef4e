import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** Where a full parser of Markdown says that a line of a small text begins. */
export type Verdict = 'text' | 'code' | 'quotation' | 'elsewhere'

/** What stands at the beginning of each line, by its number from 0; an empty line has nothing. */
export const verdicts = (source: string): ReadonlyMap<number, Verdict> => {
  const root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const found = new Map<number, Verdict>()
  let at = 0
  for (const [number, line] of source.split('\n').entries()) {
    const start = at + line.length - line.trimStart().length
    if (line.trim() !== '') found.set(number, verdictOf(pathTo(root, start), source, start))
    at += line.length + 1
  }
  return found
}

const pathTo = (node: Nodes, at: number): readonly Nodes[] => {
  const child = 'children' in node ? (node as Parents).children.find(one => covers(one, at)) : undefined
  return child === undefined ? [node] : [node, ...pathTo(child, at)]
}

const covers = ({ position }: Nodes, at: number): boolean =>
  (position?.start.offset ?? 0) <= at && at < (position?.end.offset ?? 0)

const shown = new Set(['root', 'paragraph', 'heading', 'text', 'strong', 'emphasis'])

const verdictOf = (path: readonly Nodes[], source: string, at: number): Verdict => {
  const last = path.at(-1)
  if (last?.type === 'code' || last?.type === 'inlineCode') return 'code'
  if (path.some(node => node.type === 'blockquote')) return 'quotation'
  const isUnderHash = path.some(
    node => node.type === 'heading' && source.charAt(node.position?.start.offset ?? 0) === '#',
  )
  const isText = last?.type === 'text' && path.every(node => shown.has(node.type)) && !isUnderHash
  // what only begins there, such as bold text, does not begin with a slash
  return isText && source.charAt(at) === '/' ? 'text' : 'elsewhere'
}
