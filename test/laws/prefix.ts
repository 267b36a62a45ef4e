import { isDeepStrictEqual } from 'node:util'
import type { FaultMode } from 'github-emulator'
import { picture } from '../picture.ts'
import { beats, type Kill, openScenario, type Scenario } from '../scenario.ts'
import { tryAt } from './sample.ts'

/** A point at which a run can be stopped: a request, or an alias of one (counted from 1), before or after its effect. */
export type Cut = { readonly request: number; readonly alias: number | null; readonly when: 'before' | 'after' }

/** How it is stopped: the process is gone and another begins with empty memory, or it lives and has no clear answer. */
export type Way = 'killed' | 'lost'

export type BrokenCut = { readonly moment: number; readonly cut: Cut; readonly way: Way; readonly why: string }

/**
 * Plays the scenario; after each moment the cuts of its first run are tried from the same world, those of the sample or all,
 * and what people find once all has come to rest is held against the undisturbed scenario. `possible` counts every cut.
 */
export const tryCuts = async (way: Way): Promise<{ possible: number; tried: number; found: readonly BrokenCut[] }> => {
  const scenario = await openScenario({ validate: false, memory: 0 })
  const found: BrokenCut[] = []
  let possible = 0
  let tried = 0
  for (const [moment, now] of beats.entries()) {
    await scenario.play(now)
    const before = scenario.emulator.checkpoint()
    const from = scenario.emulator.requests.length
    await scenario.rest()
    const undisturbed = picture(scenario.emulator)
    const cuts = scenario.emulator.requests
      .slice(from)
      .flatMap(({ aliases, mutating }, index) => cutsOf(index + 1, aliases.length, mutating))
    const after = scenario.emulator.checkpoint()
    possible += cuts.length
    for (const cut of tryAt(way, moment, cuts)) {
      scenario.emulator.restore(before)
      scenario.emulator.faults.clear()
      const why = await survive(scenario, cut, way, undisturbed)
      tried += 1
      if (why !== null) found.push({ moment, cut, way, why })
    }
    scenario.emulator.faults.clear()
    scenario.emulator.restore(after)
  }
  await scenario.emulator.close()
  return { possible, tried, found }
}

const cutsOf = (request: number, aliases: number, mutating: boolean): readonly Cut[] => {
  const whens = ['before', 'after'] as const
  const whole = whens.map(when => ({ request, alias: null, when }))
  if (!mutating || aliases < 2) return whole
  const inside = Array.from({ length: aliases }, (_, index) => index + 1)
  return [...whole, ...inside.flatMap(alias => whens.map(when => ({ request, alias, when })))]
}

const survive = async (scenario: Scenario, cut: Cut, way: Way, undisturbed: unknown): Promise<string | null> => {
  try {
    if (way === 'killed') await die(scenario, cut)
    else lose(scenario, cut)
    await scenario.rest()
    const again = picture(scenario.emulator)
    return isDeepStrictEqual(again, undisturbed) ? null : firstDifference(undisturbed, again, '')
  } catch (error) {
    return String(error)
  }
}

/** The first run is cut and never heard of again; what follows begins with empty memory. */
const die = async (scenario: Scenario, { request, alias, when }: Cut): Promise<void> => {
  const kill: Kill = { request, when: alias === null ? when : 'after' }
  if (alias !== null) strike(scenario, request, alias, when)
  const process = scenario.start('app', kill)
  const outcome = await Promise.race([process.run().then(() => 'ended'), process.killed.then(() => 'killed')])
  if (outcome !== 'killed') throw new Error('the run ended before it was cut')
}

const lose = (scenario: Scenario, { request, alias, when }: Cut): void => {
  if (alias !== null) strike(scenario, request, alias, when)
  else scenario.emulator.faults.add({ request, mode: `reset-${when}` })
}

const strike = (scenario: Scenario, request: number, alias: number, when: 'before' | 'after'): void => {
  const mode: FaultMode = `reset-${when}`
  scenario.emulator.faults.add({ request, alias, mode })
}

/** Where two pictures differ first, for a person to read. */
export const firstDifference = (a: unknown, b: unknown, path: string): string => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return `${path}: ${JSON.stringify(a)?.slice(0, 600)} became ${JSON.stringify(b)?.slice(0, 600)}`
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const key = [...new Set([...Object.keys(left), ...Object.keys(right)])].find(
    one => !isDeepStrictEqual(left[one], right[one]),
  )
  return key === undefined ? `${path}: the same` : firstDifference(left[key], right[key], `${path}/${key}`)
}
