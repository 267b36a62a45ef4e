import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importPlaybooks } from '../../src/interop/import.ts'
import { eightfold, linear, timesAsMuch } from '../growth.ts'
import { isWhole } from '../laws/sample.ts'
import { read } from './playbooks.ts'

/** How much more it costs to bring a text of this size than one of an eighth. */
const growth = (name: string, textOf: (size: number) => string, size: number): Promise<number> =>
  eightfold(size => importPlaybooks([{ name, text: textOf(size) }]), size)

const size = 48_000
// no more than 5,000 lines are read at all
const fill = (unit: string, size: number): string =>
  unit.repeat(Math.floor(size / (unit.includes('\n') ? 20 * (unit.split('\n').length - 1) : unit.length)))

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
])('of a runbook of nothing but %j eight times as much does not cost the square', async unit => {
  expect(await growth('a.md', size => fill(unit, size), size)).toBeLessThan(linear)
  expect(await growth('a.md', size => `# T\n\n- ${fill(unit, size)}`, size)).toBeLessThan(linear)
})

test.each(['[', '{"a":', '"\\\\', '"', '{', ','])(
  'of JSON of nothing but %j eight times as much does not cost the square',
  async unit => {
    expect(await growth('a.json', size => fill(unit, size), size)).toBeLessThan(linear)
  },
)

test('nor of a deep one that is JSON, nor of one that is nothing but quotation marks', async () => {
  expect(await growth('a.json', size => '['.repeat(size) + ']'.repeat(size), 96_000)).toBeLessThan(linear)
  expect(await growth('a.json', size => JSON.stringify('\\"'.repeat(size)), 96_000)).toBeLessThan(linear)
})

test('nor of a description of very many lines', async () => {
  const workflow = { 'action--1': { type: 'action', name: 'Lock it' } }
  const file = {
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: 'p',
    name: 'n',
    workflow_start: 'action--1',
    workflow,
  }
  const described = (lines: number) => JSON.stringify({ ...file, description: 'a  \n'.repeat(lines) })
  expect(await growth('a.json', described, 96_000)).toBeLessThan(linear)
})

/** So many steps of a type, each of which leads to the next three. */
const knot = (type: string, count: number) => {
  const ids = Array.from({ length: count }, (_, i) => `${type}--${i}`)
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

test.each(['action', 'if-condition', 'parallel', 'while-condition'])(
  'of a knot of %s twice as many steps cost at most the cube, where its ways are too many to go',
  async type => {
    const [half, whole] = [knot(type, 240), knot(type, 480)]
    const times = await timesAsMuch(
      () => importPlaybooks([{ name: 'a.json', text: whole }]),
      () => importPlaybooks([{ name: 'a.json', text: half }]),
      12,
    )
    expect(times).toBeLessThan(12)
  },
)

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
      const [result] = importPlaybooks([{ name: 'a.md', text }])
      if (result && 'says' in result) expect(result.says.length * result.expected.length).toBeGreaterThan(0)
      else expect(read(`${result?.playbook.id}.md`, result?.text ?? '')).toEqual(result?.playbook)
    }),
    { numRuns: isWhole ? 500 : 150 },
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
      const [result] = importPlaybooks([{ name: 'a.json', text: JSON.stringify(content) }])
      if (result && 'says' in result) expect(result.says).not.toMatch(/comes after|not a valid playbook/)
      else expect(read(`${result?.playbook.id}.md`, result?.text ?? '')).toEqual(result?.playbook)
    }),
    { numRuns: isWhole ? 500 : 150 },
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
  const [result] = importPlaybooks([{ name: 'a.json', text: JSON.stringify(content) }])
  expect(result).toHaveProperty('playbook')
})
