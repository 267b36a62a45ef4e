import { describe, expect, test } from 'vitest'
import { isDoubtful } from '../../../src/domain/view/doubt.ts'
import { withIndex } from '../../../src/domain/view/index-snapshot.ts'
import type { ChildView, Item, Snapshot } from '../../../src/domain/view/snapshot.ts'
import { commands, incidentOf, isDone, who } from '../../incident-of.ts'
import { marker, snapshotOf, us, user } from '../../snapshot-of.ts'

// What stands at GitHub in our name, and whether the record that was read explains it.

type Change = Item extends infer One ? (One extends Item ? Omit<One, 'id' | 'at' | 'by' | 'url'> : never) : never

const ours = (change: Change): Item =>
  ({ id: 'E_1', at: '2026-03-01T10:50:00Z', url: '', by: { ...us, kind: 'bot' }, ...change }) as Item
const comment = (body: string): Change => ({
  is: 'comment',
  body,
  editedAt: null,
  editor: null,
  byEmail: false,
  minimized: false,
  acknowledged: false,
  secrets: [],
  digest: 'x',
})

const incident = incidentOf(commands('dana'), isDone('eject'))
const on = (change: Change, step: string | null = null, of = incident): boolean => {
  const snapshot = snapshotOf(of)
  const with_ = <P extends { readonly thread: readonly Item[] }>(page: P): P => ({ ...page, thread: [ours(change)] })
  const isOf = (child: ChildView) => child.body.includes(`key=${step} `)
  const seen: Snapshot =
    step === null
      ? { ...snapshot, issue: with_(snapshot.issue) }
      : { ...snapshot, children: snapshot.children.map(child => (isOf(child) ? with_(child) : child)) }
  return isDoubtful(withIndex(seen))
}

test('with nothing of ours, and what the record explains, there is no doubt', () => {
  expect(isDoubtful(withIndex(snapshotOf(incident)))).toBe(false)
  expect(on({ is: 'assigned', who: who('dana') })).toBe(false)
  expect(on({ is: 'labelled', label: 'SEV-2' })).toBe(false)
  expect(on({ is: 'labelled', label: 'incident' })).toBe(false)
  expect(on({ is: 'unlabelled', label: 'SEV-1' })).toBe(false)
  expect(on({ is: 'unassigned', who: who('mallory') })).toBe(false)
  expect(on({ is: 'reopened' })).toBe(false)
  expect(on({ is: 'closed', reason: 'completed' }, 'eject')).toBe(false)
  expect(on({ is: 'closed', reason: 'duplicate' }, 'clean')).toBe(false)
  expect(on(comment(marker('reply', 'gone')))).toBe(false)
  expect(on(comment(marker('reply', 'tampered:abc')))).toBe(false)
  expect(on(comment('A word of another program.'))).toBe(false)
  expect(on({ is: 'comment-deleted', author: user('bob') })).toBe(false)
})

describe('what only a newer record explains', () => {
  test.each<readonly [string, Change, string | null]>([
    ['an assignment to the incident', { is: 'assigned', who: who('bob') }, null],
    ['an assignment to a step', { is: 'assigned', who: who('alice') }, 'clean'],
    ['a severity', { is: 'labelled', label: 'sev-1' }, null],
    ['a close of the incident', { is: 'closed', reason: 'completed' }, null],
    ['a close of a step', { is: 'closed', reason: 'completed' }, 'clean'],
    ['a reply', comment(marker('reply', 'IC_unknown')), null],
    ['a comment of ours that somebody deleted', { is: 'comment-deleted', author: { ...us, kind: 'bot' } }, null],
  ])('%s', (_, change, step) => expect(on(change, step)).toBe(true))

  test.each([
    ['a board of more lines', { body: marker('board', '4'), editedByOther: false }, true],
    ['a board of as many', { body: marker('board', '3'), editedByOther: false }, false],
    ['a board that somebody else edited', { body: marker('board', '1'), editedByOther: true }, true],
  ])('%s', (_, board, doubtful) => {
    const issue = { board: { id: 'IC_1', ...board } }
    expect(isDoubtful(withIndex(snapshotOf(incident, { issue })))).toBe(doubtful)
  })

  test('the tag of an end that it does not have', () => {
    expect(isDoubtful(withIndex({ ...snapshotOf(incident), tags: { 'incident-7-1': 'a' } }))).toBe(true)
  })
})

test('without a record anything of ours is a doubt, and nothing else', () => {
  const bare = { ...snapshotOf(incident), ledger: { state: 'absent' } as const }
  expect(isDoubtful(withIndex(bare))).toBe(true)
  const empty = { ...bare, children: [] }
  expect(isDoubtful(withIndex(empty))).toBe(false)
  const seen = (change: Change) => ({ ...empty, issue: { ...empty.issue, thread: [ours(change)] } })
  expect(isDoubtful(withIndex(seen({ is: 'assigned', who: who('dana') })))).toBe(true)
  expect(isDoubtful(withIndex(seen(comment(marker('reply', 'not-declared')))))).toBe(false)
})
