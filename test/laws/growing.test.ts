import { describe, expect, test } from 'vitest'
import { findMarker } from '../../src/domain/text/marker.ts'
import type { Name } from '../../src/drill/acme.ts'
import { openScene, parts, type Scene, small } from '../drills/scene.ts'

// A growing incident: what one event asks for is owed by that event alone, and waits for no other's lease.

/** What makes an incident grow, and the steps that it brings. */
const growth = [
  ['/step add `bank` Call the bank', ['bank']],
  ['/asset add web-2', ['image:web-2', 'wipe:web-2']],
  ['/exposed credential deploy-key', ['revoke:credential-deploy-key']],
  ['/playbook add take-images', ['read-images']],
] as const

type Growth = (typeof growth)[number]

const opening = (scene: Scene) => scene.declare({ labels: ['incident'] })

/** Says it, without any time passing. */
const say = (scene: Scene, who: Name, body: string): Promise<unknown> =>
  scene.scenario.ask(who, 'POST', `/issues/${scene.scenario.incident()}/comments`, { body })

/** The steps of all sub-issues, a twin twice. */
const stepsOf = (scene: Scene): readonly string[] =>
  [...scene.world.state.issues.values()].flatMap(one => findMarker(one.body, 'step')?.key ?? [])

const isThere = (scene: Scene, step: string): boolean => {
  try {
    return scene.issue(step).number > 0
  } catch {
    return false
  }
}

/** A run that records what was said last, and is killed before it opens anything: its lease lives for a minute. */
const dies = async (scene: Scene): Promise<void> => {
  const dying = scene.scenario.start('app', { request: 2, when: 'after' })
  void dying.run()
  await dying.killed
}

const prepared = async (first: Growth, second: Growth): Promise<Scene> => {
  const scene = await openScene({ given: { ...small, ...parts }, memory: 0 })
  await opening(scene)
  if (![first, second].some(([words]) => words.startsWith('/playbook')))
    await scene.says('bob', '/playbook add take-images')
  return scene
}

const pairs = growth.flatMap(first => growth.filter(second => second !== first).map(second => [first, second] as const))

describe('one thing is asked for while another is under a lease', () => {
  test.each(pairs.map(([first, second]) => [first[0], second[0], first, second] as const))(
    '%s, and within the minute %s',
    async (_first, _second, first, second) => {
      const scene = await prepared(first, second)
      await say(scene, 'dana', first[0])
      await dies(scene)
      scene.emulator.clock.advance(20_000)
      await say(scene, 'bob', second[0])
      await scene.scenario.start('app').run()
      expect(second[1].filter(step => !isThere(scene, step))).toEqual([])
      // an asset has no steps before a playbook brings some per asset: then it is the playbook that asks for them
      const brought = first[0].startsWith('/asset') && second[0].startsWith('/playbook')
      expect(first[1].filter(step => isThere(scene, step))).toEqual(brought ? first[1] : [])

      await scene.rest()
      expect([...first[1], ...second[1]].filter(step => !isThere(scene, step))).toEqual([])
      expect(stepsOf(scene).length).toBe(new Set(stepsOf(scene)).size)
    },
  )
})

test('nothing is waited for where everybody lives: four things in four seconds, each open at the end of its own run', async () => {
  const scene = await openScene({ given: { ...small, ...parts }, memory: 0 })
  await opening(scene)
  for (const [words, steps] of growth) {
    await say(scene, 'dana', words)
    scene.emulator.clock.advance(1_000)
    const outcome = await scene.scenario.start('app').run()
    expect(outcome.is).toBe('settled')
    if (words.startsWith('/asset')) continue
    expect(steps.filter(step => !isThere(scene, step))).toEqual([])
  }
  expect(isThere(scene, 'image:web-2')).toBe(true)
})

test('the cause of a step is the first event that asked for it, whatever asks for it again', async () => {
  const scene = await openScene({ given: { ...small, ...parts }, memory: 0 })
  await opening(scene)
  await say(scene, 'dana', '/playbook add take-images')
  await dies(scene)
  scene.emulator.clock.advance(20_000)
  await say(scene, 'bob', '/playbook add take-images')
  const outcome = await scene.scenario.start('app').run()
  expect(isThere(scene, 'read-images')).toBe(false)
  expect(outcome.is).toBe('waiting')
  await scene.rest()
  expect(stepsOf(scene).filter(step => step === 'read-images')).toHaveLength(1)
})
