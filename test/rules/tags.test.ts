import { expect, test } from 'vitest'
import { withIndex } from '../../src/domain/view/index-snapshot.ts'
import type { Snapshot } from '../../src/domain/view/snapshot.ts'
import { tags } from '../../src/rules/tags.ts'
import { commands, incidentOf } from '../incident-of.ts'
import { snapshotOf } from '../snapshot-of.ts'

const oid = (letter: string) => letter.repeat(40)

/** Its close and its cancel are lines 3 and 5 of the ledger; each line came with a commit of its own, newest first. */
const incident = incidentOf(
  commands('dana'),
  ['dana', { is: 'closed' }],
  ['bob', { is: 'reopened' }],
  ['dana', { is: 'cancelled', because: 'a false alarm' }],
)
const commits = ['e', 'd', 'c', 'b', 'a'].map((letter, index) => ({ oid: oid(letter), lines: 5 - index }))

const owed = (of: Partial<Snapshot> = {}, committed = commits, ended = incident) => {
  const view = snapshotOf(ended)
  if (view.ledger.state !== 'ready') throw new Error('no ledger')
  return tags(ended, withIndex({ ...view, ledger: { ...view.ledger, commits: committed }, ...of }))
}

const first = { do: 'create-tag', name: 'incident-7-1', oid: oid('c') }
const second = { do: 'create-tag', name: 'incident-7-2', oid: oid('e') }

test('where each end has its tag, whatever it points to, none is made', () =>
  expect(owed({ tags: { 'incident-7-1': oid('c'), 'incident-7-2': oid('f') } })).toEqual([]))

test('an incident that goes on has none', () => expect(owed({}, commits, incidentOf(commands('dana')))).toEqual([]))

test('a close and a cancel each have theirs: the commit that brought it to the ledger', () => {
  expect(owed()).toEqual([first, second])
  expect(owed({ tags: { 'incident-7-1': oid('c') } })).toEqual([second])
})

test('a close that is about to be recorded waits for its commit', () =>
  expect(owed({}, commits.slice(1))).toEqual([first]))

test('one that the ledger, as it was read, does not hold has none', () => {
  const { ledger } = snapshotOf(incident)
  if (ledger.state !== 'ready') throw new Error('no ledger')
  expect(owed({ ledger: { ...ledger, commits, events: incident.events.slice(0, 4) } })).toEqual([first])
})
