import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearest, oneLetterFrom } from '../../../src/commands/parse/names.ts'

describe('what somebody most likely meant', () => {
  const steps = ['eject', 'find-cause', 'cut-vector', 'isolate', 'image:web-1', 'tell-company', 'tell-customers']

  test.each([
    ['ejct', 'eject'],
    ['fnd-cause', 'find-cause'],
    ['find_cause', 'find-cause'],
    ['findcause', 'find-cause'],
    ['find', 'find-cause'],
    ['cause', 'find-cause'],
    ['vector', 'cut-vector'],
    ['isolated', 'isolate'],
    ['imagge:web-1', 'image:web-1'],
  ])('%s', (word, name) => expect(nearest(word, steps)).toBe(name))

  test.each(['', 'tell', 'the', 'database', 'x'.repeat(100)])('nothing is like %j', word =>
    expect(nearest(word, steps)).toBeNull(),
  )
})

describe('one letter', () => {
  const names = ['done', 'severity', 'rule-out']

  test.each([
    ['put in', 'doone', 'done'],
    ['taken out', 'one', 'done'],
    ['changed', 'severiti', 'severity'],
    ['swapped with its neighbour', 'rule-otu', 'rule-out'],
    ['swapped at the beginning', 'odne', 'done'],
    ['at the end', 'dones', 'done'],
  ])('%s', (_, word, name) => expect(oneLetterFrom(word, names)).toBe(name))

  test.each(['done', 'home', 'dnoes', 'enod', '', 'd', 'do'])('not in %j', word =>
    expect(oneLetterFrom(word, names)).toBeNull(),
  )

  test('every name with one letter taken out, put in or changed is found, and none with two put in', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat({ max: 3 }), letter, (name, at, other) => {
        expect(oneLetterFrom(name.slice(0, at) + name.slice(at + 1), names)).toBe(name)
        expect(oneLetterFrom(name.slice(0, at) + other + name.slice(at), names)).toBe(name)
        if (other !== name[at]) expect(oneLetterFrom(name.slice(0, at) + other + name.slice(at + 1), names)).toBe(name)
        expect(oneLetterFrom(`${name.slice(0, at)}zq${name.slice(at)}`, names)).toBeNull()
      }),
    )
  })
})
