import { expect, test } from 'vitest'
import { picture } from '../picture.ts'
import { beats, openScenario, type Scenario } from '../scenario.ts'
import { firstDifference } from './prefix.ts'
import { isWhole, tryAt } from './sample.ts'

// Law 2, the hardest case: an answer never comes, and the request takes effect after all, when others have been sent.

/** Writes of the scenario, one at a time, lose their answer and take effect after so many more requests. */
const delayWrites = async (
  requests: number,
): Promise<{ possible: number; tried: number; found: readonly string[] }> => {
  const scenario = await openScenario({ validate: false, memory: 0 })
  const found: string[] = []
  let possible = 0
  let tried = 0
  for (const [index, moment] of beats.entries()) {
    await scenario.play(moment)
    const before = scenario.emulator.checkpoint()
    const from = scenario.emulator.requests.length
    await scenario.rest()
    const alone = seen(scenario)
    const writes = scenario.emulator.requests.slice(from).flatMap(({ mutating }, k) => (mutating ? [k + 1] : []))
    const after = scenario.emulator.checkpoint()
    possible += writes.length
    for (const request of tryAt(`late by ${requests}`, index, writes)) {
      scenario.emulator.restore(before)
      scenario.emulator.faults.add({ request, mode: 'late', requests })
      await scenario.rest()
      const late = seen(scenario)
      tried += 1
      if (late !== alone) found.push(`${index} ${request} ${firstDifference(JSON.parse(alone), JSON.parse(late), '')}`)
      scenario.emulator.faults.clear()
    }
    scenario.emulator.restore(after)
  }
  return { possible, tried, found }
}

const seen = (scenario: Scenario): string => JSON.stringify(picture(scenario.emulator))

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
