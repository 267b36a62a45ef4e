import { describe, expect, test } from 'vitest'
import { startRetries } from '../../src/runtime/retries.ts'

const key = 'acme/ops#7'

/** How often in a row it ended `how`, after looks that ended so; `|`: one that neither failed nor succeeded. */
const inARow = (ends: readonly string[], how: string): number => {
  const retries = startRetries()
  for (const end of ends) {
    if (end === '|') retries.interrupted(key)
    else if (end === 'settled') retries.settled(key)
    else retries.failed(key, end, true)
  }
  return retries.failures(key, how)
}

describe('what lasts ended the same way', () => {
  test.each<[readonly string[], number]>([
    [[], 0],
    [['refused'], 1],
    [['refused', 'refused', 'refused'], 3],
    [['failed', 'failed'], 0],
    [['failed', 'failed', 'refused'], 1],
    [['refused', 'refused', 'failed'], 0],
    [['refused', 'refused', 'failed', 'refused'], 1],
    [['refused', '|', 'refused'], 1],
    [['refused', 'refused', '|'], 0],
    [['refused', 'settled', 'refused'], 1],
  ])('%j: %i times', (ends, times) => expect(inARow(ends, 'refused')).toBe(times))

  test('an event or a resync in between is no further time', () => {
    const retries = startRetries()
    for (const isRetry of [false, false, true, false]) retries.failed(key, 'refused', isRetry)
    expect(retries.failures(key, 'refused')).toBe(2)
    expect(retries.failures('acme/ops#8', 'refused')).toBe(0)
  })
})

test('pauses grow whatever the trouble is, and end', () => {
  const retries = startRetries()
  const pauses = ['failed', 'refused', 'refused', 'failed', 'absent', 'failed', 'failed', 'failed'].map(how =>
    retries.failed(key, how, true),
  )
  const bases = [10, 20, 40, 80, 160, 320, 600, null]
  expect(pauses.map((pause, i) => pause === null || pause >= (bases[i] ?? 0))).not.toContain(false)
  expect(pauses.map((pause, i) => pause === null || pause <= (bases[i] ?? 0) * 1.25)).not.toContain(false)
  expect(pauses.map(pause => pause === null)).toEqual(bases.map(base => base === null))
})
