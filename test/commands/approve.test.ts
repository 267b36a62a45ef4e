import { expect, test } from 'vitest'
import { commands, incidentOf, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

const incident = incidentOf(commands('dana'))

test('what is on record is on record', () => {
  const heard = incidentOf(commands('dana'), ['gwen', { is: 'external-approved', because: 'law', as: 'counsel' }])
  expect(refusal(heard, 'gwen', '/approve external again')).toContain('already on record')
})

test('the commander waits for counsel or leadership', () => {
  expect(refusal(incident, 'dana', '/approve external it is due')).toContain('Ask **gwen** to comment')
})

test('counsel first, then the commander', () => {
  expect(say(incident, 'gwen', '/approve external the law wants it')).toEqual([
    { is: 'external-approved', because: 'the law wants it', as: 'counsel' },
  ])
  const heard = incidentOf(commands('dana'), ['gwen', { is: 'external-approved', because: 'law', as: 'counsel' }])
  expect(say(heard, 'dana', '/approve external text is checked')).toMatchObject([{ as: 'incident-commander' }])
})

test('one person is never both', () => {
  const both = incidentOf(['gwen', { is: 'commander-set', who: who('gwen'), acting: false, how: 'taken' }])
  expect(say(both, 'gwen', '/approve external law')).toMatchObject([{ as: 'counsel' }])
  const spoken = incidentOf(
    ['gwen', { is: 'commander-set', who: who('gwen'), acting: false, how: 'taken' }],
    ['gwen', { is: 'external-approved', because: 'law', as: 'counsel' }],
  )
  expect(refusal(spoken, 'gwen', '/approve external law')).toContain(
    'must be somebody other than the incident commander',
  )
})

test('of counsel and leadership each speaks for themselves, however many have spoken', () => {
  const heard = incidentOf(commands('dana'), ['gwen', { is: 'external-approved', because: 'law', as: 'counsel' }])
  const led = { ...heard, roster: { ...heard.roster, executive: [who('alice')] } }
  expect(say(led, 'alice', '/approve external customers ask')).toEqual([
    { is: 'external-approved', because: 'customers ask', as: 'executive' },
  ])
})

test('who approved as commander and is counsel later may say so too', () => {
  const later = incidentOf(
    commands('dana'),
    ['gwen', { is: 'external-approved', because: 'law', as: 'counsel' }],
    ['dana', { is: 'external-approved', because: 'the text is checked', as: 'incident-commander' }],
    commands('erin'),
    ['erin', { is: 'role-assigned', role: 'counsel', who: [who('dana')] }],
  )
  expect(say({ ...later, roster: {} }, 'dana', '/approve external the law wants it')).toMatchObject([{ as: 'counsel' }])
})

test('nobody else', () => expect(refusal(incident, 'bob', '/approve external me too')).toContain('have permission'))

test('an acting commander’s word opens nothing, counsel’s or not', () => {
  const heard = incidentOf(commands('bob'), ['gwen', { is: 'external-approved', because: 'law', as: 'counsel' }])
  expect(refusal(heard, 'bob', '/approve external it is due')).toContain('have permission')
})

test('what is approved must be said, with the reason', () => {
  expect(refusal(incident, 'gwen', '/approve')).toContain('The approval is missing')
  expect(refusal(incident, 'gwen', '/approve external')).toContain('The reason is missing')
})
