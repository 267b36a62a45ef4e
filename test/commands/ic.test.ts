import { expect, test } from 'vitest'
import { commands, incidentOf, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('a comment without a command says nothing', () => expect(say(incidentOf(), 'bob', 'who commands?')).toEqual([]))

test('at three in the morning anyone with write access takes command, acting', () => {
  expect(say(incidentOf(), 'bob', '/ic')).toEqual([
    { is: 'commander-set', who: who('bob'), acting: true, how: 'taken' },
  ])
})

test('somebody on the roster takes it in full', () => {
  expect(say(incidentOf(), 'alice', '/ic')).toEqual([
    { is: 'commander-set', who: who('alice'), acting: false, how: 'taken' },
  ])
})

test('and supersedes an acting commander without a reason', () => {
  expect(say(incidentOf(commands('bob')), 'alice', '/ic')).toMatchObject([{ is: 'commander-set', acting: false }])
})

test('but not a full one, whose command is theirs to hand over', () => {
  expect(refusal(incidentOf(commands('alice')), 'carol', '/ic')).toContain('**alice** is incident commander')
})

test('nobody else takes command from anybody', () => {
  expect(refusal(incidentOf(commands('bob')), 'dave', '/ic')).toContain('Acting incident commander: **bob**')
  expect(refusal(incidentOf(), 'erin', '/ic')).toContain(
    'anyone with write access while there is no incident commander',
  )
})

test('a responder names somebody of the roster, and nobody else', () => {
  expect(say(incidentOf(), 'bob', '/ic @carol')).toEqual([
    { is: 'commander-set', who: who('carol'), acting: false, how: 'appointed' },
  ])
  expect(refusal(incidentOf(), 'bob', '/ic @dave')).toContain('**alice** or **carol**')
})

test('somebody of the roster may name anyone with write access, who is then acting', () => {
  expect(say(incidentOf(), 'alice', '/ic @dave')).toMatchObject([{ who: who('dave'), acting: true }])
  expect(refusal(incidentOf(), 'alice', '/ic @erin')).toContain('no write access')
})

test('naming oneself is taking command', () => {
  expect(say(incidentOf(), 'bob', '/ic @bob')).toMatchObject([{ who: who('bob'), how: 'taken' }])
})

test('an unknown login, a bare name and a team are explained', () => {
  expect(refusal(incidentOf(), 'bob', '/ic @nobody')).toContain('No collaborator named `@nobody`')
  expect(refusal(incidentOf(), 'bob', '/ic carol')).toContain('Write people as `@login`')
  expect(refusal(incidentOf(), 'bob', '/ic @acme/security')).toContain('is a team')
})

test('the example of a refusal teaches', () => {
  expect(refusal(incidentOf(), 'bob', '/ic @a @b')).toMatch(/Usage: `\/ic \[@user\]` Example: `\/ic`/)
})
