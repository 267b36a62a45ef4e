import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import { later } from '../../src/domain/terms/timestamp.ts'
import { withIndex } from '../../src/domain/view/index-snapshot.ts'
import type { Snapshot } from '../../src/domain/view/snapshot.ts'
import { deletions, refusedDeletion } from '../../src/planner/deletions.ts'
import { incidentOf, said, who } from '../incident-of.ts'
import { comment, snapshotOf, user } from '../snapshot-of.ts'

const written = later(said, -3_600)
const decided = (page: number): Decision => ({
  is: 'comment-redacted',
  comment: 'IC_1',
  page,
  at: 'https://github.com/acme/ops/issues/7#issuecomment-1',
  author: who('bob'),
  written,
  kinds: ['github'],
  digest: 'd'.repeat(64),
})
const thread = [comment('IC_1', user('bob'), 'the key is out', { at: written })]

/** Something that came after it, on its page. */
const since = [comment('IC_2', user('dana'), 'thank you', { at: later(written, 1) })]
const withLater = (snapshot: Snapshot): Snapshot => ({ ...snapshot, issue: { ...snapshot.issue, thread: since } })

const recorded = (spoil: (snapshot: Snapshot) => Snapshot, page = 7) => {
  const incident = incidentOf(['dana', decided(page)])
  return deletions(incident, withIndex(spoil(snapshotOf(incident))), 'run').map(({ is }) => is)
}
const afterAWhile = (snapshot: Snapshot): Snapshot => ({ ...snapshot, now: later(snapshot.now, 601) })

describe('that a comment is gone', () => {
  test.each([
    ['from the beginning', null],
    ['from long before it was written', later(written, -600)],
    ['from the second on in which it was written', written],
  ])('is recorded where its page was read %s and does not show it', (_from, readFrom) =>
    expect(recorded(one => ({ ...withLater(one), readFrom }))).toEqual(['comment-deleted']),
  )

  test('is not known from a list that may be behind, with nothing in it that came after: not for ten minutes', () => {
    const asOldAsTheComment = [comment('IC_0', user('dana'), 'hello', { at: written })]
    expect(recorded(one => one)).toEqual([])
    expect(recorded(one => ({ ...one, issue: { ...one.issue, thread: asOldAsTheComment } }))).toEqual([])
    expect(recorded(afterAWhile)).toEqual(['comment-deleted'])
  })

  test.each([1, 5, 60, 3_600])('is not known where the read begins %i s after it was written', seconds =>
    expect(recorded(one => afterAWhile({ ...one, readFrom: later(written, seconds) }))).toEqual([]),
  )

  test('is not so while it is shown', () =>
    expect(recorded(one => afterAWhile({ ...one, issue: { ...one.issue, thread } }))).toEqual([]))
})

describe('a page that is not under the incident any more', () => {
  test('may be missing from a list that is behind: nothing is concluded at first', () =>
    expect(recorded(one => one, 99)).toEqual([]))

  test('is given up after a while, and whoever asked is told', () => {
    expect(recorded(afterAWhile, 99)).toEqual(['deletion-refused'])
    expect(recorded(one => afterAWhile({ ...one, away: true }))).toEqual(['deletion-refused'])
  })
})

describe('a refusal of GitHub', () => {
  const incident = incidentOf(['dana', decided(7)])
  const operation = { do: 'delete-comment', on: { id: 'I_7', number: 7 }, comment: 'IC_1' } as const
  const view = withIndex(snapshotOf(incident, { issue: { thread } }))
  const mayPass = { id: 'run', unsure: new Set(['delete-comment IC_1']) }
  const of = (run: Parameters<typeof refusedDeletion>[3], at = view) =>
    refusedDeletion(operation, incident, at, run).map(({ is, by }) => [is, by?.login])

  test('that is final is recorded at once, in the name of whoever decided it', () =>
    expect(of({ id: 'run' })).toEqual([['deletion-refused', 'dana']]))

  test('that may pass is recorded when it lasts: over several runs, or for a while', () => {
    expect(of(mayPass)).toEqual([])
    expect(of({ ...mayPass, lasting: true })).toEqual([['deletion-refused', 'dana']])
    expect(of(mayPass, withIndex(afterAWhile(view)))).toEqual([['deletion-refused', 'dana']])
  })
})
