import { expect, test } from 'vitest'
import { commands, incidentOf, known, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

const commanded = incidentOf(commands('dana'))

const given = incidentOf(commands('dana'), [
  'dana',
  { is: 'step-assigned', step: 'eject', who: [who('bob'), who('alice')] },
])

test('of whom nobody is named nobody is taken', () => {
  expect(refusal(commanded, 'dana', '/unassign eject')).toContain('Nobody is assigned to `eject`')
})

test('nobody named is everybody', () => {
  expect(say(given, 'dana', '/unassign eject')).toEqual([
    { is: 'step-unassigned', step: 'eject', who: [who('bob'), who('alice')] },
  ])
})

test('one’s own work is one’s own to let go', () => {
  expect(say(given, 'bob', '/unassign eject @bob')).toMatchObject([{ who: [who('bob')] }])
  expect(refusal(given, 'bob', '/unassign eject @alice')).toContain('Incident commander: **dana**')
  expect(refusal(given, 'bob', '/unassign eject')).toContain('Incident commander: **dana**')
})

test('somebody who has lost their access since can be taken off', () => {
  const gone = { members: known.members.filter(one => one.login !== 'alice') }
  expect(say(given, 'dana', '/unassign eject @alice', { known: gone })).toMatchObject([{ who: [who('alice')] }])
})

test('who has it by their role is explained', () => {
  const held = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }])
  expect(refusal(held, 'dana', '/unassign analyse')).toContain('`/unassign forensics`')
  expect(say(held, 'dana', '/unassign forensics')).toMatchObject([{ is: 'role-unassigned', who: [who('alice')] }])
})

test('who does not have it is named, and nobody else is taken off', () => {
  expect(refusal(given, 'dana', '/unassign eject @bob @erin')).toContain('**erin**')
})

test('command is no role to be taken off', () => {
  expect(refusal(commanded, 'dana', '/unassign incident-commander')).toContain('`/handoff @login`')
})
