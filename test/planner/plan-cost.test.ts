import { expect, test } from 'vitest'
import { commanded, noted, reported } from '../../bench/plan.ts'
import type { Snapshot } from '../../src/domain/view/snapshot.ts'
import { plan } from '../../src/planner/plan.ts'
import { timesAsMuch } from '../growth.ts'

const run = { id: 'run', unclear: new Set<string>(), refused: new Map<string, string>(), ledgerNotWritable: null }

/** The snapshot, and how often anything in it was looked at. Counted, so that it is the same on every machine. */
const counting = (snapshot: Snapshot): { readonly view: Snapshot; readonly looks: () => number } => {
  let looks = 0
  const known = new WeakMap<object, unknown>()
  const wrap = <Value>(value: Value): Value => {
    if (typeof value !== 'object' || value === null) return value
    const before = known.get(value)
    if (before !== undefined) return before as Value
    const counted = new Proxy(value, {
      get: (target, name, receiver) => {
        looks += 1
        return wrap(Reflect.get(target, name, receiver))
      },
    })
    known.set(value, counted)
    return counted
  }
  return { view: wrap(snapshot), looks: () => looks }
}

const looksFor = (snapshot: Snapshot): number => {
  const { view, looks } = counting(snapshot)
  plan(view, run, snapshot.now)
  return looks()
}

test.each([
  ['a command on an open incident', commanded],
  ['an opening', reported],
] as const)('%s: ten times the steps are about ten times the looks, not a hundred', (_name, snapshotOf) => {
  const [few, many] = [looksFor(snapshotOf(10)), looksFor(snapshotOf(100))]
  expect(few).toBeGreaterThan(100)
  expect(many / few).toBeLessThan(15)
})

test('a command on a record of ten times the events: at most ten times the looks, and few at each event', () => {
  const [few, many] = [looksFor(noted(500)), looksFor(noted(5_000))]
  expect(many / few).toBeLessThan(10.5)
  expect((many - few) / 4_500).toBeLessThan(60)
})

test('what a record adds up to is found once, however often a run plans on it', () => {
  const { view, looks } = counting(noted(2_000))
  plan(view, run, view.now)
  const first = looks()
  plan(view, run, view.now)
  expect(looks() - first).toBeLessThan(first * 0.75)
})

test('nor does a longer record cost more than in proportion: copies are no looks', async () => {
  /** As a run does it: from a new read, three times. */
  const planning = (events: number) => {
    const view = noted(events)
    if (view.ledger.state !== 'ready') throw new Error('there is no record')
    const { ledger } = view
    return () => {
      const read = { ...view, ledger: { ...ledger, events: [...ledger.events] } }
      for (let turn = 0; turn < 3; turn += 1) plan(read, run, read.now)
    }
  }
  expect(await timesAsMuch(planning(5_000), planning(500), 12)).toBeLessThan(12)
})
