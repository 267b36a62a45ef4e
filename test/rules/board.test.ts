import { expect, test } from 'vitest'
import { board } from '../../src/rules/board.ts'
import { commands, incidentOf } from '../incident-of.ts'
import { marker, owed, words } from '../snapshot-of.ts'

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
