import { expect, test } from 'vitest'
import { type Night, openNight, scenario } from '../night.ts'
import { picture } from '../picture.ts'
import { firstDifference } from './prefix.ts'

// Law 2, the hardest case: an answer never comes, and the request takes effect after all, when others have been sent.

/** Every write of the night loses its answer and takes effect after so many more requests. */
const delayEvery = async (requests: number): Promise<{ tried: number; found: readonly string[] }> => {
  const night = await openNight({ validate: false, memory: 0 })
  const found: string[] = []
  let tried = 0
  for (const [index, moment] of scenario.entries()) {
    await night.play(moment)
    const before = night.emulator.checkpoint()
    const from = night.emulator.requests.length
    await night.rest()
    const alone = seen(night)
    const writes = night.emulator.requests.slice(from).flatMap(({ mutating }, k) => (mutating ? [k + 1] : []))
    const after = night.emulator.checkpoint()
    for (const request of writes) {
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
  return { tried, found }
}

const seen = (night: Night): string => JSON.stringify(picture(night.emulator))

test('it takes effect within its lease: nothing is made twice', async () => {
  const { tried, found } = await delayEvery(1)
  expect(found).toEqual([])
  expect(tried).toBeGreaterThan(60)
}, 1_800_000)

test('it outlives its lease, against all assumptions: what was made twice is put away', async () => {
  const { found } = await delayEvery(2)
  expect(found.filter(one => !one.endsWith('minimized: null became "duplicate"'))).toEqual([])
}, 1_800_000)
