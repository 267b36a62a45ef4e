import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { cut, escapeCell, escapeMarkdown } from '../../../src/domain/text/escape.ts'
import { findMarker, writeMarker } from '../../../src/domain/text/marker.ts'

type Node = { type: string; value?: string; url?: string; children?: Node[] }

const parse = (text: string): Node =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node
const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)]
/** What a reader sees of it, as GitHub's own filters see it: after Markdown, entities and escapes. */
const shown = (node: Node): string =>
  node.children ? node.children.map(shown).join(node.type === 'root' ? '\n' : '') : (node.value ?? '')

const dangerous = [
  /(?:^|[^\w`])@[a-z0-9]/i,
  /#\d/,
  /\bgh-\d/i,
  /https?:\/\/\S+\/(?:issues|pulls?|discussions|commits?)\/\w/i,
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:#|gh-|https?:|[\w.-]+\/[\w.-]+#)\d/i,
]
const forbidden = new Set(
  'html image imageReference linkReference definition footnoteReference footnoteDefinition heading code inlineCode table'.split(
    ' ',
  ),
)
const isIndented = (node: Node) => node.type === 'code'

const expectHarmless = (text: string) => {
  const nodes = all(parse(text))
  // Indented code runs nothing and ends by itself; a fence would take along what we write below.
  expect(nodes.filter(node => forbidden.has(node.type) && !isIndented(node)).map(node => node.type)).toEqual([])
  expect(nodes.filter(node => /\/(?:issues|pull|discussions)\//.test(node.url ?? ''))).toEqual([])
  for (const pattern of dangerous) expect(shown(parse(text))).not.toMatch(pattern)
}

const pieces = [
  '@ alice @alice @org/team # 12 #12 o/r#1 GH-12 gh- closes fixes \\ & &#64;bob &num;1 &lt; < > <b> <!-- --> <img',
  '![a](b) [ ] ( ) ]:x ` ``` ~~~ | |-|-| - 1. > # = === --- * _ ~ $ ! [^1] 😀 word é tocsin: skip [skip mailto:a@b.example',
  'https://github.com/o/r/issues/1 http://ghe.example.com/o/r/pull/2#x www.github.com/o/r/issues/3 https:// / www.',
  'https://github.com/o/r/%69ssues/1 github.com &amp; &#x23; &commat; a@b.example discussions/ http://a.example/b',
]
  .flatMap(line => line.split(' '))
  .concat([' ', ' ', '    ', '\t', '\n', '\n', '\n\n', '\r\n', '- ', '1. ', '> ', '# ', 'closes '])
  .concat(['\u200b', '\u202e', '\0', '\ud800', '<!-- tocsin:step key=a of=1 incident=I_a -->'])
const nasty = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map(parts => parts.join(''))

test('plain words stay as they are', () => {
  const text =
    'We stopped db-3 at 14:02Z: 40% of *all* requests, see https://status.example.com/a?b=1&copy=2.\n\nThen (later) it_was fine.'
  expect(escapeMarkdown(text)).toBe(text)
})

test.each<[string, string, string]>([
  ['a mention', 'ask @alice', 'ask @\u200balice'],
  ['a reference that closes', 'closes #12, o/r#3 and GH-4', 'closes #\u200b12, o/r#\u200b3 and GH-\u200b4'],
  ['an entity that would become a mention', '&#64;alice', '&amp;#\u200b64;alice'],
  ["an issue's address", 'https://github.com/o/r/issues/1', 'https:\u200b//github.com/o/r/issues/1'],
  ['HTML', '<img src=x>', '&lt;img src=x>'],
  ['an image', '![a](https://example.com/x.png)', '!\\[a](https://example.com/x.png)'],
  ['what somebody escaped already', '\\[a\\](b) C:\\Users', '\\\\\\[a\\\\](b) C:\\Users'],
  ['a fence', '```\ncode', '\\`\\`\\`\ncode'],
  ['a line that makes a heading of the one above', 'a\n---', 'a\n\\---'],
  ['a quote', '> a', '\\> a'],
  ['text that turns its direction around', 'a\u202eb', 'ab'],
  ['[skip ci]', '[skip ci]', '\\[\u200bskip ci]'],
])('made harmless: %s', (_, text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected)
})

test('whatever somebody writes, it calls nobody, refers to nothing, and is only text', () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), text => {
      expectHarmless(escapeMarkdown(text))
      expectHarmless(`Said:\n${escapeMarkdown(text)}`)
    }),
    { numRuns: 1_000 },
  )
})

test('whatever somebody writes, what we write below it stands by itself', () => {
  fc.assert(
    fc.property(nasty, text => {
      const below = parse(`${escapeMarkdown(text)}\n\n## Ours\n`).children?.at(-1)
      expect([below?.type, below && shown(below)]).toEqual(['heading', 'Ours'])
    }),
    { numRuns: 1_000 },
  )
})

test('whatever somebody writes, it stays in its cell', () => {
  fc.assert(
    fc.property(nasty, text => {
      const table = parse(`| a | b |\n|---|---|\n| ${escapeCell(text)} | end |`).children ?? []
      expect(table).toHaveLength(1)
      const rows = table[0]?.children ?? []
      expect(rows.map(row => row.children?.length)).toEqual([2, 2])
      expect(shown(rows[1]?.children?.[1] ?? { type: 'none' })).toBe('end')
    }),
    { numRuns: 1_000 },
  )
})

test('whatever somebody writes, it is no marker', () => {
  const marker = writeMarker({ kind: 'step', incident: 'I_a', number: 1, key: 'a' })
  expect(findMarker(`before\n${marker}`, 'step')).not.toBeNull()
  fc.assert(
    fc.property(nasty, nasty, (before, after) => {
      expect(findMarker(escapeMarkdown(`${before}\n${marker}${after}`), 'step')).toBeNull()
      expect(findMarker(escapeCell(`${before}${marker}`), 'step')).toBeNull()
    }),
  )
})

test('64 KB of anything are done at once', () => {
  for (const piece of pieces)
    expect(escapeMarkdown(piece.repeat(65_536 / piece.length)).length).toBeGreaterThanOrEqual(0)
})

test('a text is cut with a notice, never within a character', () => {
  expect(cut('short', 10)).toBe('short')
  expect(cut('a long text, too long', 12)).toBe('a lo … (cut)')
  expect(cut('😀😀😀😀😀😀😀', 11)).toBe('😀 … (cut)')
  expect(cut('😀😀', 3)).toBe('😀')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, max) => {
      expect(cut(text, max).length).toBeLessThanOrEqual(max)
      expect(cut(text, max).isWellFormed()).toBe(true)
    }),
  )
})
