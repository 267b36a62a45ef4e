import { expect, test } from 'vitest'
import { type Night, openNight, scenario } from '../night.ts'
import { picture } from '../picture.ts'
import { firstDifference } from './prefix.ts'
import { isWhole, tryAt } from './sample.ts'

// Law 2, the hardest case: an answer never comes, and the request takes effect after all, when others have been sent.

/** Writes of the night, one at a time, lose their answer and take effect after so many more requests. */
const delayWrites = async (
  requests: number,
): Promise<{ possible: number; tried: number; found: readonly string[] }> => {
  const night = await openNight({ validate: false, memory: 0 })
  const found: string[] = []
  let possible = 0
  let tried = 0
  for (const [index, moment] of scenario.entries()) {
    await night.play(moment)
    const before = night.emulator.checkpoint()
    const from = night.emulator.requests.length
    await night.rest()
    const alone = seen(night)
    const writes = night.emulator.requests.slice(from).flatMap(({ mutating }, k) => (mutating ? [k + 1] : []))
    const after = night.emulator.checkpoint()
    possible += writes.length
    for (const request of tryAt(`late by ${requests}`, index, writes)) {
      night.emulator.restore(before)
      night.emulator.faults.add({ request, mode: 'late', requests })
      await night.rest()
      const late = seen(night)
      tried += 1
      if (late !== alone) found.push(`${index} ${request} ${firstDifference(JSON.parse(alone), JSON.parse(late), '')}`)
      night.emulator.faults.clear()
    }
    night.emulator.restore(after)
  }
  return { possible, tried, found }
}

const seen = (night: Night): string => JSON.stringify(picture(night.emulator))

test('it takes effect within its lease: nothing is made twice', async () => {
  const { possible, tried, found } = await delayWrites(1)
  expect(found).toEqual([])
  expect(possible).toBeGreaterThan(60)
  expect(tried).toBeGreaterThan(possible / (isWhole ? 1.001 : 8))
})

test('it outlives its lease, against all assumptions: what was made twice is put away', async () => {
  const { tried, found } = await delayWrites(2)
  expect(found.filter(one => !one.endsWith('minimized: null became "duplicate"'))).toEqual([])
  expect(tried).toBeGreaterThan(8)
})
