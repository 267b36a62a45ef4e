import { expect, test } from 'vitest'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { commands, incidentOf, isDone, who } from '../incident-of.ts'
import { on, refusal, say } from './say.ts'

const commanded = incidentOf(commands('dana'))

test('to whom it is already assigned changes nothing', () => {
  const incident = incidentOf(commands('dana'), ['dana', { is: 'step-assigned', step: 'eject', who: [who('bob')] }])
  expect(refusal(incident, 'dana', '/assign eject @bob')).toContain('**bob** already has `eject`')
})

test('the commander gives a step to people', () => {
  expect(say(commanded, 'dana', '/assign eject @bob, @alice')).toEqual([
    { is: 'step-assigned', step: 'eject', who: [who('bob'), who('alice')] },
  ])
  expect(say(commanded, 'dana', '/assign @bob', on('eject'))).toMatchObject([{ step: 'eject', who: [who('bob')] }])
})

test('anyone takes an unassigned step', () => {
  expect(say(commanded, 'bob', '/assign eject')).toMatchObject([{ step: 'eject', who: [who('bob')] }])
  expect(say(commanded, 'bob', '/assign', on('eject'))).toMatchObject([{ step: 'eject', who: [who('bob')] }])
  expect(refusal(commanded, 'bob', '/assign eject @alice')).toContain('Incident commander: **dana**')
})

test('but not one that is somebody’s', () => {
  const incident = incidentOf(commands('dana'), ['dana', { is: 'step-assigned', step: 'eject', who: [who('alice')] }])
  expect(refusal(incident, 'bob', '/assign eject')).toContain('Incident commander: **dana**')
  const held = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }])
  expect(refusal(held, 'bob', '/assign analyse')).toContain('have permission')
})

test('a waiting step is accepted, a blocked gate and a finished step are not', () => {
  expect(say(commanded, 'dana', '/assign clean @bob')).toMatchObject([{ step: 'clean' }])
  expect(refusal(commanded, 'dana', '/assign tell-company @bob')).toContain('`/rule-out insider <reason>`')
  expect(refusal(incidentOf(commands('dana'), isDone('eject')), 'dana', '/assign eject @bob')).toContain('already done')
})

test('a role with nobody named goes to who is on the roster for it', () => {
  expect(say(commanded, 'dana', '/assign forensics')).toEqual([
    { is: 'role-assigned', role: 'forensics', who: [who('alice')] },
  ])
  expect(refusal(commanded, 'dana', '/assign scribe')).toContain('Nobody is on the roster for `scribe`')
})

test('assigning a role adds to those who hold it', () => {
  const held = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }])
  expect(say(held, 'dana', '/assign forensics @bob')).toMatchObject([{ who: [who('alice'), who('bob')] }])
})

test('a role is held by twenty at most, for an event names no more', () => {
  const among = (count: number) =>
    incidentOf(commands('dana'), [
      'dana',
      {
        is: 'role-assigned',
        role: 'forensics',
        who: Array.from({ length: count }, (_, index) => ({ id: 100 + index, login: `helper-${index}` })),
      },
    ])
  const [assigned] = say(among(19), 'dana', '/assign forensics @bob')
  expect(assigned?.is === 'role-assigned' && assigned.who).toHaveLength(20)
  expect(refusal(among(20), 'dana', '/assign forensics @bob')).toContain('20')
  expect(refusal(among(19), 'dana', '/assign forensics @bob @alice')).toContain('20')
})

test('of two people one of whom has it already, only the other is added; of two who both have it, none', () => {
  const held = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }])
  expect(say(held, 'dana', '/assign forensics @alice @bob')).toMatchObject([{ who: [who('alice'), who('bob')] }])
  expect(refusal(held, 'dana', '/assign forensics @alice')).toContain('alice')
})

test('of a step that one of two people has already, both have it then', () => {
  const held = incidentOf(commands('dana'), ['dana', { is: 'step-assigned', step: 'eject', who: [who('bob')] }])
  expect(say(held, 'dana', '/assign eject @bob @alice')).toMatchObject([{ who: [who('bob'), who('alice')] }])
  expect(refusal(held, 'dana', '/assign eject @bob')).not.toBe('')
})

test('for oneself and another is giving work, which is the commander’s', () => {
  expect(refusal(commanded, 'bob', '/assign eject @bob @alice')).not.toBe('')
  expect(say(commanded, 'bob', '/assign eject @bob')).toMatchObject([{ is: 'step-assigned', who: [who('bob')] }])
})

test('anyone joins as a responder', () => {
  expect(say(commanded, 'bob', '/assign responder')).toMatchObject([{ role: 'responder', who: [who('bob')] }])
})

test('a role that brings authority is the full commander’s to give, not a vacant command’s', () => {
  expect(say(commanded, 'dana', '/assign deputy @bob')).toMatchObject([{ role: 'deputy' }])
  expect(refusal(incidentOf(), 'bob', '/assign deputy @bob')).toContain('no incident commander yet')
  expect(refusal(incidentOf(commands('bob')), 'bob', '/assign counsel @bob')).toContain('not an acting one')
  expect(refusal(commanded, 'dana', '/assign incident-commander @bob')).toContain('`/handoff @login`')
})

test('while nobody commands anyone with write access gives work', () => {
  expect(say(incidentOf(), 'bob', '/assign eject @alice')).toMatchObject([{ who: [who('alice')] }])
})

test('of several people all are assigned or nobody', () => {
  expect(refusal(commanded, 'dana', '/assign eject @bob @mallory @nobody')).toContain('`@mallory` or `@nobody`')
  expect(refusal(commanded, 'dana', '/assign eject @bob @carol')).toContain('assigning **carol**')
  expect(refusal(commanded, 'dana', '/assign forensics @bob @carol')).toContain('carol')
})

test('a login that only looks right is explained', () => {
  expect(refusal(commanded, 'dana', '/assign eject @bоb')).toContain('`о` (U+043E)')
  expect(refusal(commanded, 'dana', '/assign eject @b\u200bob')).toContain('an invisible character (U+200B)')
  expect(refusal(commanded, 'dana', '/assign eject\u00a0@bob')).toContain('U+00A0')
})

test('the example of a refusal names a step that is open here and somebody to give it to', () => {
  const refused = (incident: Incident) => refusal(incident, 'dana', '/assign forensic @bob')
  expect(refused(commanded)).toContain('Example: `/assign eject @erin`')
  const nobody = { ...commanded, roster: {} }
  expect(refused(nobody)).toContain('Example: `/assign analyse @bob`')
  const nothing = { ...commanded, steps: commanded.steps.filter(step => step.gate !== null) }
  expect(refused(nothing)).toContain('Example: `/assign analyse @bob`')
})

test('an unknown step or role is named', () => {
  expect(refusal(commanded, 'dana', '/assign forensic @bob')).toContain('Did you mean `forensics`?')
})
