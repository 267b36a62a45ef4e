import { describe, expect, test } from 'vitest'
import { writerVersion } from '../../src/domain/events/version.ts'
import type { Lease } from '../../src/domain/view/snapshot.ts'
import type { Creation } from '../../src/operations/operation.ts'
import { standing, takeLeases } from '../../src/planner/leases.ts'

const now = '2026-03-01T10:00:00Z'
const at = (seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString()
const me = { id: 'me', unclear: new Set<string>() }
const creation = (cause: number): Creation => ({
  do: 'reply',
  cause,
  on: { id: 'I_1', number: 1 },
  key: 'IC_1',
  body: '',
})
const lease = (run: string, seconds: number, events: [number, number] = [1, 3]): Lease => ({
  run,
  until: at(seconds),
  events,
})

describe('who may create what an event owes', () => {
  test('nobody holds it: it is free', () => expect(standing(creation(2), [], me, now)).toEqual({ is: 'free' }))

  test('we hold it for long enough: ours', () =>
    expect(standing(creation(2), [lease('me', 16)], me, now)).toEqual({ is: 'mine' }))

  test('we hold it, but a request could outlive it: it is renewed', () =>
    expect(standing(creation(2), [lease('me', 15)], me, now)).toEqual({ is: 'free' }))

  test('another run holds it: left until then', () =>
    expect(standing(creation(2), [lease('you', 1)], me, now)).toEqual({ is: 'left', until: at(1) }))

  test('another run held it: free from its very end on', () =>
    expect(standing(creation(2), [lease('you', 0)], me, now)).toEqual({ is: 'free' }))

  test('the newest lease over a line counts', () =>
    expect(standing(creation(2), [lease('you', 60), lease('me', 60, [2, 2])], me, now)).toEqual({ is: 'mine' }))

  test('a lease over other lines says nothing', () =>
    expect(standing(creation(4), [lease('you', 60)], me, now)).toEqual({ is: 'free' }))

  test('we do not know how it went: left, although the lease is ours', () => {
    const unsure = { id: 'me', unclear: new Set(['reply IC_1']) }
    expect(standing(creation(2), [lease('me', 40)], unsure, now)).toEqual({ is: 'left', until: at(40) })
    expect(standing(creation(2), [lease('me', 0)], unsure, now)).toEqual({ is: 'free' })
  })
})

describe('what a commit does to the leases', () => {
  const before = {
    v: 1,
    writer: 1,
    watermark: at(-600),
    leases: [lease('you', 30, [1, 2]), lease('she', -1, [3, 3]), lease('me', 20, [4, 4])],
  } as const

  test("others' live ones stay, ended ones go, ours run for a minute from the read", () =>
    expect(takeLeases(before, me, [5, 6, 9], now, now)).toEqual({
      v: 1,
      writer: writerVersion,
      watermark: now,
      leases: [
        lease('you', 30, [1, 2]),
        { run: 'me', until: at(60), events: [4, 6] },
        { run: 'me', until: at(60), events: [9, 9] },
      ],
    }))

  test('the fence is raised to this version, never lowered, and what a newer one wrote beside it stays', () => {
    expect(takeLeases(null, me, [1], now, now)).toMatchObject({ writer: writerVersion })
    const more = { ...before, writer: writerVersion + 3, pages: { sent: 2 } }
    expect(takeLeases(more, me, [5], now, now)).toMatchObject({ writer: writerVersion + 3, pages: { sent: 2 } })
  })
})
