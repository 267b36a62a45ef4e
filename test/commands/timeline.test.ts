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

test('a day behind the clock is the day that is recorded, and nothing of it stays in the text', () => {
  expect(say(incidentOf(), 'carol', '/timeline 04:11 UTC on Feb 24 host down')).toEqual([
    {
      is: 'timeline-noted',
      happened: '2026-02-24T04:11:00.000Z',
      text: 'host down',
      raw: '04:11 UTC on Feb 24 host down',
    },
  ])
})

test('a time in the zone of the team is told in UTC, and so is a day that was worked out', () => {
  expect(say(incidentOf(), 'carol', '/timeline 9:02 host down')).toMatchObject([
    { is: 'timeline-noted', happened: '2026-03-01T08:02:00.000Z', text: 'host down' },
    {
      is: 'answered',
      command: '/timeline 9:02 host down',
      says: expect.stringContaining('Noted for 2026-03-01 08:02 UTC: `9:02` was read as a time in `Europe/Berlin`.'),
    },
  ])
  expect(say(incidentOf(), 'carol', '/timeline Wed 09:02Z host down')).toMatchObject([
    { happened: '2026-02-25T09:02:00.000Z' },
    { is: 'answered', says: expect.stringContaining('Noted for 2026-02-25 09:02 UTC') },
  ])
})

test('what looks like a time and is none that can be read is never noted as now', () => {
  for (const line of ['20202-01-16 12:00 | x', 'Feb 27 x', '25:00 x', '9:02 IST x', 'last night x', 'Alert 9:02Z x'])
    expect(refusal(incidentOf(), 'carol', `/timeline ${line}`)).toContain('Could not read the time')
})
