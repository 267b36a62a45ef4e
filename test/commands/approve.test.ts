import { expect, test } from 'vitest'
import { commands, incidentOf, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

const incident = incidentOf(commands('alice'))

test('what is on record is on record', () => {
  const heard = incidentOf(commands('alice'), ['grace', { is: 'external-approved', because: 'law', as: 'counsel' }])
  expect(refusal(heard, 'grace', '/approve external again')).toContain('already on record')
})

test('the commander waits for counsel or leadership', () => {
  expect(refusal(incident, 'alice', '/approve external it is due')).toContain('Ask **grace** to comment')
})

test('counsel first, then the commander', () => {
  expect(say(incident, 'grace', '/approve external the law wants it')).toEqual([
    { is: 'external-approved', because: 'the law wants it', as: 'counsel' },
  ])
  const heard = incidentOf(commands('alice'), ['grace', { is: 'external-approved', because: 'law', as: 'counsel' }])
  expect(say(heard, 'alice', '/approve external text is checked')).toMatchObject([{ as: 'incident-commander' }])
})

test('one person is never both', () => {
  const both = incidentOf(['grace', { is: 'commander-set', who: who('grace'), acting: false, how: 'taken' }])
  expect(say(both, 'grace', '/approve external law')).toMatchObject([{ as: 'counsel' }])
  const spoken = incidentOf(
    ['grace', { is: 'commander-set', who: who('grace'), acting: false, how: 'taken' }],
    ['grace', { is: 'external-approved', because: 'law', as: 'counsel' }],
  )
  expect(refusal(spoken, 'grace', '/approve external law')).toContain(
    'must be somebody other than the incident commander',
  )
})

test('nobody else', () => expect(refusal(incident, 'bob', '/approve external me too')).toContain('have permission'))

test('an acting commander’s word opens nothing, counsel’s or not', () => {
  const heard = incidentOf(commands('bob'), ['grace', { is: 'external-approved', because: 'law', as: 'counsel' }])
  expect(refusal(heard, 'bob', '/approve external it is due')).toContain('have permission')
})

test('what is approved must be said, with the reason', () => {
  expect(refusal(incident, 'grace', '/approve')).toContain('`external` is missing')
  expect(refusal(incident, 'grace', '/approve external')).toContain('The reason is missing')
})
