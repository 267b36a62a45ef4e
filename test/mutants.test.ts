import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guards } from '../mutants/guards.ts'

test.each(guards)('the guard "$name" stands where `npm run mutants` would take it away', ({ patches }) => {
  for (const { file, from, to } of patches) {
    expect(readFileSync(file, 'utf8').split(from), `${file}: ${from}`).toHaveLength(2)
    expect(to).not.toBe(from)
  }
})

test.each(guards)('and the tests that should notice the loss of "$name" are there', ({ tests }) => {
  expect(tests.filter(path => !existsSync(path))).toEqual([])
})
