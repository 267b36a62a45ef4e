import { expect, test } from 'vitest'
import { asWritten, oneOf, optional, restOfLine } from '../../src/commands/args/args.ts'
import { answer, type Command, defineCommand, refuse } from '../../src/commands/command.ts'
import { commands, doer, incidentOf, known, type Name, reviewOf } from '../incident-of.ts'

/** A command with every part that a definition can have. */
const page = defineCommand({
  name: 'page',
  summary: 'Page a team.',
  args: { raw: asWritten(), team: oneOf(['network', 'storage'], 'team'), because: optional(restOfLine()) },
  examples: ['/page network it is down'],
  example: ({ commander }) => (commander === null ? null : `/page storage for ${commander.who.login}`),
  permissions: ['record', 'cancel'],
  permission: (_incident, { team }) => (team === 'storage' ? 'cancel' : 'record'),
  incidentOnly: true,
  decide: (_incident, { team, because }) => {
    if (because === 'nothing') return refuse('Nothing is no reason.')
    if (because === 'two lines') return refuse('No.\nType something else.')
    if (because === null) return answer(`Who is on call for ${team}?`)
    return [{ is: 'status-set', to: 'contained', because }]
  },
})

/** One that takes no words, in a review and after the end too. */
const ping = defineCommand({
  name: 'ping',
  summary: 'Answer.',
  args: {},
  examples: ['/ping'],
  permissions: ['ask'],
  afterEnd: true,
  decide: () => answer('Here.'),
})

const run = (
  command: Command,
  name: Name,
  text: string,
  { incident = incidentOf(commands('dana')), byEmail = false } = {},
) => command.run(incident, [text], doer(name), known, byEmail)
const refusal = (says: string) => ({ is: 'refusal', says: expect.stringContaining(says) })

test('what it decides is what follows: events, or an answer', () => {
  expect(run(page, 'bob', 'network it is down')).toEqual([{ is: 'status-set', to: 'contained', because: 'it is down' }])
  expect(run(page, 'bob', 'network')).toEqual({ is: 'answer', says: 'Who is on call for network?' })
  expect(run(ping, 'bob', '')).toEqual({ is: 'answer', says: 'Here.' })
})

test('a definition says what it is for, how it is written, and where it works', () => {
  expect(page).toMatchObject({ name: 'page', usage: '/page network|storage [reason]' })
  expect(page).toMatchObject({ afterEnd: false, incidentOnly: true })
  expect(ping).toMatchObject({ usage: '/ping', afterEnd: true, incidentOnly: false })
})

test('a refusal of one line gets usage and an example, one of two lines has both', () => {
  expect(run(page, 'bob', 'network nothing')).toEqual({
    is: 'refusal',
    says: 'Nothing is no reason.\nUsage: `/page network|storage [reason]` Example: `/page storage for dana`',
  })
  expect(run(page, 'bob', 'network two lines')).toEqual({ is: 'refusal', says: 'No.\nType something else.' })
  expect(run(page, 'bob', 'nothing', { incident: incidentOf() })).toMatchObject(
    refusal('Example: `/page network it is down`'),
  )
})

test('words that it does not take are refused, before anybody’s permission is asked', () => {
  expect(run(page, 'mallory', 'moon')).toMatchObject(refusal('Unknown team `moon`'))
  expect(run(ping, 'mallory', 'loudly')).toMatchObject(refusal('Unexpected text `loudly`'))
})

test('who may use it depends on what it turns out to be', () => {
  expect(run(page, 'bob', 'storage it is down')).toMatchObject(refusal('Incident commander: **dana**'))
  expect(run(page, 'dana', 'storage it is down')).toHaveLength(1)
  expect(run(page, 'mallory', 'network it is down')).toMatchObject(refusal('anyone who can comment'))
  expect(run(ping, 'mallory', '')).toMatchObject(refusal('anyone who can comment'))
})

test('what takes a commander is not done by e-mail, everything else is', () => {
  expect(run(page, 'dana', 'storage it is down', { byEmail: true })).toMatchObject(refusal('mail'))
  expect(run(page, 'dana', 'network it is down', { byEmail: true })).toHaveLength(1)
})

test('in a review of readiness only what is for reviews too works', () => {
  expect(run(page, 'bob', 'network it is down', { incident: reviewOf() })).toMatchObject(
    refusal('This is a readiness review'),
  )
  expect(run(ping, 'bob', '', { incident: reviewOf() })).toEqual({ is: 'answer', says: 'Here.' })
})
