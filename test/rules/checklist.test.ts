import { expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import { checklist } from '../../src/rules/checklist.ts'
import { incidentOf, isDone, type Name, who } from '../incident-of.ts'
import { action, child, marker, owed, user, words } from '../snapshot-of.ts'

const rule = checklist
const incident = incidentOf()
const without = ['eject']

test('of which every step has its sub-issue nothing is owed', () => expect(words(rule, incident)).toEqual([]))

test('a step without one gets it: owed by the declaration, found again by its marker', () => {
  expect(owed(rule, incident, { without })).toMatchObject([
    {
      do: 'open-step',
      cause: 1,
      under: { id: 'I_7', number: 7 },
      step: 'eject',
      title: '1. Title of eject',
      body: expect.stringContaining(marker('step', 'eject')),
      labels: ['incident-step'],
      assignees: [],
    },
  ])
})

const bank = { id: 'bank', title: 'Call the bank', phase: 'Contain' } as const

test('a step that came later is owed by the event that first asked for it, and by no other', () => {
  const added: readonly [Name, Decision] = ['bob', { is: 'step-added', step: bank }]
  const noted: readonly [Name, Decision] = ['bob', { is: 'timeline-noted', text: 'x', raw: 'x' }]
  const again: readonly [Name, Decision] = ['bob', { is: 'playbook-added', playbook: 'more', steps: [bank] }]
  const all = { without: ['eject', 'bank'] }
  expect(owed(rule, incidentOf(noted, added, noted, again), all)).toMatchObject([
    { step: 'eject', cause: 1 },
    { step: 'bank', cause: 3 },
  ])
})

test('in the order of the playbook', () => {
  expect(words(rule, incident, { without: ['clean', 'eject'] })).toEqual([
    'open step eject under #7',
    'open step clean under #7',
  ])
})

test('one that is closed, or was opened by the other deployment, is one', () => {
  expect(words(rule, incident, { steps: { eject: { state: 'closed' } } })).toEqual([])
  expect(words(rule, incident, { steps: { eject: { author: action } } })).toEqual([])
})

test('one that somebody made with our marker in it is none of ours', () => {
  const beside = [child(30, 'eject', { author: user('bob') }), child(31, 'eject', { author: null })]
  expect(words(rule, incident, { without, beside })).toEqual(['open step eject under #7'])
})

test('nor is one of another incident, which was moved here', () => {
  const beside = [child(30, 'eject', { body: marker('step', 'eject', 6) })]
  expect(words(rule, incident, { without, beside })).toEqual(['open step eject under #7'])
})

test('a label that the repository does not have is not named', () => {
  expect(owed(rule, incident, { without, labels: ['incident'] })).toMatchObject([{ labels: [] }])
  expect(owed(rule, incident, { without, labels: ['Incident-Step'] })).toMatchObject([{ labels: ['incident-step'] }])
})

test('it is opened for whom it belongs to, if it can be begun', () => {
  const role: readonly [Name, Decision] = ['dana', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }]
  const analyse = { without: ['analyse'] }
  expect(owed(rule, incidentOf(role), analyse)).toMatchObject([{ assignees: [] }])
  expect(owed(rule, incidentOf(role, isDone('eject')), analyse)).toMatchObject([{ assignees: [who('alice')] }])
})
