import type { FaultOrder } from 'github-emulator'
import { expect, test } from 'vitest'
import { mayPass } from '../../src/domain/terms/run-outcome.ts'
import { nameOf } from '../../src/runtime/process-incident.ts'
import { picture } from '../picture.ts'
import { beats, openScenario, type Scenario } from '../scenario.ts'
import { firstDifference } from './prefix.ts'
import { isWhole, tryAt } from './sample.ts'

// Law 2 for what GitHub refuses for a moment, and for what it gives up of an answer: the end is the same, and nobody is told.

const whole = ['401', '403', '404'] as const
const ofAlias = ['too-quickly', 'priority-taken', 'forbidden', 'resource-limits'] as const

type Sent = { readonly mutating: boolean; readonly aliases: readonly unknown[] }

/** Each fault that one of these requests can meet. */
const faultsAt = (requests: readonly Sent[]): readonly FaultOrder[] =>
  requests.flatMap(({ mutating, aliases }, k): readonly FaultOrder[] => {
    const request = k + 1
    const statuses = whole.map(mode => ({ request, mode }))
    if (!mutating) {
      const parts = [100, 25, 5].flatMap(above => [false, true].map(parent => ({ above: above - 1, parent })))
      return [...statuses, ...parts.map(part => ({ request, mode: 'resource-limits' as const, ...part }))]
    }
    const places = aliases.flatMap((_, i) => ofAlias.map(mode => ({ request, alias: i + 1, mode })))
    const after = aliases.map((_, i) => ({ request, alias: i + 1, mode: 'resource-limits' as const, done: true }))
    return [...statuses, ...places, ...after]
  })

/** As the App does: what may pass is looked at again after a pause. */
const restAtLast = async (scenario: Scenario): Promise<void> => {
  const last = (await scenario.rest()).at(-1)
  if (last === undefined || !mayPass(nameOf(last))) return
  scenario.emulator.clock.advance(10_000)
  await scenario.rest()
}

test('one refusal, or one answer in part, anywhere in the scenario', async () => {
  const scenario = await openScenario({ validate: false, memory: 0 })
  const found: string[] = []
  let [possible, tried] = [0, 0]
  for (const [index, moment] of beats.entries()) {
    await scenario.play(moment)
    const before = scenario.emulator.checkpoint()
    const from = scenario.emulator.requests.length
    await scenario.rest()
    const alone = picture(scenario.emulator)
    const faults = faultsAt(scenario.emulator.requests.slice(from))
    const after = scenario.emulator.checkpoint()
    possible += faults.length
    // many more than cuts: fewer of each moment
    for (const fault of tryAt('refused', index, faults).filter((_, i) => isWhole || i % 12 === index % 12)) {
      scenario.emulator.restore(before)
      scenario.emulator.faults.clear()
      scenario.emulator.faults.add(fault)
      const why = await restAtLast(scenario).then(
        () => firstDifference({ all: alone }, { all: picture(scenario.emulator) }, ''),
        (error: unknown) => String(error),
      )
      tried += 1
      if (!why.endsWith(': the same')) found.push(`${index} ${JSON.stringify(fault)} ${why}`)
    }
    scenario.emulator.faults.clear()
    scenario.emulator.restore(after)
  }
  expect(found).toEqual([])
  expect(possible).toBeGreaterThan(500)
  expect(tried).toBeGreaterThan(20)
})

test('lists are given up above 40, and counts lag, the whole scenario long: the same end', async () => {
  const plain = await openScenario({ validate: false, memory: 0 })
  const narrow = await openScenario({ validate: false, memory: 1 })
  narrow.emulator.faults.limitResources(40)
  narrow.emulator.faults.everyRead('stale-summaries')
  for (const scenario of [plain, narrow]) await scenario.until(8)
  expect(firstDifference({ all: picture(plain.emulator) }, { all: picture(narrow.emulator) }, '')).toMatch(/the same$/)
})
