import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Activity, judgeActivity } from '../../../src/domain/view/judge-activity.ts'

// What GitHub says was done to a record's branch, oldest first, and whether it still stands where we left it.

const us = { id: 1, login: 'tocsin[bot]' }
const mallory = { id: 2, login: 'mallory' }
const none = '0'
const at = '2026-03-01T22:00:00Z'

const make = (after: string, by = us): Activity => ({ type: 'branch_creation', before: none, after, at, by })
const push = (before: string, after: string, by = us): Activity => ({ type: 'push', before, after, at, by })
const force = (before: string, after: string, by = mallory): Activity => ({ type: 'force_push', before, after, at, by })
const drop = (before: string, by = mallory): Activity => ({ type: 'branch_deletion', before, after: none, at, by })

const opened = [make('main'), push('main', 'a'), push('a', 'b')]
const judge = (more: readonly Activity[], ...reached: string[]) => judgeActivity([...opened, ...more], [us.id], reached)
const rolledBack = { is: 'rolled-back', to: 'b', by: 'mallory', at }

describe('the record stands', () => {
  test.each([
    ['where we left it', [], ['b', 'a']],
    ['further on, by a commit of ours that the list does not have yet', [], ['c', 'b', 'a']],
    ['where a read that is behind does not see it', [], ['a']],
    ['there again, pushed back and restored', [force('b', 'a'), force('a', 'b', mallory)], ['b']],
    ['there again, deleted and made anew', [drop('b'), make('b', mallory)], ['b']],
    ['there again, after a foreign commit', [push('b', 'x', mallory), force('x', 'b')], ['b']],
    ['and went on since it was restored', [force('b', 'a'), force('a', 'b'), push('b', 'c')], ['c', 'b']],
  ])('%s', (_, more, reached) => expect(judge(more, ...reached)).toEqual({ is: 'intact' }))
})

describe('it was taken away', () => {
  test.each([
    ['pushed back', [force('b', 'a')], ['a'], 'moved'],
    [
      'pushed back, and we went on from there before anybody noticed',
      [force('b', 'a'), push('a', 'c')],
      ['c', 'a'],
      'moved',
    ],
    ['pushed back in two steps', [force('b', 'a'), force('a', 'main')], ['main'], 'moved'],
    ['deleted', [drop('b')], [], 'deleted'],
    ['deleted, and made anew at an older commit', [drop('b'), make('a', mallory)], ['a'], 'deleted'],
    ['written on, and then pushed back', [push('b', 'x', mallory), force('x', 'a')], ['a'], 'moved'],
  ])('%s', (_, more, reached, how) => expect(judge(more, ...reached)).toEqual({ ...rolledBack, how }))

  test('by somebody whom GitHub does not name', () => {
    expect(judge([{ ...force('b', 'a'), by: null }], 'a')).toEqual({ ...rolledBack, by: null, how: 'moved' })
  })

  test('by us, or in our name: a forced push moves nothing on', () => {
    expect(judge([force('b', 'a', us)], 'a')).toMatchObject({ is: 'rolled-back', to: 'b' })
  })
})

test('none of ours was ever there', () => {
  expect(judgeActivity([], [us.id], [])).toEqual({ is: 'never' })
  expect(judgeActivity([make('x', mallory), push('x', 'y', mallory)], [us.id], ['y'])).toEqual({ is: 'never' })
})

test('whatever others do, in whatever order: it is intact only where it holds our newest commit', () => {
  const oid = fc.constantFrom('main', 'a', 'b', 'x', 'y')
  const deed = fc.tuple(fc.constantFrom('push', 'force_push', 'branch_deletion', 'branch_creation'), oid)
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), deeds => {
      let head = 'b'
      const done = deeds.map(([type, to]): Activity => {
        const after = type === 'branch_deletion' ? none : to
        const one = { type, before: head, after, at, by: mallory } as const
        head = after
        return one
      })
      expect(judge(done, ...(head === none ? [] : [head])).is).toBe(head === 'b' ? 'intact' : 'rolled-back')
    }),
  )
})
