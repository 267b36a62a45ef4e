import { expect, test } from 'vitest'
import { commanded, reported } from '../../bench/plan.ts'
import type { Snapshot } from '../../src/domain/view/snapshot.ts'
import { plan } from '../../src/planner/plan.ts'

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
