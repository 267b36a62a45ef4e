import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { extend, firstSegment } from '../../../src/adapters/github/ledger/segments.ts'
import { type Done, lay, layLedger } from '../../../src/adapters/github/read/apply-optimistic.ts'
import type { OperationAnswer } from '../../../src/adapters/github/read/operation-answer.ts'
import type { LedgerView, Snapshot } from '../../../src/domain/view/snapshot.ts'
import { isCreation, type Operation } from '../../../src/operations/operation.ts'
import { everyOperation } from './every.ts'
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
  snapshot = await look(github)
  const [who] = snapshot.members
  if (who === undefined) throw new Error('nobody is here')
  const comment = snapshot.issue.thread.at(-1)?.id ?? ''
  operations = everyOperation({ snapshot, who, comment, pull: 'PR_1' })
})

const answerTo = (operation: Operation, i: number): OperationAnswer => {
  const made = { id: `made-${i}`, number: 100 + i, url: `https://github.example/${i}`, createdAt: snapshot.now }
  switch (operation.do) {
    case 'open-step':
      return { ...made, author: { ...snapshot.us, kind: 'bot' } }
    case 'post-board':
    case 'reply':
      return { id: made.id, createdAt: made.createdAt }
    case 'open-pull-request':
      return { id: 'PR_1', number: made.number, url: made.url }
    case 'create-label':
      return { id: made.id }
    case 'commit-file':
      return { oid: `${i}`.padStart(40, 'a') }
    default:
      return {}
  }
}

/** Any part of what a run may have done, in an order in which it can be done. */
const someDone = () =>
  fc
    .subarray(operations.map((operation, i): Done => ({ operation, answer: answerTo(operation, i) })))
    .map(done => [...done])

describe('laying our own answers over a view', () => {
  test('of nothing changes nothing', () => {
    expect(lay(snapshot, [])).toBe(snapshot)
  })

  test('twice is as once', () => {
    fc.assert(
      fc.property(someDone(), done => {
        const once = lay(snapshot, done)
        expect(lay(once, done)).toEqual(once)
      }),
    )
  })

  test('leaves what it was laid over as it was', () => {
    const before = structuredClone(snapshot)
    fc.assert(
      fc.property(someDone(), done => {
        lay(snapshot, done)
        expect(snapshot).toEqual(before)
      }),
    )
  })

  test('each operation shows', () => {
    for (const [i, operation] of operations.entries()) {
      const before = lay(
        snapshot,
        operations.slice(0, i).map((one, k) => ({ operation: one, answer: answerTo(one, k) })),
      )
      const after = lay(before, [{ operation, answer: answerTo(operation, i) }])
      if (isCreation(operation) || !['edit-board', 'unassign'].includes(operation.do)) {
        expect(after, operation.do).not.toEqual(before)
      }
    }
  })

  test("a person's change to another thing is kept", () => {
    const [i, operation] = [...operations.entries()].find(([, one]) => one.do === 'add-label') ?? []
    if (i === undefined || operation === undefined) throw new Error('no such operation')
    const changed = { ...snapshot, issue: { ...snapshot.issue, title: 'renamed', labels: [] } }
    const laid = lay(changed, [{ operation, answer: {} }])
    expect(laid.issue).toEqual(changed.issue)
    expect(laid.children[0]?.labels).toEqual(['incident'])
  })
})

describe('laying what our commit wrote over a ledger', () => {
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
    return layLedger({ ...snapshot, ledger: read }, { oid, events, lease, commits }).ledger
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
