import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { exceeded, type Figures, measure, sizes, stepCounts } from '../../bench/figures.ts'
import { openingBudget } from '../../bench/opening.ts'
import { partOf, requestTables } from '../../bench/page.ts'

// Law 5: what a command costs follows what is new, not what there is. Law 7: nothing is sent that changes nothing.

const page = readFileSync('docs/performance.md', 'utf8')

let figures: Figures
beforeAll(async () => {
  figures = await measure()
}, 1_800_000)

describe('an opening', () => {
  test('is within its budget, with everything that it is to make', () => {
    const [opening] = figures.openings
    expect(opening?.runs).toEqual([6])
    expect(opening?.made).toEqual({ steps: 14, assigned: 6, dependencies: 8 })
  })

  test('of a hundred steps waits until GitHub lets it go on, in one run, and opens none twice', () => {
    const [, opening] = figures.openings
    expect([opening?.runs.length, opening?.waits]).toEqual([1, 1])
    expect(opening?.made).toEqual({ steps: 100, assigned: 90, dependencies: 10 })
  })

  test('never asks for more than ten things at once', () => {
    const sent = figures.openings.flatMap(opening => opening.sent)
    expect(Math.max(...sent.map(({ fields }) => fields.length))).toBe(10)
  })
})

describe('on an open incident', () => {
  test('nothing is over its budget', () => expect(exceeded(figures, openingBudget)).toEqual([]))

  test('a action costs the same however much was said before', () => {
    for (const steps of stepCounts) {
      const at = (comments: number) =>
        figures.figures
          .filter(one => one.steps === steps && one.comments === comments)
          .map(({ name, requests, points }) => ({ name, requests, points }))
      for (const size of sizes) expect(at(size), `${steps} steps, ${size} comments`).toEqual(at(sizes[0]))
    }
  })

  test('what is unrelated costs nothing, but for a look at a command on an issue without its label', () => {
    const free = figures.figures.filter(({ budget }) => budget === 0)
    expect(free.length).toBe(3 * sizes.length * stepCounts.length)
    expect(free.filter(({ requests }) => requests > 0)).toEqual([])
  })
})

describe('talk', () => {
  test('of fewer than a hundred new comments costs a command nothing, wherever they are', () => {
    expect(figures.chat.filter(({ name }) => name.startsWith('95')).map(({ command }) => command)).toEqual([4, 4])
  })

  test('of more is paged over once: then a look is one request again', () => {
    expect(figures.chat.map(({ looks }) => looks.at(-1))).toEqual(figures.chat.map(() => 1))
  })
})

test('docs/performance.md shows what is measured; `npm run bench -- --write` brings it up to date', () => {
  expect(partOf(page, 'requests')).toBe(requestTables(figures).trimEnd())
})
