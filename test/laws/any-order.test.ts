import type { Delivery } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import type { Beat } from '../../src/drill/beat.ts'
import { eventTarget, saidIn } from '../../src/runtime/event-target.ts'
import { isWorthALook } from '../../src/runtime/is-worth-a-look.ts'
import { picture } from '../picture.ts'
import { beats, openScenario, type Scenario } from '../scenario.ts'
import { draw } from './sample.ts'

// Law 3. Deliveries dropped, doubled, late, shuffled: people find the same in the end.

/** Moments that can be heard of at any time: none of them waits for an answer to an earlier one. */
const groups = [
  { name: 'the beginning', from: 1, to: 13, seeds: 20, drawn: 6 },
  // after the last close that is refused, up to the one that holds
  { name: 'the end, with the close', from: 16, to: beats.length, seeds: 10, drawn: 3 },
] as const
type Group = (typeof groups)[number]

const momentsOf = ({ from, to }: Group): readonly Beat[] => beats.slice(from, to)

const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** What the post makes of it: some letters are lost, some come twice, and all in another order. */
const mangle = (letters: readonly Delivery[], seed: number): readonly Delivery[] => {
  const roll = dice(seed)
  const delivered = letters.flatMap(letter => [[], [letter], [letter], [letter, letter]][roll(4)] ?? [])
  return delivered
    .map(letter => ({ letter, at: roll(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ letter }) => letter)
}

const hear = async (scenario: Scenario, letters: readonly Delivery[]): Promise<number> => {
  let runs = 0
  for (const letter of letters) {
    const { event, payload } = letter
    const target = eventTarget(event, payload, 'tocsin[bot]')
    if (target.is !== 'incident' || !(await isWorthALook(target.needs, saidIn(event, payload)))) continue
    await scenario.start().run()
    runs += 1
  }
  return runs
}

const opened = async ({ from }: Group): Promise<Scenario> => {
  const scenario = await openScenario({ validate: false, memory: 0 })
  scenario.emulator.deliveries.hold()
  await scenario.until(from)
  scenario.emulator.deliveries.take()
  return scenario
}

const undisturbed = async (group: Group): Promise<unknown> => {
  const scenario = await opened(group)
  for (const moment of momentsOf(group)) {
    await scenario.play(moment)
    await scenario.rest()
  }
  return picture(scenario.emulator)
}

describe.each(groups)('$name', group => {
  const alone = undisturbed(group)
  const scenarios = draw(
    group.name,
    Array.from({ length: group.seeds }, (_, seed) => seed + 1),
    group.drawn,
  )

  test.each(scenarios)('deliveries are lost, doubled, late and shuffled: seed %i', async seed => {
    const scenario = await opened(group)
    const roll = dice(seed * 31)
    for (const moment of momentsOf(group)) {
      await scenario.play(moment)
      // some letters come while the scenario goes on, the rest when it is over
      if (roll(3) === 0) await hear(scenario, mangle(scenario.emulator.deliveries.take(), seed))
    }
    await hear(scenario, mangle(scenario.emulator.deliveries.take(), seed + 1_000))
    await scenario.rest()
    expect(picture(scenario.emulator)).toEqual(await alone)
  })

  test('every webhook is lost, and the resync finds it all', async () => {
    const scenario = await opened(group)
    for (const moment of momentsOf(group)) await scenario.play(moment)
    scenario.emulator.deliveries.take()
    await scenario.rest()
    expect(picture(scenario.emulator)).toEqual(await alone)
  })

  test('what we wrote ourselves starts no run', async () => {
    const scenario = await opened(group)
    await scenario.play(momentsOf(group)[0] ?? fail())
    const said = scenario.emulator.deliveries.take()
    expect(await hear(scenario, said)).toBe(1)
    expect(await hear(scenario, scenario.emulator.deliveries.take())).toBe(0)
  })
})

const fail = (): never => {
  throw new Error('the scenario is too short')
}
