import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { owner, repo } from '../../src/drill/stage.ts'
import { picture } from '../picture.ts'
import { beats, type Identity, openScenario, type Scenario } from '../scenario.ts'
import { firstDifference } from './prefix.ts'
import { draw, isWhole, sampleAt, tryAt } from './sample.ts'

// Law 4. The app and the Action, or two replicas of one, over one incident at the same time.

/** Who sends a request, by the name under which the emulator logs it. */
const nameOf = (identity: Identity): string => (identity === 'app' ? 'installation:' : 'actions:')
const wholeNameOf = ({ emulator }: Scenario, identity: Identity): string =>
  identity === 'app' ? `installation:${[...emulator.installations.keys()].join()}` : `actions:${owner}/${repo}`

type Point = { readonly request: number; readonly alias: number | null }

/** Every point of the undisturbed run at which another writer can come in between. */
const pointsOf = (scenario: Scenario, from: number): readonly Point[] =>
  scenario.emulator.requests
    .slice(from)
    .flatMap(({ aliases, mutating }, index) => [
      { request: index + 1, alias: null },
      ...(mutating ? aliases.map((_, alias) => ({ request: index + 1, alias: alias + 1 })) : []),
    ])

/** Whether whoever reads after the interruption sees what the other has just written. */
type Sight = 'fresh' | 'stale'

/** How many worlds the emulator keeps for stale reads: more than one run of one moment writes. */
const memory = 8

/** The next read of this writer is answered from the world before that many writing requests. */
const blind = (scenario: Scenario, identity: Identity, lag: number): void => {
  const where = { operation: 'Incident', identity: wholeNameOf(scenario, identity) }
  if (lag > 0) scenario.emulator.faults.add({ request: 1, mode: 'stale', lag, where })
}

const written = ({ emulator }: Scenario, from: number): number =>
  emulator.requests.slice(from).filter(one => one.mutating).length

/**
 * Lets the first run go up to a point, then the second to its very end, then the first again. With stale sight the second
 * begins without the first one’s last write, and the first goes on without any that the second made. Says whether both were
 * as blind as that.
 */
const interleave = async (
  scenario: Scenario,
  writers: readonly [Identity, Identity],
  point: Point,
  sight: Sight,
): Promise<boolean> => {
  const [first, second] = writers
  const start = scenario.emulator.requests.length
  let reached = false
  scenario.emulator.pace = async ({ request, alias }) => {
    if (reached || request.n - start !== point.request || (alias ?? null) !== point.alias) return
    reached = true
    scenario.emulator.pace = null
    const between = scenario.emulator.requests.length
    if (sight === 'stale') blind(scenario, second, 1)
    await scenario.start(second).run()
    if (sight === 'stale') blind(scenario, first, Math.min(memory, written(scenario, between)))
  }
  await scenario.start(first).run()
  scenario.emulator.pace = null
  const isBlinded = sight === 'stale' && scenario.emulator.faults.pending().length === 0
  scenario.emulator.faults.clear()
  if (!reached) throw new Error(`the run never came to ${JSON.stringify(point)}`)
  await scenario.rest(first)
  return isBlinded
}

/** Of a pair that reads what is fresh, one point in so many is tried in each run, and at least one of each moment. */
const oneIn = 16

const tryPoints = async (
  writers: readonly [Identity, Identity],
  sight: Sight,
): Promise<{ possible: number; tried: number; blinded: number; found: readonly string[] }> => {
  const [first] = writers
  // without a memory there is no older world to be stale with
  const scenario = await openScenario({ validate: false, memory: sight === 'stale' ? memory : 0 })
  const found: string[] = []
  let possible = 0
  let tried = 0
  let blinded = 0
  for (const [index, moment] of beats.entries()) {
    await scenario.play(moment)
    const before = scenario.emulator.checkpoint()
    const sent = scenario.emulator.requests.length
    await scenario.start(first).run()
    const points = pointsOf(scenario, sent)
    await scenario.rest(first)
    const alone = picture(scenario.emulator)
    const after = scenario.emulator.checkpoint()
    possible += points.length
    const law = `${writers.join(' ')} ${sight}`
    // the App and then the Action, with an older world before them, is the hardest: it alone tries the chosen moments whole
    for (const point of sight === 'stale' ? tryAt(law, index, points) : sampleAt(law, index, points, oneIn)) {
      scenario.emulator.restore(before)
      if (await interleave(scenario, writers, point, sight)) blinded += 1
      const together = picture(scenario.emulator)
      tried += 1
      if (!isDeepStrictEqual(together, alone)) {
        found.push(`${index} ${JSON.stringify(point)} ${firstDifference(alone, together, '')}`)
      }
    }
    scenario.emulator.restore(after)
  }
  return { possible, tried, blinded, found }
}

describe.each([
  ['app', 'action', 'fresh'],
  ['action', 'app', 'fresh'],
  ['app', 'app', 'fresh'],
  ['app', 'action', 'stale'],
] as const)('%s and %s over one incident, what they read is %s', (first, second, sight) => {
  test('one comes in between at the requests and aliases of the sample: the same as alone', async () => {
    const { possible, tried, blinded, found } = await tryPoints([first, second], sight)
    expect(found).toEqual([])
    expect(possible).toBeGreaterThan(200)
    expect(tried).toBeGreaterThanOrEqual(possible / (isWhole ? 1 : oneIn))
    expect(blinded).toBeGreaterThan(sight === 'stale' ? tried / 2 : -1)
  })
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
const together = async (scenario: Scenario, seed: number): Promise<void> => {
  const roll = dice(seed)
  const waiting: { go: () => void; who: string }[] = []
  let running = 2
  const release = (): void => {
    if (waiting.length > 0 && waiting.length >= running) waiting.splice(roll(waiting.length), 1)[0]?.go()
  }
  scenario.emulator.pace = ({ request }) => {
    if (![nameOf('app'), nameOf('action')].some(name => request.identity.startsWith(name))) return
    return new Promise<void>(go => {
      waiting.push({ go, who: request.identity })
      release()
    })
  }
  const one = async (identity: Identity): Promise<void> => {
    await scenario.start(identity).run()
    running -= 1
    release()
  }
  await Promise.all([one('app'), one('action')])
  scenario.emulator.pace = null
}

/** What people find after each moment when nobody gets into anybody's way. */
const undisturbed = async (): Promise<readonly unknown[]> => {
  const scenario = await openScenario({ validate: false, memory: 0 })
  const found: unknown[] = []
  for (const moment of beats) {
    await scenario.play(moment)
    await scenario.rest()
    found.push(picture(scenario.emulator))
  }
  return found
}

describe('the app and the Action at once, some reads stale', () => {
  const alone = undisturbed()

  const scenarios = draw(
    'at once',
    Array.from({ length: 6 }, (_, seed) => seed + 1),
    1,
  )

  test.each(scenarios)('seed %i', async seed => {
    const scenario = await openScenario({ validate: false, memory: 1 })
    const roll = dice(seed * 7_919)
    for (const [index, moment] of beats.entries()) {
      await scenario.play(moment)
      for (let read = 1; read <= 6; read += 1) {
        if (roll(3) === 0) {
          const mode = (['stale', 'stale-lists', 'stale-refs'] as const)[roll(3)] ?? 'stale'
          scenario.emulator.faults.add({ request: read, mode, where: { operation: 'Incident' } })
        }
      }
      await together(scenario, seed * 1_000 + roll(1_000))
      scenario.emulator.faults.clear()
      await scenario.rest()
      expect(picture(scenario.emulator), `seed ${seed}, ${moment.who} ${moment.why}`).toEqual((await alone)[index])
    }
  })
})
