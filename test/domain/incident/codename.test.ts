import { expect, test } from 'vitest'
import { codename } from '../../../src/domain/incident/codename.ts'

const of = (repository: string, count: number) => Array.from({ length: count }, (_, i) => codename(repository, i + 1))

test('the same incident has always the same two words', () => {
  expect(codename('R_kgDOabc', 7)).toBe(codename('R_kgDOabc', 7))
  expect(codename('R_kgDOabc', 7)).toMatch(/^[a-z]+-[a-z]+$/)
})

test('5,000 numbers of a repository have 5,000 names', () => {
  expect(new Set(of('R_kgDOabc', 5_000)).size).toBe(5_000)
})

test('neighbours share no word', () => {
  const names = of('R_kgDOabc', 1_000).map(name => name.split('-'))
  expect(names).toHaveLength(1_000)
  names.slice(1).forEach((name, i) => {
    expect(name[0]).not.toBe(names[i]?.[0])
    expect(name[1]).not.toBe(names[i]?.[1])
  })
})

test('repositories differ from the first incident on', () => {
  const firsts = Array.from({ length: 1_000 }, (_, i) => codename(`R_kgDO${i}`, 1))
  expect(new Set(firsts).size).toBeGreaterThan(900)
})

test('every word is used, and none tells', () => {
  const words = new Set(of('R_kgDOabc', 8_160).flatMap(name => name.split('-')))
  expect(words.size).toBe(85 + 96)
  const telling =
    /attack|alarm|alert|breach|bug|crypt|fire|hack|key|leak|lock|phish|red|secret|shield|spy|trojan|virus|worm/
  expect([...words].filter(word => telling.test(word) && !/donkey|feather/.test(word))).toEqual([])
})

test('the number may be as large as GitHub likes', () => {
  expect(codename('R_kgDOabc', 2 ** 31)).toMatch(/^[a-z]+-[a-z]+$/)
})
