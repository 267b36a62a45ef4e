import { expect, test } from 'vitest'
import { commands, incidentOf, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('what is confirmed is confirmed', () => {
  expect(refusal(incidentOf(['alice', { is: 'confirmed' }]), 'alice', '/confirm')).toContain('already confirmed')
})

test('by the commander, acting or not, and by the deputy', () => {
  expect(say(incidentOf(commands('alice')), 'alice', '/confirm')).toEqual([{ is: 'confirmed' }])
  expect(say(incidentOf(commands('bob')), 'bob', '/confirm')).toEqual([{ is: 'confirmed' }])
  const deputised = incidentOf(commands('alice'), [
    'alice',
    { is: 'role-assigned', role: 'deputy', who: [who('dave')] },
  ])
  expect(say(deputised, 'dave', '/confirm')).toEqual([{ is: 'confirmed' }])
})

test('by the roster, in command or not', () => {
  expect(say(incidentOf(), 'alice', '/confirm')).toEqual([{ is: 'confirmed' }])
  expect(say(incidentOf(commands('bob')), 'carol', '/confirm')).toEqual([{ is: 'confirmed' }])
})

test('by nobody else, vacant or not', () => {
  expect(refusal(incidentOf(), 'bob', '/confirm')).toContain('no incident commander yet')
  expect(refusal(incidentOf(commands('alice')), 'bob', '/confirm')).toContain('Incident commander: **alice**')
})

test('takes no words: what is sure needs none', () => {
  expect(refusal(incidentOf(), 'alice', '/confirm it is real')).toContain('Unexpected text `it is real`')
})
