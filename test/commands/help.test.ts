import { expect, test } from 'vitest'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { commands, incidentOf, reviewOf } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('asks nothing of the incident: nothing changes', () => {
  expect(say(incidentOf(), 'carol', '/help').map(event => event.is)).toEqual(['answered'])
})

test('lists every command and fits into an event', () => {
  const [answer] = say(incidentOf(), 'carol', '/help')
  expect(String(answer?.says)).toContain('- `/rule-out insider <reason>`')
  expect(String(answer?.says)).not.toContain('(cut)')
})

test('explains one', () => {
  expect(say(incidentOf(), 'carol', '/help /severity')).toMatchObject([{ is: 'answered' }])
  expect(refusal(incidentOf(), 'carol', '/help sevrity')).toContain('`/help severity`')
})

test('on an incident that is closed too', () => {
  const closed = incidentOf(commands('dana'), ['dana', { is: 'closed' }])
  expect(say(closed, 'bob', '/help cancel')).toMatchObject([{ is: 'answered' }])
})

test('not for somebody who cannot read here', () => {
  expect(refusal(incidentOf(), 'mallory', '/help')).toContain('Could not find out what access you have')
})

test('of a review of readiness lists what works there', () => {
  const says = (incident: Incident) => String(say(incident, 'bob', '/help')[0]?.says)
  expect(says(reviewOf())).toContain('`/done ')
  expect(says(reviewOf())).not.toContain('`/severity ')
  expect(says(incidentOf())).toContain('`/done ')
  expect(says(incidentOf())).toContain('`/severity ')
})

test('explains exactly the one', () => {
  expect(String(say(incidentOf(), 'bob', '/help Severity')[0]?.says)).toContain('Set the severity.')
  expect(String(say(incidentOf(), 'bob', '/help done')[0]?.says)).toContain('Mark a step as done.')
})
