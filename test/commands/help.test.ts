import { expect, test } from 'vitest'
import { commands, incidentOf } from '../incident-of.ts'
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
