import { expect, test } from 'vitest'
import { commands, incidentOf, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('to whom commands already changes nothing', () => {
  expect(refusal(incidentOf(commands('alice')), 'alice', '/handoff @alice')).toContain('is already incident commander')
})

test('acting stays acting, unless the other is on the roster', () => {
  const acting = incidentOf(commands('bob'))
  expect(say(acting, 'bob', '/handoff @dave')).toMatchObject([{ who: who('dave'), acting: true, how: 'handed-off' }])
  expect(say(acting, 'bob', '/handoff @carol')).toMatchObject([{ who: who('carol'), acting: false }])
})

test('full stays full', () => {
  expect(say(incidentOf(commands('alice')), 'alice', '/handoff @Dave')).toMatchObject([
    { who: who('dave'), acting: false },
  ])
})

test('only by the commander, to somebody else with write access', () => {
  const incident = incidentOf(commands('alice'))
  expect(refusal(incident, 'bob', '/handoff @bob')).toContain('Incident commander: **alice**')
  expect(refusal(incident, 'alice', '/handoff @erin')).toContain('no write access')
  expect(refusal(incident, 'alice', '/handoff')).toContain('is missing')
})

test('a vacant command is nobody’s to hand off', () => {
  expect(refusal(incidentOf(), 'alice', '/handoff @bob')).toContain('no incident commander yet')
})

test('the deputy does not hand off what is the commander’s', () => {
  const deputised = incidentOf(commands('alice'), ['alice', { is: 'role-assigned', role: 'deputy', who: [who('bob')] }])
  expect(refusal(deputised, 'bob', '/handoff @bob')).toContain('Incident commander: **alice**')
})
