import type { Heading, Nodes, Paragraph, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { ownWords } from './email.ts'

export type CommandLine = { readonly line: string }

// GitHub lets a comment have 65,536 characters, each of at most two UTF-16 units.
const longest = 131_072

/**
 * The lines of a comment that are commands, or meant as such. Only its own lines count: nothing in code, quotations,
 * lists, tables, links, HTML or comments in HTML, nor what an e-mail quotes.
 */
export const commandLines = (body: string, byEmail: boolean): readonly CommandLine[] => {
  const own = (byEmail ? ownWords(body) : body).slice(0, longest).replace(/^\ufeff/, '')
  const source = levelNesting(own)
  if (!source.split(lineEnd).some(isAttempt)) return []
  const root = parse(source)
  const hidden = hiddenRanges(root.children)
  return root.children
    .filter(node => isProse(node, source))
    .flatMap(node => linesOf(node, source))
    .filter(({ at, line }) => isAttempt(line) && !isHidden(hidden, at))
    .map(({ line }) => ({ line: line.trimEnd() }))
}

const lineEnd = /\r\n|\n|\r/

// A thousand quotations in one another cost the parser time with their square, and say no more than forty.
const levelNesting = (text: string): string =>
  text.replace(/^(?:[ \t>*+-]|\d{1,9}[.)](?=[ \t])){41,}/gm, run => run.slice(0, 40))

// Emphasis and bare addresses do not decide whether a line is the comment's own, and emphasis is slow to resolve.
const unread = { disable: { null: ['attention', 'strikethrough', 'autolink', 'literalAutolink'] } }

// What looks for addresses in the finished tree calls itself for each level of it.
const plain = gfmFromMarkdown().map(extension => ({ ...extension, transforms: [] }))

const parse = (source: string) => fromMarkdown(source, { extensions: [gfm(), unread], mdastExtensions: plain })

/** Solidi of all kinds: one that only looks like ours is explained, not passed over. */
const slashLike = '/\uff0f\u2044\u2215\u29f8\u2571\u27cb'

// A word of letters and hyphens up to a space, so neither a path (`/etc/passwd`) nor a file (`/core.dump`).
const attempt = new RegExp(
  `^[\\p{Cf}\\p{Zs}\\t]*[${slashLike}][\\p{L}\\p{M}\\p{Cf}\\p{Pd}\\d]+:?(?:$|[\\s\\p{Zs}])`,
  'u',
)

const isAttempt = (line: string): boolean => attempt.test(line)

// A line of hyphens below a paragraph, a signature as often as not, makes it a heading.
const isProse = (node: RootContent, source: string): node is Paragraph | Heading =>
  node.type === 'paragraph' || (node.type === 'heading' && source.charAt(startOf(node)) !== '#')

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0

type Line = { readonly at: number; readonly line: string }

/** The lines of a paragraph that begin as plain text, with where they begin. */
const linesOf = (node: Paragraph | Heading, source: string): readonly Line[] => {
  const lines: Line[] = []
  let at = startOf(node)
  for (const part of source.slice(at, endOf(node)).split(/(\r\n|\n|\r)/)) {
    const indent = part.length - part.replace(/^[ \t]+/, '').length
    if (!lineEnd.test(part)) lines.push({ at: at + indent, line: part.slice(indent) })
    at += part.length
  }
  const texts = node.children.filter(child => child.type === 'text')
  let next = 0
  return lines.filter(({ at }) => {
    while (next < texts.length && endOf(texts[next] ?? node) <= at) next += 1
    const text = texts[next]
    return text !== undefined && startOf(text) <= at
  })
}

/** Elements whose content is shown as code, as a quotation, as struck out, reduced away, or not at all. */
const hiding = new Set(
  'a blockquote code del details kbd pre q s samp script strike style table template textarea title tt xmp'.split(' '),
)

type Range = readonly [number, number]

/** From where to where an element of HTML that hides its content is open. Blocks between its tags are parsed as usual. */
const hiddenRanges = (nodes: readonly RootContent[]): readonly Range[] => {
  const open = new Map<string, number>()
  const ranges: Range[] = []
  let since: number | null = null
  for (const node of nodes.flatMap(htmlIn)) {
    for (const [, slash, name = ''] of node.value.replace(commentInHtml, '').matchAll(tag)) {
      const element = name.toLowerCase()
      if (!hiding.has(element)) continue
      open.set(element, Math.max(0, (open.get(element) ?? 0) + (slash === '/' ? -1 : 1)))
    }
    const isOpen = [...open.values()].some(count => count > 0)
    if (isOpen) since ??= endOf(node)
    if (isOpen || since === null) continue
    ranges.push([since, startOf(node)])
    since = null
  }
  return since === null ? ranges : [...ranges, [since, Number.POSITIVE_INFINITY]]
}

const tag = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])[^<>]*>/gi
const commentInHtml = /<!--[\s\S]*?(?:-->|$)/g

const htmlIn = (node: RootContent) => {
  if (node.type === 'html') return [node]
  return node.type === 'paragraph' || node.type === 'heading' ? node.children.filter(one => one.type === 'html') : []
}

const isHidden = (ranges: readonly Range[], at: number): boolean => {
  const after = ranges.findIndex(([, end]) => end > at)
  const range = ranges[after]
  return range !== undefined && range[0] <= at
}
