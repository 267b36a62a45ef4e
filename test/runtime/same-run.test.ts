import { describe, expect, test } from 'vitest'
import { startBrake } from '../../src/reconcile/brake.ts'
import { reconcile } from '../../src/reconcile/reconcile.ts'
import { openScene, type Scene } from '../drills/scene.ts'
import { portsOf, ref } from './connection.ts'

/** An incident that nobody has looked at yet, whose first request that opens steps GitHub refuses for so long. */
const refusing = async (seconds: number): Promise<Scene> => {
  const scene = await openScene({ memory: 0 })
  await scene.declare({}, 'unseen')
  scene.emulator.faults.add({ request: 1, mode: '403-retry-after', seconds, where: { operation: 'createIssue' } })
  return scene
}

/** The mutations by which GitHub has new content. */
const creates = /^(?:create|addComment$|addReaction$)/

const stepsMade = (scene: Scene): number =>
  [...scene.world.state.issues.values()].filter(one => one.parentId !== null).length

describe('after a clear refusal the same run goes on when it may', () => {
  test.each([1, 5, 20, 45, 50, 60, 64])('GitHub asks for %i seconds', async seconds => {
    const scene = await refusing(seconds)
    const slept: number[] = []
    const began = scene.emulator.clock.now().getTime()
    const outcome = await reconcile(ref(1), portsOf(scene, undefined, slept))
    expect(outcome.is).toBe('settled')
    expect(stepsMade(scene)).toBe(3)
    // what GitHub asked for, and seconds between requests: no lease was waited for
    const took = (scene.emulator.clock.now().getTime() - began) / 1000
    expect(took).toBeGreaterThanOrEqual(seconds)
    expect(took).toBeLessThan(seconds + 15)
  })

  test('a limit of half an hour ends it: by then no lease of it lives', async () => {
    const scene = await refusing(1_800)
    const outcome = await reconcile(ref(1), portsOf(scene))
    expect(outcome).toMatchObject({ is: 'limited', until: expect.stringContaining('T') })
    expect(stepsMade(scene)).toBe(0)
  })

  test('one that is refused for ever ends too, and has asked four times', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({}, 'unseen')
    for (let request = 1; request <= 20; request += 1)
      scene.emulator.faults.add({ request, mode: '403-retry-after', seconds: 10, where: { operation: 'createIssue' } })
    const outcome = await reconcile(ref(1), portsOf(scene))
    expect(outcome.is).toBe('limited')
    const asked = scene.emulator.requests.filter(({ aliases }) => aliases.some(({ field }) => field === 'createIssue'))
    expect(asked).toHaveLength(4)
  })

  test('a read that is refused before anything is recorded holds no lease, and ends the run', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({}, 'unseen')
    scene.emulator.faults.add({ request: 1, mode: '403-retry-after', seconds: 10 })
    expect((await reconcile(ref(1), portsOf(scene))).is).toBe('limited')
  })
})

describe('two incidents of one installation, on one brake', () => {
  const twoOpen = async (): Promise<Scene> => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({}, 'unseen')
    await scene.declare({}, 'unseen')
    return scene
  }

  test('what one created counts for the other: it records at once and waits with its steps', async () => {
    const scene = await twoOpen()
    const brake = startBrake()
    brake.count(70, scene.emulator.clock.now().toISOString())
    const outcome = await reconcile(ref(2), { ...portsOf(scene), brake })
    expect(outcome.is).toBe('settled')
    expect(outcome.run.rests).toBe(1)
    const { requests } = scene.emulator
    const at = (field: string): number => requests.findIndex(({ aliases }) => aliases.some(one => one.field === field))
    expect(at('createCommitOnBranch')).toBeGreaterThan(-1)
    expect(at('createCommitOnBranch')).toBeLessThan(at('createIssue'))
  })

  test('all that one created counts, as GitHub counts it: the other has what is left', async () => {
    const scene = await twoOpen()
    const ports = portsOf(scene)
    expect((await reconcile(ref(1), ports)).is).toBe('settled')
    const { requests, clock } = scene.emulator
    const created = requests.flatMap(({ aliases }) => aliases).filter(({ field }) => creates.test(field)).length
    const left = 70 - created
    const now = clock.now().toISOString()
    expect(stepsMade(scene)).toBe(3)
    expect(left).toBeGreaterThan(0)
    expect(ports.brake.until(left, now)).toBeNull()
    expect(ports.brake.until(left + 1, now)).not.toBeNull()
  })

  test('no lease is taken only to wait under it', async () => {
    const scene = await twoOpen()
    const dying = scene.scenario.start('app', { request: 2, when: 'after' })
    void dying.run()
    await dying.killed
    scene.emulator.clock.advance(120_000)
    const brake = startBrake()
    brake.count(70, scene.emulator.clock.now().toISOString())
    const from = scene.emulator.requests.length
    const outcome = await reconcile(ref(2), { ...portsOf(scene), brake })
    expect(outcome.is).toBe('limited')
    const fields = scene.emulator.requests.slice(from).flatMap(({ aliases }) => aliases.map(({ field }) => field))
    expect(fields).not.toContain('createCommitOnBranch')
    expect(fields).not.toContain('createIssue')
  })
})
