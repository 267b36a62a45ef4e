import { describe, expect, test } from 'vitest'
import { builtIn } from '../../src/domain/playbook/built-in.ts'
import { bare, section, table } from './pages.ts'

// The table that says which step keeps which item of the documents that the playbooks were written from.

const page = 'docs/playbook-sources.md'
const kept = ['The guidelines for developers', 'The response process', 'The breach article']

type Row = { readonly numbers: readonly string[]; readonly text: string; readonly steps: readonly string[] }

const stepsIn = (playbook: string | undefined, steps: string | undefined): readonly string[] =>
  [...(steps ?? '').matchAll(/`([^`]+)`/g)].map(([, step = '']) => `${bare(playbook)}: ${step}`)

const rows: readonly Row[] = kept.flatMap(heading =>
  table(section(page, heading), 'document item', 'playbook', 'steps').map(([item = '', playbook, steps]) => {
    const [, numbers = '', text = ''] = /^((?:\d{3}\.\d+(?:, )?)+) (.+)$/.exec(item) ?? []
    return { numbers: numbers.split(', '), text, steps: stepsIn(playbook, steps) }
  }),
)

const beyond = table(section(page, 'Steps beyond the documents'), 'playbook', 'steps', 'why').map(
  ([playbook, steps, why = '']) => ({ steps: stepsIn(playbook, steps), why }),
)

/** Every step in the file where it stands. */
const there = builtIn().flatMap(({ playbook }) => playbook.steps.map(({ id }) => `${playbook.id}: ${id}`))

/** How many things each document asks for, counted when it was read line by line. */
const items: Readonly<Record<string, number>> = { '000': 42, '002': 73, '003': 86, '004': 39 }

describe('the table from the documents to the steps', () => {
  test.each(Object.entries(items))('has every item of %s', (document, count) => {
    const numbers = rows.flatMap(row => row.numbers).filter(number => number.startsWith(`${document}.`))
    const expected = Array.from({ length: count }, (_, i) => `${document}.${i + 1}`)
    expect([...new Set(numbers)].toSorted(byNumber)).toEqual(expected)
  })

  test('says of each item what it is, and the same wherever it stands', () => {
    expect(rows.length).toBeGreaterThan(100)
    expect(rows.filter(({ text }) => text.length < 5)).toEqual([])
    const texts = new Map(rows.flatMap(({ numbers, text }) => numbers.map(number => [number, text])))
    expect(rows.filter(({ numbers, text }) => numbers.some(number => texts.get(number) !== text))).toEqual([])
  })

  test('names steps that are there, at least one in each row', () => {
    expect(rows.filter(({ steps }) => steps.length === 0)).toEqual([])
    const named = [...rows, ...beyond].flatMap(({ steps }) => steps)
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter(step => !there.includes(step))).toEqual([])
  })

  test('leaves no step out, but for those that have a reason of their own', () => {
    const asked = new Set(rows.flatMap(({ steps }) => steps))
    const ours = beyond.flatMap(({ steps }) => steps)
    expect(ours.length).toBeGreaterThan(0)
    expect(there.filter(step => !asked.has(step) && !ours.includes(step))).toEqual([])
    expect(ours.filter(step => asked.has(step))).toEqual([])
    expect(beyond.filter(({ why }) => why.length < 20)).toEqual([])
  })
})

const byNumber = (a: string, b: string): number => Number(a.split('.')[1]) - Number(b.split('.')[1])
