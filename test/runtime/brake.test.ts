import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsAsCreation, type Operation } from '../../src/operations/operation.ts'
import { keepBrakes, startBrake } from '../../src/reconcile/brake.ts'

const start = Date.parse('2026-03-01T10:00:00Z')
const at = (seconds: number): string => new Date(start + seconds * 1_000).toISOString()

describe('the brake of creations', () => {
  test('nothing was created: at once', () => expect(startBrake().until(10, at(0))).toBeNull())

  test('what creates nothing never waits', () => {
    const brake = startBrake()
    brake.count(10_000, at(0))
    expect(brake.until(0, at(0))).toBeNull()
  })

  test('a minute’s creations are counted from the first on', () => {
    const brake = startBrake()
    brake.count(10, at(0))
    brake.count(60, at(30))
    expect(brake.until(1, at(40))).toBe(at(60))
    expect(brake.until(10, at(40))).toBe(at(60))
    expect(brake.until(11, at(40))).toBe(at(90))
    expect(brake.until(10, at(60))).toBeNull()
  })

  test('an hour’s as well', () => {
    const brake = startBrake()
    for (let minute = 0; minute < 7; minute += 1) brake.count(60, at(minute * 60))
    expect(brake.until(20, at(500))).toBeNull()
    expect(brake.until(21, at(500))).toBe(at(3_600))
  })

  test('each account has its own, the same for as long as the process lives', () => {
    const brakeOf = keepBrakes<number>()
    brakeOf(1).count(70, at(0))
    expect(brakeOf(1).until(1, at(1))).toBe(at(60))
    expect(brakeOf(2).until(1, at(1))).toBeNull()
  })

  test('whoever asks first, waits and counts never creates more than 80 in a minute, or 500 in an hour', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 40 })), { maxLength: 200 }),
        asked => {
          const brake = startBrake()
          const made: { at: number; count: number }[] = []
          let now = 0
          for (const [count, pause] of asked) {
            now += pause
            const until = brake.until(count, at(now))
            if (until !== null) {
              expect(Date.parse(until)).toBeGreaterThan(start + now * 1_000)
              now = Math.ceil((Date.parse(until) - start) / 1_000)
            }
            expect(brake.until(count, at(now))).toBeNull()
            brake.count(count, at(now))
            made.push({ at: now, count })
          }
          const within = (end: number, span: number) =>
            made.filter(one => one.at <= end && one.at > end - span).reduce((sum, one) => sum + one.count, 0)
          for (const one of made) {
            expect(within(one.at, 60)).toBeLessThanOrEqual(80)
            expect(within(one.at, 3_600)).toBeLessThanOrEqual(500)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('what GitHub counts as creating: reactions and refs too, edits not', () => {
  const on = { id: 'I_1', number: 1 }
  const kinds: readonly (readonly [Operation, boolean])[] = [
    [{ do: 'acknowledge', on, comment: 'IC_1' }, true],
    [{ do: 'reply', cause: 1, on, key: 'IC_1', body: '' }, true],
    [{ do: 'post-board', cause: 1, on, body: '' }, true],
    [{ do: 'edit-board', on, comment: 'IC_1', body: '' }, false],
    [{ do: 'close', on, reason: 'completed' }, false],
    [{ do: 'add-label', on, label: 'SEV-1' }, false],
    [{ do: 'minimise', on, comment: 'IC_1' }, false],
  ]
  expect(kinds.filter(([operation, counts]) => countsAsCreation(operation) !== counts)).toEqual([])
})
