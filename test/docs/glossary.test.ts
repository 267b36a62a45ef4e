import { expect, test } from 'vitest'
import { bare, read, section, table } from './pages.ts'

const entries = read('docs/glossary.md')
  .split(/^- /m)
  .slice(1)
  .map(entry => {
    const [, term = '', sentence = ''] = /^\*\*(.+)\*\*: ([\s\S]*)$/.exec(entry.trim()) ?? []
    return { term, sentence: sentence.replace(/\s+/g, ' ') }
  })
const terms = entries.map(({ term }) => term.toLowerCase())

test('every term has one sentence', () => {
  expect(entries.length).toBeGreaterThan(50)
  expect(entries.filter(({ term, sentence }) => term === '' || !/^[A-Z`].+\.$/.test(sentence))).toEqual([])
  expect(entries.filter(({ sentence }) => /[.!?] [A-Z]/.test(sentence))).toEqual([])
})

test('in alphabetical order, each once', () => {
  expect(terms).toEqual([...new Set(terms)].toSorted((a, b) => (a < b ? -1 : 1)))
})

test('has the terms that the protocol defines', () => {
  const defined = table(section('docs/protocol.md', 'Words and constants'), 'word', 'meaning').map(([word]) =>
    bare(word),
  )
  expect(defined.length).toBeGreaterThan(5)
  expect(defined.filter(word => word !== 'now' && !terms.includes(word.toLowerCase()))).toEqual([])
})

test.each(['README.md', 'docs/design.md', 'docs/protocol.md'])('is linked from %s', page => {
  expect(read(page)).toMatch(/\]\((?:docs\/)?glossary\.md\)/)
})
