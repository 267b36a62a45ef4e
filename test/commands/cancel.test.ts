import { expect, test } from 'vitest'
import { commands, incidentOf } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('what is cancelled is over', () => {
  const over = incidentOf(commands('dana'), ['dana', { is: 'cancelled', because: 'a test' }])
  expect(refusal(over, 'dana', '/cancel again')).toContain('can reopen it')
})

test('needs a reason and a full commander', () => {
  expect(say(incidentOf(commands('dana')), 'dana', '/cancel our own monitoring')).toEqual([
    { is: 'cancelled', because: 'our own monitoring' },
  ])
  expect(refusal(incidentOf(commands('dana')), 'dana', '/cancel')).toContain('The reason is missing')
  expect(refusal(incidentOf(commands('bob')), 'bob', '/cancel it was me')).toContain('not an acting one')
})

test('is allowed to nobody while there is no incident commander, not even to the roster', () => {
  expect(refusal(incidentOf(), 'dana', '/cancel it was me')).toContain('no incident commander yet')
})

test('a reason of spaces is none', () => {
  expect(refusal(incidentOf(commands('dana')), 'dana', '/cancel \t ')).toContain('The reason is missing')
})
