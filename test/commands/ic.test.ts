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
