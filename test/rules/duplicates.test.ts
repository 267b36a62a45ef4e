import { expect, test } from 'vitest'
import { duplicates } from '../../src/rules/duplicates.ts'
import { commands, incidentOf } from '../incident-of.ts'
import { action, child, comment, marker, owed, us, user, words } from '../snapshot-of.ts'

const rule = duplicates
const incident = incidentOf(commands('dana'))
const source = incident.events.at(-1)?.source ?? ''
const reply = (id: string, by = us, more = {}) => comment(id, by, `No.\n\n${marker('reply', source)}`, more)

test('of one of each nothing is taken away', () =>
  expect(words(rule, incident, { issue: { thread: [reply('IC_1')] } })).toEqual([]))

test('of two sub-issues of a step the lower number stays, in whatever order they are listed', () => {
  const beside = [child(31, 'eject'), child(30, 'eject', { author: action })]
  expect(owed(rule, incident, { beside })).toEqual([
    { do: 'close-duplicate', on: { id: 'I_30', number: 30 }, of: { id: 'I_11', number: 11 } },
    { do: 'close-duplicate', on: { id: 'I_31', number: 31 }, of: { id: 'I_11', number: 11 } },
  ])
})

test('one that is closed is out of the way already', () => {
  expect(words(rule, incident, { beside: [child(30, 'eject')] })).toHaveLength(1)
  expect(words(rule, incident, { beside: [child(30, 'eject', { state: 'closed' })] })).toEqual([])
})

test('what somebody made to look like a step is theirs', () => {
  const beside = [child(2, 'eject', { author: user('bob') }), child(3, 'eject', { body: marker('step', 'eject', 6) })]
  expect(words(rule, incident, { beside })).toEqual([])
})

test('of two replies the first stays, and the second is hidden once', () => {
  const thread = [reply('IC_1'), reply('IC_2', action)]
  expect(owed(rule, incident, { issue: { thread } })).toEqual([
    { do: 'minimise', on: { id: 'I_7', number: 7 }, comment: 'IC_2' },
  ])
  expect(words(rule, incident, { issue: { thread: [reply('IC_1'), reply('IC_2', us, { minimized: true })] } })).toEqual(
    [],
  )
})

test('a reply that somebody copied stays where it is, and takes no place', () => {
  const thread = [reply('IC_0', user('mallory')), reply('IC_1'), reply('IC_2', user('bob'))]
  expect(words(rule, incident, { issue: { thread } })).toEqual([])
})
