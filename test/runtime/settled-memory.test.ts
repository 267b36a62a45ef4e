import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sight } from '../../src/adapters/github/client/first-look.ts'
import { type Settled, type SettledMemory, startSettledMemory } from '../../src/runtime/settled-memory.ts'

const start = Date.parse('2026-03-01T10:00:00Z')
const at = (seconds: number): string => new Date(start + seconds * 1_000).toISOString()
const key = 'acme/ops#7'

/** Something moved last at 0; it was looked at, and read whole, ten minutes later. */
const sight: Sight = { number: 7, head: 'abc', mark: 'as it was', moved: at(0) }
const settled: Settled = { asked: at(601), began: 601, head: 'abc', due: null }

/** As a resync does: what is not settled is read, and so looked at. */
const passesOver = (memory: SettledMemory, key: string, sight: Sight, at: string): boolean => {
  const isSettled = memory.isSettled(key, sight, at)
  if (!isSettled) memory.look(key, sight)
  return isSettled
}

const passed = (given: {
  sight?: Partial<Sight>
  settled?: Partial<Settled> | null
  next?: Partial<Sight>
  after?: number
}) => {
  const memory = startSettledMemory(() => 600)
  const first = { ...sight, ...given.sight }
  expect(passesOver(memory, key, first, at(600))).toBe(false)
  memory.ended(key, given.settled === null ? null : { ...settled, ...given.settled })
  return passesOver(memory, key, { ...first, ...given.next }, at(given.after ?? 1_500))
}

describe('a resync passes over', () => {
  test('what equals what a settled run went by', () => expect(passed({})).toBe(true))

  test.each([
    ['it has moved since', { next: { mark: 'as it is', moved: at(900) } }],
    ['its record has another head', { next: { mark: 'with another head', head: 'def' } }],
    ['the run had not settled it', { settled: null }],
    ['the run read another head than the look before it', { settled: { head: 'def' } }],
    ['the run read before the look', { settled: { began: 599 } }],
    ['it had moved less than a minute before the read', { sight: { moved: at(545) } }],
    ['it had moved a minute before the read to the second', { sight: { moved: at(541) } }],
    ['something is due by now', { settled: { due: at(1_400) } }],
    ['something is due this very second', { settled: { due: at(1_500) } }],
    ['the read is almost an hour old', { after: 601 + 55 * 60 }],
  ])('nothing where %s', (_why, given) => expect(passed(given)).toBe(false))

  test.each([
    ['it had moved a little over a minute before the read', { sight: { moved: at(540) } }],
    ['something is due later', { settled: { due: at(1_501) } }],
    ['the read is 54 minutes old', { after: 601 + 54 * 60 }],
    ['there is no record, and was none', { sight: { head: null }, settled: { head: null } }],
  ])('it, though %s', (_why, given) => expect(passed(given)).toBe(true))

  test('nothing that another process knows: after a restart everything is read', () =>
    expect(passesOver(startSettledMemory(), key, sight, at(1_500))).toBe(false))

  test('nothing of which a later run has something to say, until that has settled after a look', () => {
    let clock = 600
    const memory = startSettledMemory(() => clock)
    passesOver(memory, key, sight, at(600))
    memory.ended(key, settled)
    memory.ended(key, null)
    clock = 1_500
    expect(passesOver(memory, key, sight, at(1_500))).toBe(false)
    memory.ended(key, { ...settled, asked: at(1_501), began: 1_501 })
    expect(passesOver(memory, key, sight, at(2_400))).toBe(true)
  })

  test('no incident for another', () => {
    const memory = startSettledMemory(() => 600)
    passesOver(memory, key, sight, at(600))
    memory.ended(key, settled)
    expect(passesOver(memory, 'acme/ops#8', sight, at(1_500))).toBe(false)
  })
})

test('a question changes nothing: only a look does', () => {
  const memory = startSettledMemory(() => 600)
  memory.look(key, sight)
  memory.ended(key, settled)
  expect(memory.isSettled(key, { ...sight, mark: 'as it is' }, at(1_500))).toBe(false)
  expect(memory.isSettled(key, sight, at(1_500))).toBe(true)
  memory.look(key, sight)
  expect(memory.isSettled(key, sight, at(1_500))).toBe(false)
})

describe('what is an hour old is forgotten at the next look, at whatever incident', () => {
  const hour = 3_600_000
  const other = 'acme/ops#8'

  test.each([
    [hour - 600_000, true],
    [hour + 600_000, false],
  ])('a look without a run, after %i ms: %s', (later, isKept) => {
    let clock = 600
    const memory = startSettledMemory(() => clock)
    memory.look(key, sight)
    clock = later
    memory.look(other, sight)
    memory.ended(key, settled)
    expect(memory.isSettled(key, sight, at(1_500))).toBe(isKept)
  })

  test.each([
    [hour - 600_000, true],
    [hour + 600_000, false],
  ])('what was settled, after %i ms: %s', (later, isKept) => {
    let clock = 600
    const memory = startSettledMemory(() => clock)
    memory.look(key, sight)
    memory.ended(key, settled)
    clock = later
    memory.look(other, sight)
    expect(memory.isSettled(key, sight, at(1_500))).toBe(isKept)
  })
})

test('whatever moves, however it is looked at and read: nothing is passed over that moved after the read', () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant('moves' as const), after: fc.integer({ min: 0, max: 900 }) }),
    fc.record({ does: fc.constant('looks' as const), after: fc.integer({ min: 0, max: 900 }) }),
    fc.record({ does: fc.constant('reads' as const), after: fc.integer({ min: 0, max: 900 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const memory = startSettledMemory(() => now.second)
      const [last, now] = [{ moved: 0, read: Number.NEGATIVE_INFINITY }, { second: 0 }]
      for (const { does, after } of steps) {
        now.second += after
        const mark = `moved at ${last.moved}`
        if (does === 'moves') last.moved = now.second
        if (does === 'reads') {
          last.read = now.second
          memory.ended(key, { asked: at(now.second), began: now.second, head: 'abc', due: null })
        }
        if (does !== 'looks') continue
        const over = passesOver(memory, key, { number: 7, head: 'abc', mark, moved: at(last.moved) }, at(now.second))
        if (!over) continue
        expect(last.read - last.moved).toBeGreaterThan(60)
        expect(now.second - last.read).toBeLessThan(3_600)
      }
    }),
  )
})
