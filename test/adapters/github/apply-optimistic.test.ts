import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { applyCommit } from '../../../src/adapters/github/ledger/apply-commit.ts'
import { extend, firstSegment } from '../../../src/adapters/github/ledger/segments.ts'
import type { LedgerView, Snapshot } from '../../../src/domain/view/snapshot.ts'
import { answerTo, applyOptimistic, type Done, isCreation, type Operation } from '../../../src/operations/operation.ts'
import { everyOperation } from '../../operations/every.ts'
import { asApp, declared, entryOf, look, noted, startVault } from './room.ts'

let snapshot: Snapshot
let operations: readonly Operation[]

beforeAll(async () => {
  const github = asApp(await startVault())
  const { apply } = await import('../../../src/adapters/github/write/write.ts')
  const before = await look(github)
  const on = { id: before.issue.id, number: 1 }
  await apply(github, before, [
    ...['a', 'b'].map(step => ({
      do: 'open-step' as const,
      plain: step,
      cause: 1,
      under: on,
      step,
      title: step,
      body: step,
      labels: [],
      assignees: [],
    })),
    { do: 'reply', cause: 1, on, key: 'k', body: 'hello' },
  ])
  const seen = await look(github)
  snapshot = { ...seen, strays: seen.children.map(({ id }) => id) }
  const [who] = snapshot.members
  if (who === undefined) throw new Error('nobody is here')
  const comment = snapshot.issue.thread.at(-1)?.id ?? ''
  operations = everyOperation({ snapshot, who, comment, pull: 'PR_1' })
})

/** What GitHub answers to it, and what we make of that. */
const doneOf = (operation: Operation, i: number): Done => {
  const result = answerTo(operation, answerOf(operation, i))
  if (result.is !== 'done') throw new Error(`${operation.do}: ${result.is}`)
  return result.answer
}

const answerOf = (operation: Operation, i: number): object => {
  const made = { id: `made-${i}`, number: 100 + i, url: `https://github.example/${i}`, createdAt: snapshot.now }
  switch (operation.do) {
    case 'open-step':
    case 'open-issue':
      return { issue: made }
    case 'post-board':
    case 'reply':
      return { commentEdge: { node: made } }
    case 'open-pull-request':
      return { pullRequest: { ...made, id: 'PR_1' } }
    case 'create-label':
      return { label: made }
    case 'commit-file':
      return { commit: { oid: `${i}`.padStart(40, 'a') } }
    case 'assign':
      return { assignable: { assignees: { nodes: [{ databaseId: operation.who.id }] } } }
    default:
      return {}
  }
}

/** Any part of what a run may have done, in an order in which it can be done. */
const someDone = () => fc.subarray(operations.map(doneOf)).map(done => [...done])

describe('applying our own results to a view', () => {
  test('of nothing changes nothing', () => {
    expect(applyOptimistic(snapshot, [])).toBe(snapshot)
  })

  test('twice is as once', () => {
    fc.assert(
      fc.property(someDone(), done => {
        const once = applyOptimistic(snapshot, done)
        expect(applyOptimistic(once, done)).toEqual(once)
      }),
    )
  })

  test('leaves what it was applied to as it was', () => {
    const before = structuredClone(snapshot)
    fc.assert(
      fc.property(someDone(), done => {
        applyOptimistic(snapshot, done)
        expect(snapshot).toEqual(before)
      }),
    )
  })

  test('each operation shows', () => {
    for (const [i, operation] of operations.entries()) {
      const before = applyOptimistic(snapshot, operations.slice(0, i).map(doneOf))
      const after = applyOptimistic(before, [doneOf(operation, i)])
      if (isCreation(operation) || !['edit-board', 'unassign', 'restore-record'].includes(operation.do)) {
        expect(after, operation.do).not.toEqual(before)
      }
    }
  })

  test('a record that was put back is not put back twice', () => {
    const taken = { oid: null, to: 'c'.repeat(40), by: 'mallory', at: snapshot.now, how: 'deleted' } as const
    const before: Snapshot = { ...snapshot, ledger: { state: 'rolled-back', ...taken, restorable: true } }
    const done: Done = { operation: { do: 'restore-record', from: null, to: taken.to }, answer: {} }
    expect(applyOptimistic(before, [done]).ledger).toMatchObject({ restorable: false })
  })

  test("a person's change to another thing is kept", () => {
    const operation = operations.find(one => one.do === 'add-label')
    if (operation === undefined) throw new Error('no such operation')
    const changed = { ...snapshot, issue: { ...snapshot.issue, title: 'renamed', labels: [] } }
    const after = applyOptimistic(changed, [{ operation, answer: {} }])
    expect(after.issue).toEqual(changed.issue)
    expect(after.children[0]?.labels).toEqual(['incident'])
  })
})

describe('applying what our commit wrote to a ledger', () => {
  type Ready = Extract<LedgerView, { state: 'ready' }>
  const ledger = (oid: string, count: number, run = 'run-1'): Ready => {
    const events = [declared(snapshot), ...Array.from({ length: count }, (_, i) => noted(snapshot, `s${i}`))]
    const { lease } = entryOf(snapshot, events, run)
    const commits = [{ oid, lines: events.length }]
    return {
      state: 'ready',
      oid,
      events,
      raw: [],
      lease,
      commits,
      last: extend(firstSegment, events).at(-1) ?? firstSegment,
    }
  }
  const over = (read: LedgerView, written: Ready) => {
    const { oid, events, lease, commits } = written
    return applyCommit({ ...snapshot, ledger: read }, { oid, events, lease, commits }).ledger
  }

  test.each<[string, LedgerView]>([
    ['absent', { state: 'absent' }],
    ['fresh', { state: 'fresh', oid: 'root' }],
  ])('a read that shows it %s is older', (_name, read) => {
    expect(over(read, ledger('b', 3))).toEqual(ledger('b', 3))
  })

  test('a read with fewer events is older, down to the text of the last segment', () => {
    expect(over(ledger('a', 1), ledger('b', 3))).toEqual(ledger('b', 3))
  })

  test('a read with more events, or of that very commit, stands', () => {
    expect(over(ledger('c', 5), ledger('b', 3))).toEqual(ledger('c', 5))
    expect(over(ledger('b', 3), ledger('b', 3))).toEqual(ledger('b', 3))
  })

  test('of two with as many events, the one without our lease is older', () => {
    expect(over(ledger('a', 3, 'before'), ledger('b', 3))).toEqual(ledger('b', 3))
    const later = ledger('c', 3)
    const both = {
      ...later,
      lease: { ...later.lease, leases: [...later.lease.leases, ...ledger('x', 3, 'other').lease.leases] },
    }
    expect(over(both, ledger('b', 3))).toEqual(both)
  })

  test('what is not ours is never covered up', () => {
    const tampered: LedgerView = { state: 'tampered', oid: 'x', by: 'mallory', verified: null }
    expect(over(tampered, ledger('b', 3))).toEqual(tampered)
  })
})
