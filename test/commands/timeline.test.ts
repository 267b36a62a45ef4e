import { expect, test } from 'vitest'
import { commands, incidentOf } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('with nothing to say is refused', () => {
  expect(refusal(incidentOf(), 'carol', '/timeline 9:02Z')).toContain('The text is missing')
  expect(refusal(incidentOf(), 'carol', '/timeline')).toContain('The text is missing')
})

test('keeps the words as they came, and the time in UTC', () => {
  expect(say(incidentOf(), 'carol', '/timeline 9:02Z  host `a` down')).toEqual([
    {
      is: 'timeline-noted',
      happened: '2026-03-01T09:02:00.000Z',
      text: 'host `a` down',
      raw: '9:02Z  host `a` down',
    },
  ])
})

test('without a time is now', () => {
  expect(say(incidentOf(), 'carol', '/timeline 1 host down')).toEqual([
    { is: 'timeline-noted', text: '1 host down', raw: '1 host down' },
  ])
})

test('is told on a closed incident too: what was found late has its place', () => {
  const closed = incidentOf(commands('dana'), ['dana', { is: 'closed' }])
  expect(say(closed, 'bob', '/timeline found one more key')).toMatchObject([{ is: 'timeline-noted' }])
})

test('a time that could be two is asked about, and nothing is noted', () => {
  expect(refusal(incidentOf(), 'carol', '/timeline 3/4 14:00 host down')).toContain('`3/4 14:00`')
})

test('not by somebody who cannot read here', () => {
  expect(refusal(incidentOf(), 'mallory', '/timeline nothing to see')).toContain(
    'Could not find out what access you have',
  )
})
