import { expect, test } from 'vitest'
import { redactions } from '../../src/rules/redactions.ts'
import { incidentOf, who } from '../incident-of.ts'
import { comment, user, words } from '../snapshot-of.ts'

const redacted = incidentOf([
  'dana',
  {
    is: 'comment-redacted',
    comment: 'IC_1',
    page: 7,
    at: 'https://github.com/acme/ops/issues/7#IC_1',
    author: who('bob'),
    written: '2026-03-01T10:40:00Z',
    kinds: ['github'],
    digest: 'd'.repeat(64),
  },
])
const thread = [comment('IC_1', user('bob'), 'the key is out'), comment('IC_2', user('bob'), 'look')]

test('nothing is deleted when nothing is to be, or when it is gone', () => {
  expect(
    words(
      redactions(() => true),
      incidentOf(),
      { issue: { thread } },
    ),
  ).toEqual([])
  expect(
    words(
      redactions(() => true),
      redacted,
      { issue: { thread: thread.slice(1) } },
    ),
  ).toEqual([])
})

test('a comment that is to be deleted and still stands there is deleted', () => {
  expect(
    words(
      redactions(() => true),
      redacted,
      { issue: { thread } },
    ),
  ).toEqual(['delete a comment on #7'])
})

test('one that was settled long ago is not looked for', () => {
  expect(
    words(
      redactions(() => false),
      redacted,
      { issue: { thread } },
    ),
  ).toEqual([])
})
