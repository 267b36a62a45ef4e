import { expect, test } from 'vitest'
import { commands, incidentOf, known, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

const commanded = incidentOf(commands('alice'))

const given = incidentOf(commands('alice'), [
  'alice',
  { is: 'step-assigned', step: 'eject', who: [who('bob'), who('dave')] },
])

test('of whom nobody is named nobody is taken', () => {
  expect(refusal(commanded, 'alice', '/unassign eject')).toContain('Nobody is assigned to `eject`')
})

test('nobody named is everybody', () => {
  expect(say(given, 'alice', '/unassign eject')).toEqual([
    { is: 'step-unassigned', step: 'eject', who: [who('bob'), who('dave')] },
  ])
})

test('one’s own work is one’s own to let go', () => {
  expect(say(given, 'bob', '/unassign eject @bob')).toMatchObject([{ who: [who('bob')] }])
  expect(refusal(given, 'bob', '/unassign eject @dave')).toContain('Incident commander: **alice**')
  expect(refusal(given, 'bob', '/unassign eject')).toContain('Incident commander: **alice**')
})

test('somebody who has lost their access since can be taken off', () => {
  const gone = { members: known.members.filter(one => one.login !== 'dave') }
  expect(say(given, 'alice', '/unassign eject @dave', { known: gone })).toMatchObject([{ who: [who('dave')] }])
})

test('who has it by their role is explained', () => {
  const held = incidentOf(commands('alice'), ['alice', { is: 'role-assigned', role: 'forensics', who: [who('dave')] }])
  expect(refusal(held, 'alice', '/unassign analyse')).toContain('`/unassign forensics`')
  expect(say(held, 'alice', '/unassign forensics')).toMatchObject([{ is: 'role-unassigned', who: [who('dave')] }])
})

test('who does not have it is named, and nobody else is taken off', () => {
  expect(refusal(given, 'alice', '/unassign eject @bob @carol')).toContain('**carol**')
})

test('command is no role to be taken off', () => {
  expect(refusal(commanded, 'alice', '/unassign incident-commander')).toContain('`/handoff @login`')
})
