import { isDeepStrictEqual } from 'node:util'
import type { FaultMode } from 'github-emulator'
import { type Kill, type Night, openNight, scenario } from '../night.ts'
import { picture } from '../picture.ts'
import { tryAt } from './sample.ts'

/** A point at which a run can be stopped: a request, or an alias of one (counted from 1), before or after its effect. */
export type Cut = { readonly request: number; readonly alias: number | null; readonly when: 'before' | 'after' }

/** How it is stopped: the process is gone and another begins with empty memory, or it lives and has no clear answer. */
export type Way = 'killed' | 'lost'

export type BrokenCut = { readonly moment: number; readonly cut: Cut; readonly way: Way; readonly why: string }

/**
 * Plays the night; after each moment the cuts of its first run are tried from the same world, those of the sample or all,
 * and what people find once all has come to rest is held against the undisturbed night. `possible` counts every cut.
 */
export const tryCuts = async (way: Way): Promise<{ possible: number; tried: number; found: readonly BrokenCut[] }> => {
  const night = await openNight({ validate: false, memory: 0 })
  const found: BrokenCut[] = []
  let possible = 0
  let tried = 0
  for (const [moment, now] of scenario.entries()) {
    await night.play(now)
    const before = night.emulator.checkpoint()
    const from = night.emulator.requests.length
    await night.rest()
    const undisturbed = picture(night.emulator)
    const cuts = night.emulator.requests
      .slice(from)
      .flatMap(({ aliases, mutating }, index) => cutsOf(index + 1, aliases.length, mutating))
    const after = night.emulator.checkpoint()
    possible += cuts.length
    for (const cut of tryAt(way, moment, cuts)) {
      night.emulator.restore(before)
      night.emulator.faults.clear()
      const why = await survive(night, cut, way, undisturbed)
      tried += 1
      if (why !== null) found.push({ moment, cut, way, why })
    }
    night.emulator.faults.clear()
    night.emulator.restore(after)
  }
  await night.emulator.close()
  return { possible, tried, found }
}

const cutsOf = (request: number, aliases: number, mutating: boolean): readonly Cut[] => {
  const whens = ['before', 'after'] as const
  const whole = whens.map(when => ({ request, alias: null, when }))
  if (!mutating || aliases < 2) return whole
  const inside = Array.from({ length: aliases }, (_, index) => index + 1)
  return [...whole, ...inside.flatMap(alias => whens.map(when => ({ request, alias, when })))]
}

const survive = async (night: Night, cut: Cut, way: Way, undisturbed: unknown): Promise<string | null> => {
  try {
    if (way === 'killed') await die(night, cut)
    else lose(night, cut)
    await night.rest()
    const again = picture(night.emulator)
    return isDeepStrictEqual(again, undisturbed) ? null : firstDifference(undisturbed, again, '')
  } catch (error) {
    return String(error)
  }
}

/** The first run is cut and never heard of again; what follows begins with empty memory. */
const die = async (night: Night, { request, alias, when }: Cut): Promise<void> => {
  const kill: Kill = { request, when: alias === null ? when : 'after' }
  if (alias !== null) strike(night, request, alias, when)
  const process = night.start('app', kill)
  const outcome = await Promise.race([process.run().then(() => 'ended'), process.killed.then(() => 'killed')])
  if (outcome !== 'killed') throw new Error('the run ended before it was cut')
}

const lose = (night: Night, { request, alias, when }: Cut): void => {
  if (alias !== null) strike(night, request, alias, when)
  else night.emulator.faults.add({ request, mode: `reset-${when}` })
}

const strike = (night: Night, request: number, alias: number, when: 'before' | 'after'): void => {
  const mode: FaultMode = `reset-${when}`
  night.emulator.faults.add({ request, alias, mode })
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
