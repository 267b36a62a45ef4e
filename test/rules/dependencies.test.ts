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

test('of more than fifty steps before one fifty are linked, which is all that GitHub takes; of one that is full none', () => {
  const many = Array.from({ length: 60 }, (_, n) => `do-${n}`)
  const steps = [
    ...many.map(id => ({ id, title: id, phase: 'Contain' as const })),
    { id: 'last', title: 'last', phase: 'Contain' as const, after: many },
  ]
  const long = incidentOf(['bob', { is: 'playbook-added', playbook: 'long', steps }])
  const found = words(rule, long, { steps: { last: none } })
  expect(found.filter(line => line.startsWith('mark '))).toHaveLength(50)
  const linked = Array.from({ length: 50 }, (_, n) => `I_${n + 900}`)
  expect(words(rule, long, { steps: { last: { blockedBy: linked } } })).toEqual([])
})
