import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { operations } from '../../src/operations/index.ts'
import { describe as inWords, isCreation, keyOf, mutationFor, type Operation } from '../../src/operations/operation.ts'
import { incidentOf } from '../incident-of.ts'
import { account, snapshotOf } from '../snapshot-of.ts'
import { everyOperation } from './every.ts'

const snapshot = snapshotOf(incidentOf())
const every = everyOperation({ snapshot, who: account('dana'), comment: 'C_1', pull: 'PR_1' })

describe('every kind of operation', () => {
  test('has an example, a file of its own name, and its own name in it', () => {
    const kinds = Object.keys(operations).toSorted()
    expect(every.map(one => one.do).toSorted()).toEqual(kinds)
    expect(
      Object.values(operations)
        .map(kind => kind.do)
        .toSorted(),
    ).toEqual(kinds)
    const files = readdirSync('src/operations').map(name => name.replace('.ts', ''))
    expect(kinds.filter(kind => !files.includes(kind))).toEqual([])
  })

  test('has a key, and no two operations that differ have the same', () => {
    expect(new Set(every.map(one => keyOf(one))).size).toBe(every.length)
  })

  test('says itself, without what people wrote', () => {
    expect(every.map(one => inWords(one))).toMatchInlineSnapshot(`
      [
        "open step eject under #7",
        "post the board on #7",
        "open an issue to continue the incident on",
        "put #11 under #7",
        "write the marker into #7",
        "reply on #11",
        "create branch post-mortem/1",
        "commit incidents/1/post-mortem.md to post-mortem/1",
        "open the pull request of post-mortem/1",
        "create label SEV-1",
        "add label incident to #11",
        "remove label incident from #7",
        "assign dana to #11",
        "unassign dana from #11",
        "close #11 as not planned",
        "reopen #11",
        "close #11 as a duplicate of #7",
        "mark #11 as blocked by #7",
        "restore the record to bbbbbbbbbbbb",
        "create tag incident-1-1",
        "request review of #9 from dana",
        "minimise a second copy of a comment on #7",
        "edit the board of #7",
        "pin the board of #7",
        "acknowledge a command on #7",
        "delete a comment on #7",
      ]
    `)
  })

  test('asks GitHub for the visibility back, for the first write after it changed must be the last', () => {
    const labels = [...snapshot.repository.labels, { id: 'L', name: 'incident' }]
    const here = { ...snapshot, repository: { ...snapshot.repository, labels } }
    // these show nobody anything, and their answers have nothing of the repository
    for (const one of every.filter(one => one.do !== 'delete-comment' && one.do !== 'restore-record')) {
      const mutation = mutationFor(one, here)
      expect('select' in mutation ? mutation.select : mutation.inexpressible, one.do).toContain(
        'repository { visibility }',
      )
    }
  })

  test('puts a record back only from where it was read', () => {
    const put = mutationFor({ do: 'restore-record', from: 'a'.repeat(40), to: 'b'.repeat(40) }, snapshot)
    expect(put).toMatchObject({ input: { refUpdates: [{ beforeOid: 'a'.repeat(40), afterOid: 'b'.repeat(40) }] } })
  })

  test('needs a lease if, and only if, it creates something', () => {
    expect(every.filter(isCreation).map(one => one.do)).toEqual([
      'open-step',
      'post-board',
      'open-issue',
      'reply',
      'open-pull-request',
    ])
  })
})

describe('the key', () => {
  const board = (body: string): Operation => ({ do: 'edit-board', on: { id: 'I_7', number: 7 }, comment: 'C_1', body })

  test('of another text is another: an edit that was refused does not keep the next one away', () => {
    expect(keyOf(board('one'))).not.toBe(keyOf(board('two')))
    expect(keyOf(board('one'))).toBe(keyOf(board('one')))
  })

  test('holds no text', () => expect(keyOf(board('somebody is in'))).not.toContain('somebody'))

  test('of the same step is the same, whatever the step says by now', () => {
    const [step] = every.filter(one => one.do === 'open-step')
    if (step === undefined) throw new Error('no step')
    expect(keyOf({ ...step, title: 'B', body: 'b', cause: 9 })).toBe(keyOf(step))
  })
})
