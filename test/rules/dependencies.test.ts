import { expect, test } from 'vitest'
import { dependencies } from '../../src/rules/dependencies.ts'
import { incidentOf, isDone } from '../incident-of.ts'
import { child, user, words } from '../snapshot-of.ts'

const rule = dependencies
const incident = incidentOf()
const none = { blockedBy: [] }

test('where every link stands nothing is linked', () => expect(words(rule, incident)).toEqual([]))

test('what a step comes after blocks it', () => {
  expect(words(rule, incident, { steps: { analyse: none, clean: none } })).toEqual([
    'mark #12 as blocked by #11',
    'mark #13 as blocked by #12',
  ])
})

test('a link that somebody added stays, and is no substitute for ours', () => {
  expect(words(rule, incident, { steps: { eject: { blockedBy: ['I_99'] } } })).toEqual([])
  expect(words(rule, incident, { steps: { analyse: { blockedBy: ['I_99'] } } })).toEqual(['mark #12 as blocked by #11'])
})

test('a link waits for both of its ends', () => {
  expect(words(rule, incident, { without: ['eject'], steps: { analyse: none } })).toEqual([])
  expect(words(rule, incident, { without: ['analyse'], steps: { clean: none } })).toEqual([])
})

test('a step that was finished before it was looked at is linked too, so that it does not matter when that was', () => {
  expect(words(rule, incidentOf(isDone('analyse')), { steps: { analyse: none } })).toEqual([
    'mark #12 as blocked by #11',
  ])
})

test('but one to a finished step is true all the same', () => {
  expect(words(rule, incidentOf(isDone('eject')), { steps: { analyse: none } })).toEqual(['mark #12 as blocked by #11'])
})

test('a forged step blocks nothing', () => {
  const beside = [child(30, 'eject', { author: user('bob') })]
  expect(words(rule, incident, { without: ['eject'], beside, steps: { analyse: none } })).toEqual([])
})

/** An incident with sixty more steps, and one more after or before all of them; their pages are #16 to #75, and #76. */
const many = Array.from({ length: 60 }, (_, n) => `do-${n}`)
const longWith = (afterAll: readonly string[], beforeAll: readonly string[]) => {
  const step = (id: string, after: readonly string[]) => ({
    id,
    title: id,
    phase: 'Contain' as const,
    after: [...after],
  })
  const steps = [...many.map(id => step(id, beforeAll)), step('one', afterAll)]
  return incidentOf(['bob', { is: 'playbook-added', playbook: 'long', steps }])
}
const unlinked = Object.fromEntries([...many, 'one'].map(id => [id, none]))
const others = (count: number) => Array.from({ length: count }, (_, n) => `I_${n + 900}`)

test('of more than fifty steps before one fifty are linked, which is all that GitHub takes; of one that is full none', () => {
  const long = longWith(many, [])
  const found = (blockedBy: readonly string[]) => words(rule, long, { steps: { ...unlinked, one: { blockedBy } } })
  expect(found([])).toHaveLength(50)
  expect(found([])).toContain('mark #76 as blocked by #16')
  expect(found(others(49))).toEqual(['mark #76 as blocked by #16'])
  expect(found(others(50))).toEqual([])
})

test('of more than fifty steps after one fifty are linked, counted with those that are linked already', () => {
  const long = longWith([], ['one'])
  expect(words(rule, long, { steps: unlinked })).toHaveLength(50)
  const linked = Object.fromEntries(many.slice(0, 50).map(id => [id, { blockedBy: ['I_76'] }]))
  expect(words(rule, long, { steps: { ...unlinked, ...linked } })).toEqual([])
  expect(words(rule, long, { steps: { ...unlinked, ...linked, 'do-0': none } })).toEqual(['mark #16 as blocked by #76'])
})
