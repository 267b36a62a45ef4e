import { describe, expect, test } from 'vitest'
import { closureOf } from '../../src/domain/view/closure.ts'
import { withIndex } from '../../src/domain/view/index-snapshot.ts'
import type { PullView } from '../../src/domain/view/snapshot.ts'
import { board } from '../../src/rules/board.ts'
import { commands, incidentOf, isDone, said } from '../incident-of.ts'
import { marker, owed, snapshotOf, us, user, words } from '../snapshot-of.ts'

const rule = board
const incident = incidentOf()

/** The board as it would be posted now. */
const bodyOf = (of = incident): string => {
  const [operation] = owed(rule, of)
  if (operation?.do !== 'post-board') throw new Error('there is one already')
  return operation.body
}
const standing = { id: 'IC_1', body: bodyOf(), editedByOther: false }

test('a board that says what is true, pinned, is left alone', () =>
  expect(words(rule, incident, { issue: { board: standing, pinnedComment: 'IC_1' } })).toEqual([]))

test('an incident without one gets it: owed by the declaration, and bound to this issue', () => {
  const [operation] = owed(rule, incident)
  expect(operation).toMatchObject({ do: 'post-board', cause: 1, on: { id: 'I_7', number: 7 } })
  expect(bodyOf().endsWith(marker('board', '1'))).toBe(true)
})

test('on a locked page GitHub takes none: it is posted later', () =>
  expect(words(rule, incident, { issue: { locked: true } })).toEqual([]))

test('one that somebody deletes again and again is left, once it was asked about', () => {
  const back = ['bob', { is: 'reverted', manualChange: 'deleted', says: 'Posted again.' }] as const
  const asked = ['bob', { is: 'manual-change-questioned', manualChange: 'deleted', says: 'Leave it?' }] as const
  expect(words(rule, incidentOf(back, back, back))).toEqual(['post the board on #7'])
  expect(words(rule, incidentOf(back, back, back, asked))).toEqual([])
  expect(words(rule, incidentOf(asked))).toEqual([])
})

test('one that is out of date is edited where it stands', () => {
  const issue = { board: standing, pinnedComment: 'IC_1' }
  expect(words(rule, incidentOf(commands('dana')), { issue })).toEqual(['edit the board of #7'])
})

test('one that somebody edited is restored, word for word', () => {
  const issue = {
    board: { editedByOther: false, id: 'IC_1', body: `All is well.\n\n${marker('board', '1')}` },
    pinnedComment: 'IC_1',
  }
  expect(owed(rule, incident, { issue })).toMatchObject([{ do: 'edit-board', comment: 'IC_1', body: standing.body }])
})

test('one that is not pinned is pinned, unless somebody pinned another comment', () => {
  expect(words(rule, incident, { issue: { board: standing } })).toEqual(['pin the board of #7'])
  expect(words(rule, incident, { issue: { board: standing, pinnedComment: 'IC_theirs' } })).toEqual([])
})

test('however many hold a step, the board stays within what GitHub takes', () => {
  const who = Array.from({ length: 20 }, (_, i) => ({ id: 900 + i, login: `somebody-with-a-very-long-name-${i}` }))
  const many = incidentOf(commands('dana'), ['dana', { is: 'step-assigned', step: 'eject', who }])
  expect(bodyOf(many)).toContain('somebody-with-a-very-long-name-10 and 9 more')
  const long = {
    ...many,
    steps: many.steps.flatMap(step => Array.from({ length: 60 }, () => ({ ...step, title: 'long '.repeat(40) }))),
  }
  expect(bodyOf(long).length).toBeLessThan(65_536)
  expect(bodyOf(long).endsWith(marker('board', `${many.events.length}`))).toBe(true)
})

test('a step is named by its number once it has one', () => {
  const [without] = owed(rule, incident, { without: ['eject'] })
  expect(bodyOf()).toContain('#11')
  expect(without?.do === 'post-board' && without.body).not.toContain('#11')
})

