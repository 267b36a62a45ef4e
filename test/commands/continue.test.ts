import { expect, test } from 'vitest'
import { commands, incidentOf } from '../incident-of.ts'
import { refusal, say } from './say.ts'

const away = { known: { isAway: true } }

test('whoever commands, or is on the roster to, asks for a new issue', () => {
  for (const who of ['dana', 'erin'] as const)
    expect(say(incidentOf(commands('dana')), who, '/continue here', away)).toEqual([{ is: 'continuation-asked' }])
})

test('nobody else does, an acting commander neither', () => {
  expect(refusal(incidentOf(commands('dana')), 'alice', '/continue here', away)).toContain('have permission')
  expect(refusal(incidentOf(commands('bob')), 'bob', '/continue here', away)).toContain('have permission')
})

test('where the issue is in its place, there is nothing to continue', () => {
  expect(refusal(incidentOf(commands('dana')), 'dana', '/continue here')).toContain('is in this repository')
})

test('once is enough, and it goes nowhere else', () => {
  const asked = incidentOf(commands('dana'), ['dana', { is: 'continuation-asked' }])
  expect(refusal(asked, 'dana', '/continue here', away)).toContain('being opened already')
  expect(refusal(incidentOf(commands('dana')), 'dana', '/continue acme/website', away)).toContain(
    'Unknown place `acme/website`',
  )
})
