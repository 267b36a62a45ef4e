import { expect, test } from 'vitest'
import { mutated, mutationsOf, testsFor } from '../mutants/boundaries.ts'

const text = `// a < b stays
const most = 20
const a = (n: number): string => {
  if (n < most && n !== 3) return 'n < 3'
  return /n < 3/.test('x') ? 'y' : 'z'
}
`

test('boundaries are moved one at a time; comments, texts and patterns are left alone', () => {
  expect(mutationsOf(text).map(({ line, from, to }) => `${line}: ${from.trim()} to ${to.trim()}`)).toEqual([
    '2: 20 to 21',
    '4: if ( to if (1 > 2 &&',
    '4: < to <=',
    '4: && to ||',
    '4: !== to ===',
    '4: 3 to 4',
  ])
})

test('all but one place stays as it is', () => {
  const changed = mutationsOf(text).map(mutation => mutated(text, mutation))
  expect(changed[2]).toBe(text.replace('(n < most', '(n <= most'))
  expect(new Set(changed).size).toBe(6)
})

test('the tests of a file are its own, else those of its room', () => {
  const exists = (path: string): boolean => ['test/commands/assign.test.ts', 'test/manual-changes'].includes(path)
  expect(testsFor('src/commands/assign.ts', exists)).toEqual(['test/commands/assign.test.ts'])
  expect(testsFor('src/manual-changes/joined.ts', exists)).toEqual(['test/manual-changes'])
  expect(testsFor('src/rules/post-mortem/branch.ts', exists)).toEqual(['test/rules'])
})