test('the latest three notes stand there with their time in UTC, and of one comment all, however many', () => {
  const notes = Array.from(
    { length: 5 },
    (_, hour) =>
      [
        'bob',
        { is: 'timeline-noted', happened: `2026-03-01T0${hour}:30:00.000Z`, text: `note ${hour}`, raw: '' },
      ] as const,
  )
  const shownOf = (of: typeof incident): readonly string[] => bodyOf(of).match(/^- 2026-.*$/gm) ?? []
  const several = incidentOf(...notes)
  expect(shownOf(several)).toEqual([2, 3, 4].map(hour => `- 2026-03-01 0${hour}:30 UTC: note ${hour}`))
  const once = { ...several, events: several.events.map(event => ({ ...event, source: 'C_one' })) }
  expect(shownOf(once)).toEqual([0, 1, 2, 3, 4].map(hour => `- 2026-03-01 0${hour}:30 UTC: note ${hour}`))
})

test('it counts the lines of the record as far as the timeline tells them', () => {
  const issue = { board: standing, pinnedComment: 'IC_1' }
  const quiet = incidentOf(['mallory', { is: 'refused', what: 'command', command: '/cancel', says: 'No.' }])
  expect(words(rule, quiet, { issue })).toEqual([])
  const told = incidentOf(['dana', { is: 'insider-ruled-out', because: 'it came from outside' }])
  expect(words(rule, told, { issue })).toEqual(['edit the board of #7'])
})

describe('of a closed incident it says where the post-mortem is', () => {
  const closed = incidentOf(commands('dana'), isDone('eject'), ['dana', { is: 'closed' }])
  const digest = closureOf(closed, snapshotOf(closed))?.digest
  const written = { name: 'post-mortem/7', oid: 'd'.repeat(40), ours: true, text: `Made from ${digest}.` }
  const pull: PullView = {
    id: 'PR_20',
    number: 20,
    url: 'https://github.com/acme/ops/pull/20',
    branch: 'post-mortem/7',
    author: us,
    text: null,
    state: 'open',
    createdAt: said,
    closedAt: null,
    reviewers: [],
  }
  const bodyWith = (branches: readonly (typeof written)[], pulls: readonly PullView[], of = closed): string => {
    const [operation] = owed(rule, of, { postMortem: { branches, pulls } })
    if (operation?.do !== 'post-board') throw new Error('there is one already')
    return operation.body
  }
  const compare = 'https://github.com/acme/ops/compare/main...post-mortem/7?expand=1'

  test('before it is there, or while there is only a branch with something else in it', () => {
    expect(bodyWith([], [])).toContain('Closed. The post-mortem is being written.')
    expect(bodyWith([{ ...written, text: 'My draft.' }], [])).toContain('The post-mortem is being written.')
  })

  test('its pull request', () => expect(bodyWith([written], [pull])).toContain('Closed. Post-mortem: #20.'))

  test('the page to open one by hand, where the branch is written and there is none, or only a stranger’s', () => {
    expect(bodyWith([written], [])).toContain(`[open it by hand](${compare})`)
    expect(bodyWith([written], [{ ...pull, author: user('bob') }])).toContain(`[open it by hand](${compare})`)
  })

  test('nothing of it while the incident is open, or when it was a false alarm', () => {
    const cancelled = incidentOf(commands('dana'), ['dana', { is: 'cancelled', because: 'a test' }])
    for (const of of [incident, cancelled]) expect(bodyWith([written], [pull], of)).not.toMatch(/post-mortem/i)
  })

  test('nothing of an earlier close, before this one is in the record', () => {
    const view = snapshotOf(closed, { events: closed.events.slice(0, -1), postMortem: { branches: [], pulls: [pull] } })
    const [operation] = rule(closed, withIndex(view))
    expect(operation?.do === 'post-board' && operation.body).toContain('The post-mortem is being written.')
  })

  test('in a repository that lost its default branch there is no such page', () => {
    const view = snapshotOf(closed, { postMortem: { branches: [written], pulls: [] } })
    const [operation] = rule(closed, withIndex({ ...view, repository: { ...view.repository, defaultBranch: null } }))
    expect(operation?.do === 'post-board' && operation.body).toContain('The post-mortem is being written.')
  })
})
