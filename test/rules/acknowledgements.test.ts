import { expect, test } from 'vitest'
import { acknowledgements } from '../../src/rules/acknowledgements.ts'
import { commands, incidentOf, recordAs } from '../incident-of.ts'
import { comment, owed, user, words } from '../snapshot-of.ts'

const incident = incidentOf(commands('dana'))
const source = incident.events.at(-1)?.source ?? ''
const order = comment(source, user('dana'), '/ic')

test('a command that wears our reaction needs no second one, and talk none', () => {
  const thread = [{ ...order, acknowledged: true }, comment('talk', user('bob'), 'Thank you.')]
  expect(words(acknowledgements, incident, { issue: { thread } })).toEqual([])
})

test('a command that was carried out wears our reaction', () => {
  expect(words(acknowledgements, incident, { issue: { thread: [order] } })).toEqual(['acknowledge a command on #7'])
})

test('on the page of a step too', () => {
  const operations = owed(acknowledgements, incident, { steps: { eject: { thread: [order] } } })
  expect(operations).toEqual([{ do: 'acknowledge', on: { id: 'I_11', number: 11 }, comment: source }])
})

test('what has a reply needs no reaction, even when half of it was followed', () => {
  const refused = { ...recordAs('dana')({ is: 'refused', what: 'command', command: '/x', says: 'No.' }), source }
  const events = [...incident.events, refused]
  expect(words(acknowledgements, incident, { events, issue: { thread: [order] } })).toEqual([])
})

test('on a locked page GitHub would refuse it', () => {
  expect(words(acknowledgements, incident, { issue: { thread: [order], locked: true } })).toEqual([])
})

test('a manual change has nothing to wear it', () => {
  const change = { is: 'reopened', id: source, at: order.at, by: order.by, url: order.url } as const
  expect(words(acknowledgements, incident, { issue: { thread: [change] } })).toEqual([])
})
