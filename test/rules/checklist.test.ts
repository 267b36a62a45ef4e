import { expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import { reduceEvents } from '../../src/domain/incident/reduce.ts'
import { withIndex } from '../../src/domain/view/index-snapshot.ts'
import { checklist } from '../../src/rules/checklist.ts'
import { declared, incidentOf, isDone, type Name, playbook, recordAs, who } from '../incident-of.ts'
import { action, child, marker, owed, snapshotOf, user, words } from '../snapshot-of.ts'

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

test('whose page was taken away again and again is left, once it was asked about', () => {
  const asked = [
    'bob',
    { is: 'manual-change-questioned', manualChange: 'unlinked', step: 'eject', says: 'Leave it?' },
  ] as const
  expect(words(rule, incidentOf(asked), { without: ['eject', 'clean'] })).toEqual(['open step clean under #7'])
})

test('where nobody can tell whose page it was all are left, but not one that came later', () => {
  const asked = recordAs('bob')({ is: 'manual-change-questioned', manualChange: 'edited', says: 'Leave it?' })
  const added = recordAs('bob', '2026-03-01T11:00:00Z')({ is: 'step-added', step: bank })
  const later = reduceEvents([declared, asked, added], [playbook])
  expect(later && words(rule, later, { without: ['eject', 'bank'] })).toEqual(['open step added by hand under #7'])
})

test('of eleven who have it ten are assigned, which is all that GitHub shows', () => {
  const many = Array.from({ length: 11 }, (_, n) => ({ id: 100 + n, login: `helper-${n}` }))
  const members = many.map(one => ({ ...one, node: `U_${one.id}`, role: 'write', assignable: true }) as const)
  const given = incidentOf(['dana', { is: 'step-assigned', step: 'eject', who: many }])
  const [operation] = rule(given, withIndex({ ...snapshotOf(given, { without }), members }))
  expect(operation?.do === 'open-step' && operation.assignees).toEqual(many.slice(0, 10))
})
