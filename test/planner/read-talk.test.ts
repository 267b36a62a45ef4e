import { expect, test } from 'vitest'
import type { Item, Snapshot } from '../../src/domain/view/snapshot.ts'
import { readTalk } from '../../src/planner/read-talk.ts'
import { incidentOf, recordAs } from '../incident-of.ts'
import { child, comment, snapshotOf, us, user } from '../snapshot-of.ts'

/** How often the reading pauses, so that something else can go on. */
const pauses = (snapshot: Snapshot): number => [...readTalk(snapshot)].length

const long = `/home is full\n\n${'a\n=\n'.repeat(15_000)}`

const saying = (thread: readonly Item[], onStep: readonly Item[] = []): Snapshot =>
  snapshotOf(incidentOf(), { issue: { thread }, beside: [child(90, 'eject', { thread: onStep })] })

test('a few comments are read at once', () => {
  const thread = Array.from({ length: 20 }, (_, index) => comment(`C_${index}`, user('bob'), `found host ${index}`))
  expect(pauses(saying(thread))).toBe(0)
})

test('between two that are long it pauses, on the pages of steps too', () => {
  const thread = Array.from({ length: 5 }, (_, index) => comment(`L_${index}`, user('bob'), `${index}${long}`))
  expect(pauses(saying(thread.slice(0, 3), thread.slice(3)))).toBe(4)
})

test('what is in the record, and what bots say, is passed over', () => {
  const recorded = recordAs('bob')({ is: 'timeline-noted', text: 'a', raw: 'a' })
  const thread = [comment(recorded.source, user('bob'), long), comment('B_1', us, long), comment('B_2', us, long)]
  const snapshot = saying(thread)
  const { ledger } = snapshot
  const withRecord =
    ledger.state === 'ready' ? { ...snapshot, ledger: { ...ledger, events: [...ledger.events, recorded] } } : snapshot
  expect(pauses(withRecord)).toBe(0)
})
