import { expect, test } from 'vitest'
import { commands, incidentOf, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('to whom commands already changes nothing', () => {
  expect(refusal(incidentOf(commands('dana')), 'dana', '/handoff @dana')).toContain('is already incident commander')
})

test('acting stays acting, unless the other is on the roster', () => {
  const acting = incidentOf(commands('bob'))
  expect(say(acting, 'bob', '/handoff @alice')).toMatchObject([{ who: who('alice'), acting: true, how: 'handed-off' }])
  expect(say(acting, 'bob', '/handoff @erin')).toMatchObject([{ who: who('erin'), acting: false }])
})

test('full stays full', () => {
  expect(say(incidentOf(commands('dana')), 'dana', '/handoff @Alice')).toMatchObject([
    { who: who('alice'), acting: false },
  ])
})

test('only by the commander, to somebody else with write access', () => {
  const incident = incidentOf(commands('dana'))
  expect(refusal(incident, 'bob', '/handoff @bob')).toContain('Incident commander: **dana**')
  expect(refusal(incident, 'dana', '/handoff @carol')).toContain('no write access')
  expect(refusal(incident, 'dana', '/handoff')).toContain('is missing')
})

test('nobody hands off command that nobody has', () => {
  expect(refusal(incidentOf(), 'dana', '/handoff @bob')).toContain('no incident commander yet')
})

test('the deputy does not hand off what is the commander’s', () => {
  const deputised = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'deputy', who: [who('bob')] }])
  expect(refusal(deputised, 'bob', '/handoff @bob')).toContain('Incident commander: **dana**')
})

test('the example of a refusal names somebody who could take it', () => {
  expect(refusal(incidentOf(commands('dana')), 'dana', '/handoff')).toContain('Example: `/handoff @erin`')
  const nobody = { ...incidentOf(commands('dana')), roster: { 'incident-commander': [who('dana')] } }
  expect(refusal(nobody, 'dana', '/handoff')).toContain('Example: `/handoff @alice`')
})
