import type { FaultOrder } from 'github-emulator'
import { expect, test } from 'vitest'
import { mayPass } from '../../src/domain/terms/run-outcome.ts'
import { nameOf } from '../../src/runtime/process-incident.ts'
import { type Night, openNight, scenario } from '../night.ts'
import { picture } from '../picture.ts'
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
const restAtLast = async (night: Night): Promise<void> => {
  const last = (await night.rest()).at(-1)
  if (last === undefined || !mayPass(nameOf(last))) return
  night.emulator.clock.advance(10_000)
  await night.rest()
}

test('one refusal, or one answer in part, anywhere in the night', async () => {
  const night = await openNight({ validate: false, memory: 0 })
  const found: string[] = []
  let [possible, tried] = [0, 0]
  for (const [index, moment] of scenario.entries()) {
    await night.play(moment)
    const before = night.emulator.checkpoint()
    const from = night.emulator.requests.length
    await night.rest()
    const alone = picture(night.emulator)
    const faults = faultsAt(night.emulator.requests.slice(from))
    const after = night.emulator.checkpoint()
    possible += faults.length
    // many more than cuts: fewer of each moment
    for (const fault of tryAt('refused', index, faults).filter((_, i) => isWhole || i % 12 === index % 12)) {
      night.emulator.restore(before)
      night.emulator.faults.clear()
      night.emulator.faults.add(fault)
      const why = await restAtLast(night).then(
        () => firstDifference({ all: alone }, { all: picture(night.emulator) }, ''),
        (error: unknown) => String(error),
      )
      tried += 1
      if (!why.endsWith(': the same')) found.push(`${index} ${JSON.stringify(fault)} ${why}`)
    }
    night.emulator.faults.clear()
    night.emulator.restore(after)
  }
  expect(found).toEqual([])
  expect(possible).toBeGreaterThan(500)
  expect(tried).toBeGreaterThan(20)
})

test('lists are given up above 40, and counts lag, the whole night long: the same end', async () => {
  const plain = await openNight({ validate: false, memory: 0 })
  const narrow = await openNight({ validate: false, memory: 1 })
  narrow.emulator.faults.limitResources(40)
  narrow.emulator.faults.everyRead('stale-summaries')
  for (const night of [plain, narrow]) await night.until(8)
  expect(firstDifference({ all: picture(plain.emulator) }, { all: picture(narrow.emulator) }, '')).toMatch(/the same$/)
})
