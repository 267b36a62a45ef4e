import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bring } from '../../src/interop/import.ts'
import { read } from './playbooks.ts'

const took = (name: string, text: string): number => {
  const begun = performance.now()
  bring([{ name, text }])
  return performance.now() - begun
}

const size = 100_000
// as many lines as are read at all
const fill = (unit: string): string =>
  unit.repeat(Math.floor(unit.includes('\n') ? 4_900 / (unit.split('\n').length - 1) : size / unit.length))

test.each([
  '[',
  '![',
  '*a ',
  '**',
  '_a',
  '`',
  '<',
  '|',
  '|-',
  '- a\n',
  '- **a** b\n',
  '# a\n',
  '> ',
  '\t',
  '**a**\n\n',
  '\\',
  '](',
  '- [a](',
  '1. a:\n',
  '\n|a|\n|-|\n|b|\n',
  '&amp;',
  'a  \n',
])('a runbook of nothing but %j takes no time', unit => {
  expect(took('a.md', fill(unit))).toBeLessThan(8_000)
  expect(
    took(
      'a.md',
      `# T

- ${fill(unit)}`,
    ),
  ).toBeLessThan(8_000)
})

test.each(['[', '{"a":', '"\\\\', '"', '{', ','])('JSON of nothing but %j takes no time', unit => {
  expect(took('a.json', fill(unit))).toBeLessThan(2_000)
})

test('a deep one that is JSON takes no time', () => {
  expect(took('a.json', '['.repeat(size) + ']'.repeat(size))).toBeLessThan(2_000)
  expect(took('a.json', JSON.stringify('\\"'.repeat(size)))).toBeLessThan(2_000)
})

test('a description of very many lines takes no time', () => {
  const workflow = { 'action--1': { type: 'action', name: 'Lock it' } }
  const file = {
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: 'p',
    name: 'n',
    workflow_start: 'action--1',
    workflow,
  }
  expect(took('a.json', JSON.stringify({ ...file, description: 'a  \n'.repeat(size) }))).toBeLessThan(2_000)
})

const knot = (type: string) => {
  const ids = Array.from({ length: 490 }, (_, i) => `${type}--${i}`)
  const next = (i: number) => [1, 2, 3].map(n => ids[i + n]).filter(id => id !== undefined)
  const step = (i: number) => {
    const [a, b, c] = next(i)
    return {
      type,
      condition: `c${i}`,
      on_true: a,
      on_false: b,
      on_success: c,
      on_failure: b,
      next_steps: next(i),
      commands: [],
    }
  }
  const workflow = Object.fromEntries(ids.map((id, i) => [id, step(i)]))
  return JSON.stringify({
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: 'p',
    name: 'n',
    workflow_start: ids[0],
    workflow,
  })
}

test.each(['action', 'if-condition', 'parallel', 'while-condition'])('a knot of %s takes seconds at most', type => {
  expect(took('a.json', knot(type))).toBeLessThan(8_000)
})

const fragment = fc.constantFrom(
  '# T\n',
  '## Containment\n',
  '---\n',
  '- item\n',
  '- [ ] box\n',
  '  nested\n',
  '```\n',
  '<!--\n',
  '| Action | b |\n|---|---|\n| c | d |\n',
  '**Recovery**\n',
  '> quote\n',
  '    code\n',
  '- `id` x\n',
  '\n',
  'words (required, gate)\n',
  '[a]: b\n',
  '1) one\n',
  'Setext\n===\n',
  '\u2028\u0007\ufeff\n',
)

test('whatever comes in as Markdown is a playbook that can be read, or is refused with words', () => {
  const any = fc.oneof(
    fc.array(fragment, { maxLength: 25 }).map(parts => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(any, text => {
      const [result] = bring([{ name: 'a.md', text }])
      if (result && 'says' in result) expect(result.says.length * result.expected.length).toBeGreaterThan(0)
      else expect(read(`${result?.playbook.id}.md`, result?.text ?? '')).toEqual(result?.playbook)
    }),
    { numRuns: 500 },
  )
})

test('whatever JSON comes is refused with words, or is a playbook that can be read', () => {
  const ids = ['start--1', 'action--1', 'action--2', 'if-condition--1', 'while-condition--1', 'parallel--1', 'end--1']
  const id = fc.constantFrom(...ids)
  const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const workflow = fc.tuple(
    ...ids.map(key =>
      fc
        .record({
          name: some(fc.string()),
          description: some(fc.string({ unit: 'binary' })),
          on_completion: some(id),
          on_failure: some(id),
          on_true: some(id),
          next_steps: some(fc.array(id)),
        })
        .map(step => [key, { ...step, type: key.split('--')[0] }] as const),
    ),
  )
  const file = fc.record({
    name: fc.string({ unit: 'binary' }),
    workflow: workflow.map(Object.fromEntries),
    more: fc.jsonValue(),
  })
  fc.assert(
    fc.property(file, ({ name, workflow, more }) => {
      const content = {
        type: 'playbook',
        spec_version: 'cacao-2.0',
        id: 'p',
        name,
        workflow_start: 'start--1',
        workflow,
        more,
      }
      const [result] = bring([{ name: 'a.json', text: JSON.stringify(content) }])
      if (result && 'says' in result) expect(result.says).not.toMatch(/waits for|cannot be read/)
      else expect(read(`${result?.playbook.id}.md`, result?.text ?? '')).toEqual(result?.playbook)
    }),
    { numRuns: 500 },
  )
})

test('a branch that leads past what follows its own step makes no ring', () => {
  const workflow = {
    'start--1': { type: 'start' },
    'action--1': { type: 'action' },
    'action--2': { type: 'action' },
    'if-condition--1': { type: 'if-condition', on_completion: 'action--2' },
    'while-condition--1': { type: 'while-condition', on_completion: 'if-condition--1', on_true: 'parallel--1' },
    'parallel--1': { type: 'parallel', on_completion: 'action--1', next_steps: ['if-condition--1'] },
    'end--1': { type: 'end' },
  }
  const content = {
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: 'p',
    name: 'x',
    workflow_start: 'start--1',
    workflow,
  }
  const [result] = bring([{ name: 'a.json', text: JSON.stringify(content) }])
  expect(result).toHaveProperty('playbook')
})
