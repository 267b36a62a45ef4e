import { expect, test } from 'vitest'
import { commands, incidentOf, known, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('a comment without a command says nothing', () => expect(say(incidentOf(), 'bob', 'who commands?')).toEqual([]))

test('at three in the morning anyone with write access takes command, acting', () => {
  expect(say(incidentOf(), 'bob', '/ic')).toEqual([
    { is: 'commander-set', who: who('bob'), acting: true, how: 'taken' },
  ])
})

test('somebody on the roster takes it in full', () => {
  expect(say(incidentOf(), 'dana', '/ic')).toEqual([
    { is: 'commander-set', who: who('dana'), acting: false, how: 'taken' },
  ])
})

test('and supersedes an acting commander without a reason', () => {
  expect(say(incidentOf(commands('bob')), 'dana', '/ic')).toMatchObject([{ is: 'commander-set', acting: false }])
})

test('but not a full one, whose command is theirs to hand over', () => {
  expect(refusal(incidentOf(commands('dana')), 'erin', '/ic')).toContain('**dana** is incident commander')
})

test('nobody else takes command from anybody', () => {
  expect(refusal(incidentOf(commands('bob')), 'alice', '/ic')).toContain('Acting incident commander: **bob**')
  expect(refusal(incidentOf(), 'carol', '/ic')).toContain(
    'anyone with write access while there is no incident commander',
  )
})

test('a responder names somebody of the roster, and nobody else', () => {
  expect(say(incidentOf(), 'bob', '/ic @erin')).toEqual([
    { is: 'commander-set', who: who('erin'), acting: false, how: 'appointed' },
  ])
  expect(refusal(incidentOf(), 'bob', '/ic @alice')).toContain('**dana** or **erin**')
})

test('somebody of the roster may name anyone with write access, who is then acting', () => {
  expect(say(incidentOf(), 'dana', '/ic @alice')).toMatchObject([{ who: who('alice'), acting: true }])
  expect(refusal(incidentOf(), 'dana', '/ic @carol')).toContain('no write access')
})

test('naming oneself is taking command', () => {
  expect(say(incidentOf(), 'bob', '/ic @bob')).toMatchObject([{ who: who('bob'), how: 'taken' }])
})

test('an unknown login, a bare name and a team are explained', () => {
  expect(refusal(incidentOf(), 'bob', '/ic @nobody')).toContain('No collaborator named `@nobody`')
  expect(refusal(incidentOf(), 'bob', '/ic erin')).toContain('Write people as `@login`')
  expect(refusal(incidentOf(), 'bob', '/ic @acme/security')).toContain('is a team')
})

test('the example of a refusal teaches', () => {
  expect(refusal(incidentOf(), 'bob', '/ic @a @b')).toMatch(/Usage: `\/ic \[@user\]` Example: `\/ic`/)
})

test('whose command it is already is told so, acting or not', () => {
  expect(refusal(incidentOf(commands('dana')), 'dana', '/ic')).toContain('**dana** is already incident commander')
  expect(refusal(incidentOf(commands('bob')), 'erin', '/ic @bob')).toContain('**bob** is already incident commander')
})

test('an acting commander who is on the roster by now takes it in full', () => {
  const acting = incidentOf(['dana', { is: 'commander-set', who: who('dana'), acting: true, how: 'taken' }])
  expect(say(acting, 'dana', '/ic')).toMatchObject([{ who: who('dana'), acting: false }])
})

test('nobody waits for a hand-off by somebody who has left, or can no longer read here', () => {
  const commanded = incidentOf(commands('dana'))
  const others = known.members.filter(one => one.login !== 'dana')
  const left = { known: { members: others } }
  expect(say(commanded, 'erin', '/ic', left)).toMatchObject([{ who: who('erin'), acting: false }])
  const dana = known.members.filter(one => one.login === 'dana').map(one => ({ ...one, role: 'none' as const }))
  const shutOut = { known: { members: [...others, ...dana] } }
  expect(say(commanded, 'erin', '/ic', shutOut)).toMatchObject([{ who: who('erin'), acting: false }])
})

test('who is on the roster names somebody else without write access of their own, but takes nothing themselves', () => {
  const read = { ...incidentOf(), roster: { 'incident-commander': [who('carol')] } }
  expect(say(read, 'carol', '/ic @alice')).toMatchObject([{ who: who('alice'), acting: true, how: 'appointed' }])
  expect(refusal(read, 'carol', '/ic')).toContain('anyone with write access while there is no incident commander')
  expect(refusal(read, 'carol', '/ic @carol')).toContain(
    'anyone with write access while there is no incident commander',
  )
})

test('a commander who is not on the roster names nobody in their place: command is handed off', () => {
  const full = incidentOf(['dana', { is: 'commander-set', who: who('alice'), acting: false, how: 'handed-off' }])
  expect(refusal(full, 'alice', '/ic @bob')).toContain('**alice** is incident commander')
})
