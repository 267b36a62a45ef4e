import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { scenario } from '../../src/drill/scenario.ts'
import { type Identity, type Night, openNight } from '../night.ts'
import { picture } from '../picture.ts'
import { firstDifference } from './prefix.ts'

// Law 4. The app and the Action, or two replicas of one, over one incident at the same time.

/** Who sends a request, by the name under which the emulator logs it. */
const nameOf = (identity: Identity): string => (identity === 'app' ? 'installation:' : 'actions:')

type Point = { readonly request: number; readonly alias: number | null }

/** Every point of the undisturbed run at which another writer can come in between. */
const pointsOf = (night: Night, from: number): readonly Point[] =>
  night.emulator.requests
    .slice(from)
    .flatMap(({ aliases, mutating }, index) => [
      { request: index + 1, alias: null },
      ...(mutating ? aliases.map((_, alias) => ({ request: index + 1, alias: alias + 1 })) : []),
    ])

/** Lets the first run go up to a point, then the second to its very end, then the first again. */
const interleave = async (night: Night, first: Identity, second: Identity, point: Point): Promise<void> => {
  const start = night.emulator.requests.length
  let reached = false
  night.emulator.pace = async ({ request, alias }) => {
    if (reached || request.n - start !== point.request || (alias ?? null) !== point.alias) return
    reached = true
    night.emulator.pace = null
    await night.start(second).run()
  }
  await night.start(first).run()
  night.emulator.pace = null
  if (!reached) throw new Error(`the run never came to ${JSON.stringify(point)}`)
  await night.rest(first)
}

const tryEveryPoint = async (
  from: number,
  to: number,
  first: Identity,
  second: Identity,
): Promise<{ tried: number; found: readonly string[] }> => {
  const night = await openNight({ validate: false, memory: 0 })
  const found: string[] = []
  let tried = 0
  await night.until(from)
  for (const [index, moment] of scenario.slice(from, to).entries()) {
    await night.play(moment)
    const before = night.emulator.checkpoint()
    const sent = night.emulator.requests.length
    await night.start(first).run()
    const points = pointsOf(night, sent)
    await night.rest(first)
    const alone = picture(night.emulator)
    const after = night.emulator.checkpoint()
    for (const point of points) {
      night.emulator.restore(before)
      await interleave(night, first, second, point)
      const together = picture(night.emulator)
      tried += 1
      if (!isDeepStrictEqual(together, alone)) {
        found.push(`${from + index} ${JSON.stringify(point)} ${firstDifference(alone, together, '')}`)
      }
    }
    night.emulator.restore(after)
  }
  return { tried, found }
}

describe.each([
  ['app', 'action'],
  ['action', 'app'],
  ['app', 'app'],
] as const)('%s and %s over one incident', (first, second) => {
  test('one comes in between at every request and every alias of the night: the same as alone', async () => {
    const { tried, found } = await tryEveryPoint(0, scenario.length, first, second)
    expect(found).toEqual([])
    expect(tried).toBeGreaterThan(200)
  }, 300_000)
})

/** A small generator, so that a failure can be played again by its number. */
const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Two runs at once; at each request and alias the dice say who goes on, and some reads show an older world. */
const together = async (night: Night, seed: number): Promise<void> => {
  const roll = dice(seed)
  const waiting: { go: () => void; who: string }[] = []
  let running = 2
  const release = (): void => {
    if (waiting.length > 0 && waiting.length >= running) waiting.splice(roll(waiting.length), 1)[0]?.go()
  }
  night.emulator.pace = ({ request }) => {
    if (![nameOf('app'), nameOf('action')].some(name => request.identity.startsWith(name))) return
    return new Promise<void>(go => {
      waiting.push({ go, who: request.identity })
      release()
    })
  }
  const one = async (identity: Identity): Promise<void> => {
    await night.start(identity).run()
    running -= 1
    release()
  }
  await Promise.all([one('app'), one('action')])
  night.emulator.pace = null
}

describe('the app and the Action at once, some reads stale', () => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))('night %i', async seed => {
    const night = await openNight({ validate: false, memory: 1 })
    const alone = await openNight({ validate: false, memory: 0 })
    const roll = dice(seed * 7_919)
    for (const moment of scenario.slice(0, 13)) {
      await alone.play(moment)
      await alone.rest()
      await night.play(moment)
      for (let read = 1; read <= 6; read += 1) {
        if (roll(3) === 0) {
          const mode = (['stale', 'stale-lists', 'stale-refs'] as const)[roll(3)] ?? 'stale'
          night.emulator.faults.add({ request: read, mode, where: { operation: 'Incident' } })
        }
      }
      await together(night, seed * 1_000 + roll(1_000))
      night.emulator.faults.clear()
      await night.rest()
      expect(picture(night.emulator), `night ${seed}, ${moment.who} ${moment.why}`).toEqual(picture(alone.emulator))
    }
  })
})
