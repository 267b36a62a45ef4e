import { expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import { commands, incidentOf, isDone, known, type Name, who } from '../incident-of.ts'
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

test('the example of a refusal names a step that somebody has here, and who', () => {
  expect(refusal(given, 'dana', '/unassign nothing')).toContain('Example: `/unassign eject @bob`')
  expect(refusal(commanded, 'dana', '/unassign nothing')).toContain('Example: `/unassign analyse @bob`')
  const gives = (step: string, name: Name): readonly [Name, Decision] => [
    'dana',
    { is: 'step-assigned', step, who: [who(name)] },
  ]
  const later = incidentOf(commands('dana'), gives('clean', 'alice'))
  expect(refusal(later, 'dana', '/unassign nothing')).toContain('Example: `/unassign clean @alice`')
  const over = incidentOf(commands('dana'), gives('eject', 'bob'), isDone('eject'), gives('clean', 'alice'))
  expect(refusal(over, 'dana', '/unassign nothing')).toContain('Example: `/unassign clean @alice`')
})

test('of what nobody has nothing is one’s own', () => {
  expect(refusal(commanded, 'bob', '/unassign eject')).toContain('Incident commander: **dana**')
  expect(refusal(commanded, 'dana', '/unassign analyse')).toContain('Nobody is assigned to `analyse`')
  expect(refusal(commanded, 'dana', '/unassign analyse')).not.toContain('`/unassign forensics`')
})

test('who was named for a step is taken off it, though others hold its role', () => {
  const both = incidentOf(
    commands('dana'),
    ['dana', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }],
    ['dana', { is: 'step-assigned', step: 'analyse', who: [who('bob')] }],
  )
  expect(say(both, 'dana', '/unassign analyse')).toMatchObject([{ is: 'step-unassigned', who: [who('bob')] }])
})

test('the deputy takes people off steps and roles, but off none that brings authority', () => {
  const deputised = incidentOf(
    commands('dana'),
    ['dana', { is: 'role-assigned', role: 'deputy', who: [who('bob')] }],
    ['dana', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }],
    ['dana', { is: 'role-assigned', role: 'executive', who: [who('erin')] }],
    ['dana', { is: 'step-assigned', step: 'eject', who: [who('alice')] }],
  )
  expect(say(deputised, 'bob', '/unassign forensics')).toMatchObject([{ is: 'role-unassigned', who: [who('alice')] }])
  expect(say(deputised, 'bob', '/unassign eject')).toMatchObject([{ is: 'step-unassigned', who: [who('alice')] }])
  expect(refusal(deputised, 'bob', '/unassign executive')).toContain('have permission')
  expect(say(deputised, 'dana', '/unassign executive')).toMatchObject([{ is: 'role-unassigned', who: [who('erin')] }])
})

test.each([
  [20, [20]],
  [21, [20, 1]],
  [40, [20, 20]],
])('%i people are taken off a step in events of twenty', (count, parts) => {
  const helpers = Array.from({ length: count }, (_, index) => ({ id: 100 + index, login: `helper-${index}` }))
  const incident = incidentOf(
    commands('dana'),
    ['dana', { is: 'step-assigned', step: 'eject', who: helpers.slice(0, 20) }],
    ...(count > 20 ? [['dana', { is: 'step-assigned', step: 'eject', who: helpers.slice(20) }] as const] : []),
  )
  const taken = say(incident, 'dana', '/unassign eject').map(event => event.who)
  expect(taken).toEqual(parts.map((size, index) => helpers.slice(index * 20, index * 20 + size)))
})
