import { expect, test } from 'vitest'
import { commands, incidentOf, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('what is confirmed is confirmed', () => {
  expect(refusal(incidentOf(['dana', { is: 'confirmed' }]), 'dana', '/confirm')).toContain('already confirmed')
})

test('by the commander, acting or not, and by the deputy', () => {
  expect(say(incidentOf(commands('dana')), 'dana', '/confirm')).toEqual([{ is: 'confirmed' }])
  expect(say(incidentOf(commands('bob')), 'bob', '/confirm')).toEqual([{ is: 'confirmed' }])
  const deputised = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'deputy', who: [who('alice')] }])
  expect(say(deputised, 'alice', '/confirm')).toEqual([{ is: 'confirmed' }])
})

test('by the roster, in command or not', () => {
  expect(say(incidentOf(), 'dana', '/confirm')).toEqual([{ is: 'confirmed' }])
  expect(say(incidentOf(commands('bob')), 'erin', '/confirm')).toEqual([{ is: 'confirmed' }])
})

test('by nobody else, vacant or not', () => {
  expect(refusal(incidentOf(), 'bob', '/confirm')).toContain('no incident commander yet')
  expect(refusal(incidentOf(commands('dana')), 'bob', '/confirm')).toContain('Incident commander: **dana**')
})

test('takes no words: what is sure needs none', () => {
  expect(refusal(incidentOf(), 'dana', '/confirm it is real')).toContain('Unexpected text `it is real`')
})
