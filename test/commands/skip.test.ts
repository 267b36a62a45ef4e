import { expect, test } from 'vitest'
import { commands, incidentOf, isDone, who } from '../incident-of.ts'
import { on, refusal, say } from './say.ts'

test('what is finished is not skipped', () => {
  const incident = incidentOf(commands('dana'), isDone('eject', 'alice'))
  expect(refusal(incident, 'dana', '/skip eject it is off')).toContain('already done, by **alice**')
})

test('needs a full commander and a reason, and may skip a blocked gate', () => {
  const incident = incidentOf(commands('dana'))
  expect(say(incident, 'dana', '/skip tell-company nobody else is affected')).toEqual([
    { is: 'step-skipped', step: 'tell-company', because: 'nobody else is affected' },
  ])
  expect(say(incident, 'dana', '/skip it is already off', on('eject'))).toMatchObject([{ step: 'eject' }])
  expect(refusal(incident, 'dana', '/skip eject')).toContain('The reason is missing')
  expect(refusal(incident, 'bob', '/skip eject boring')).toContain('Incident commander: **dana**')
  expect(refusal(incidentOf(commands('bob')), 'bob', '/skip eject boring')).toContain('acting')
})

test('the deputy skips nothing, and a required step is skipped by its reason alone', () => {
  const deputised = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'deputy', who: [who('alice')] }])
  expect(refusal(deputised, 'alice', '/skip eject boring')).toContain('Incident commander: **dana**')
  expect(say(deputised, 'dana', '/skip eject it is off')).toMatchObject([{ step: 'eject', because: 'it is off' }])
})

test('on a page a reason that begins with another step is asked about', () => {
  const incident = incidentOf(commands('dana'))
  expect(refusal(incident, 'dana', '/skip analyse shows nothing', on('eject'))).toContain('page of `eject`')
})

test('the example of a refusal names a step that is open here', () => {
  const commanded = incidentOf(commands('dana'))
  expect(refusal(commanded, 'dana', '/skip ejcet it is off')).toContain('/skip eject the machine')
  const over = incidentOf(commands('dana'), isDone('eject'), isDone('analyse'), isDone('clean'))
  expect(refusal(over, 'dana', '/skip ejcet it is off')).toContain('/skip isolate the machine')
})
