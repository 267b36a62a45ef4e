import { expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import { redactions } from '../../src/rules/redactions.ts'
import { incidentOf, who } from '../incident-of.ts'
import { comment, user, words } from '../snapshot-of.ts'

const decided: Decision = {
  is: 'comment-redacted',
  comment: 'IC_1',
  page: 7,
  at: 'https://github.com/acme/ops/issues/7#IC_1',
  author: who('bob'),
  written: '2026-03-01T10:40:00Z',
  kinds: ['github'],
  digest: 'd'.repeat(64),
}
const redacted = incidentOf(['dana', decided])
const thread = [comment('IC_1', user('bob'), 'the key is out'), comment('IC_2', user('bob'), 'look')]
const shown = { issue: { thread } }

test('nothing is deleted when nothing is to be, or when it is gone', () => {
  expect(words(redactions, incidentOf(), shown)).toEqual([])
  expect(words(redactions, redacted, { issue: { thread: thread.slice(1) } })).toEqual([])
})

test('a comment that is to be deleted and still stands there is deleted', () => {
  expect(words(redactions, redacted, shown)).toEqual(['delete a comment on #7'])
})

test('one whose deletion is recorded, or recorded as refused, is left alone until somebody asks again', () => {
  const gone: Decision = { is: 'comment-deleted', comment: 'IC_1', page: 7 }
  const refused: Decision = { is: 'deletion-refused', comment: 'IC_1', page: 7, says: 'no' }
  for (const outcome of [gone, refused]) {
    expect(words(redactions, incidentOf(['dana', decided], ['dana', outcome]), shown)).toEqual([])
    expect(words(redactions, incidentOf(['dana', decided], ['dana', outcome], ['erin', decided]), shown)).toEqual([
      'delete a comment on #7',
    ])
  }
})
