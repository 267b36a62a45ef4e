import { expect, test } from 'vitest'
import { beats } from '../scenario.ts'
import { chosen, draw, isWhole, tryAt } from './sample.ts'

const twenty = Array.from({ length: 20 }, (_, index) => index)

test('each of the eight chosen moments is in the scenario once', () => {
  expect(chosen).toHaveLength(8)
  expect(chosen.map(why => beats.filter(moment => moment.why === why).length)).toEqual(chosen.map(() => 1))
})

test('a chosen moment is tried whole, and of every other at least one point', () => {
  const tried = beats.map((_, moment) => tryAt('a law', moment, twenty).length)
  const whole = beats.map(({ why }) => isWhole || chosen.includes(why))
  expect(tried).toEqual(whole.map(is => (is ? 20 : 3)))
  expect(beats.map((_, moment) => tryAt('a law', moment, ['the only one']).length)).toEqual(beats.map(() => 1))
  expect(tryAt('a law', 1, [])).toEqual([])
})

test('the same seed draws the same, each law and moment something else, in their order', () => {
  expect(draw('a law', twenty, 5)).toEqual(draw('a law', twenty, 5))
  expect(draw('a law', twenty, 5)).toEqual(draw('a law', twenty, 5).toSorted((a, b) => a - b))
  const laws = Array.from({ length: 10 }, (_, law) => draw(`law ${law}`, twenty, 5).join())
  expect(new Set(laws).size > 5).toBe(!isWhole)
})
