import { expect, test } from 'vitest'
import { commands, incidentOf, isDone, who } from '../incident-of.ts'
import { on, refusal, say } from './say.ts'

const commanded = incidentOf(commands('alice'))

test('to whom it is already assigned changes nothing', () => {
  const incident = incidentOf(commands('alice'), ['alice', { is: 'step-assigned', step: 'eject', who: [who('bob')] }])
  expect(refusal(incident, 'alice', '/assign eject @bob')).toContain('**bob** already has `eject`')
})

test('the commander gives a step to people', () => {
  expect(say(commanded, 'alice', '/assign eject @bob, @dave')).toEqual([
    { is: 'step-assigned', step: 'eject', who: [who('bob'), who('dave')] },
  ])
  expect(say(commanded, 'alice', '/assign @bob', on('eject'))).toMatchObject([{ step: 'eject', who: [who('bob')] }])
})

test('anyone takes a step that is nobody’s', () => {
  expect(say(commanded, 'bob', '/assign eject')).toMatchObject([{ step: 'eject', who: [who('bob')] }])
  expect(say(commanded, 'bob', '/assign', on('eject'))).toMatchObject([{ step: 'eject', who: [who('bob')] }])
  expect(refusal(commanded, 'bob', '/assign eject @dave')).toContain('In command: **alice**')
})

test('but not one that is somebody’s', () => {
  const incident = incidentOf(commands('alice'), ['alice', { is: 'step-assigned', step: 'eject', who: [who('dave')] }])
  expect(refusal(incident, 'bob', '/assign eject')).toContain('In command: **alice**')
  const held = incidentOf(commands('alice'), ['alice', { is: 'role-assigned', role: 'forensics', who: [who('dave')] }])
  expect(refusal(held, 'bob', '/assign analyse')).toContain('not yours')
})

test('a waiting step is accepted, a shut gate and a finished step are not', () => {
  expect(say(commanded, 'alice', '/assign clean @bob')).toMatchObject([{ step: 'clean' }])
  expect(refusal(commanded, 'alice', '/assign tell-company @bob')).toContain('`/rule-out insider`')
  expect(refusal(incidentOf(commands('alice'), isDone('eject')), 'alice', '/assign eject @bob')).toContain(
    'already done',
  )
})

test('a role with nobody named goes to who is on the roster for it', () => {
  expect(say(commanded, 'alice', '/assign forensics')).toEqual([
    { is: 'role-assigned', role: 'forensics', who: [who('dave')] },
  ])
  expect(refusal(commanded, 'alice', '/assign scribe')).toContain('Nobody is on the roster for `scribe`')
})

test('assigning a role adds to those who hold it', () => {
  const held = incidentOf(commands('alice'), ['alice', { is: 'role-assigned', role: 'forensics', who: [who('dave')] }])
  expect(say(held, 'alice', '/assign forensics @bob')).toMatchObject([{ who: [who('dave'), who('bob')] }])
})

test('a role is held by twenty at most, for an event names no more', () => {
  const among = (count: number) =>
    incidentOf(commands('alice'), [
      'alice',
      {
        is: 'role-assigned',
        role: 'forensics',
        who: Array.from({ length: count }, (_, index) => ({ id: 100 + index, login: `helper-${index}` })),
      },
    ])
  const [assigned] = say(among(19), 'alice', '/assign forensics @bob')
  expect(assigned?.is === 'role-assigned' && assigned.who).toHaveLength(20)
  expect(refusal(among(20), 'alice', '/assign forensics @bob')).toContain('20')
  expect(refusal(among(19), 'alice', '/assign forensics @bob @dave')).toContain('20')
})

test('of two people one of whom has it already, only the other is added; of two who both have it, none', () => {
  const held = incidentOf(commands('alice'), ['alice', { is: 'role-assigned', role: 'forensics', who: [who('dave')] }])
  expect(say(held, 'alice', '/assign forensics @dave @bob')).toMatchObject([{ who: [who('dave'), who('bob')] }])
  expect(refusal(held, 'alice', '/assign forensics @dave')).toContain('dave')
})

test('of a step that one of two people has already, both have it then', () => {
  const held = incidentOf(commands('alice'), ['alice', { is: 'step-assigned', step: 'eject', who: [who('bob')] }])
  expect(say(held, 'alice', '/assign eject @bob @dave')).toMatchObject([{ who: [who('bob'), who('dave')] }])
  expect(refusal(held, 'alice', '/assign eject @bob')).not.toBe('')
})

test('for oneself and another is giving work, which is the commander’s', () => {
  expect(refusal(commanded, 'bob', '/assign eject @bob @dave')).not.toBe('')
  expect(say(commanded, 'bob', '/assign eject @bob')).toMatchObject([{ is: 'step-assigned', who: [who('bob')] }])
})

test('anyone joins as a responder', () => {
  expect(say(commanded, 'bob', '/assign responder')).toMatchObject([{ role: 'responder', who: [who('bob')] }])
})

test('a role that brings authority is the full commander’s to give, not a vacant command’s', () => {
  expect(say(commanded, 'alice', '/assign deputy @bob')).toMatchObject([{ role: 'deputy' }])
  expect(refusal(incidentOf(), 'bob', '/assign deputy @bob')).toContain('nobody commands yet')
  expect(refusal(incidentOf(commands('bob')), 'bob', '/assign counsel @bob')).toContain('not an acting one')
  expect(refusal(commanded, 'alice', '/assign incident-commander @bob')).toContain('`/handoff @login`')
})

test('while nobody commands anyone with write access gives work', () => {
  expect(say(incidentOf(), 'bob', '/assign eject @dave')).toMatchObject([{ who: [who('dave')] }])
})

test('of several people all are assigned or nobody', () => {
  expect(refusal(commanded, 'alice', '/assign eject @bob @mallory @nobody')).toContain('`@mallory` or `@nobody`')
  expect(refusal(commanded, 'alice', '/assign eject @bob @erin')).toContain('**erin** be assigned')
  expect(refusal(commanded, 'alice', '/assign forensics @bob @erin')).toContain('erin')
})

test('a login that only looks right is explained', () => {
  expect(refusal(commanded, 'alice', '/assign eject @bоb')).toContain('`о` (U+043E)')
  expect(refusal(commanded, 'alice', '/assign eject @b\u200bob')).toContain('an invisible character (U+200B)')
  expect(refusal(commanded, 'alice', '/assign eject\u00a0@bob')).toContain('U+00A0')
})

test('an unknown step or role is named', () => {
  expect(refusal(commanded, 'alice', '/assign forensic @bob')).toContain('did you mean `forensics`?')
})
