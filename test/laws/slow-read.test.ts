import { Octokit } from '@octokit/rest'
import { expect, test } from 'vitest'
import { connect } from '../../src/adapters/github/client/client.ts'
import { findMarker } from '../../src/domain/text/marker.ts'
import { startBrake } from '../../src/reconcile/brake.ts'
import { reconcile } from '../../src/reconcile/reconcile.ts'
import { openScene, type Scene } from '../drills/scene.ts'
import { ref } from '../runtime/connection.ts'

// A read that takes long: what it shows is as old as its sending, and so is what it may say of another run's lease.

const stepsOf = (scene: Scene): readonly string[] =>
  [...scene.world.state.issues.values()].flatMap(one => findMarker(one.body, 'step')?.key ?? [])

const nothing = (): void => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** A run whose first read is answered at once, and arrives when `meanwhile` has happened. */
const slowly = async (scene: Scene, meanwhile: () => Promise<void>) => {
  const { emulator } = scene
  let asked = 0
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked += 1
    const isFirst = asked === 1
    const answer = await emulator.fetch(url, init)
    if (!isFirst) return answer
    const text = await answer.text()
    await meanwhile()
    const headers = { ...Object.fromEntries(answer.headers), date: emulator.clock.now().toUTCString() }
    return new Response(text, { status: answer.status, headers })
  }
  const auth = emulator.installationToken()
  const { request } = new Octokit({ auth, baseUrl: emulator.api, request: { fetch }, log: silent })
  const sleep = async (milliseconds: number): Promise<void> => emulator.clock.advance(milliseconds)
  const clock = () => emulator.clock.now().getTime()
  const github = connect({ request, sleep, clock, timeout: 2 ** 30 })
  return reconcile(ref(1), {
    github,
    channels: new Map(),
    brake: startBrake(),
    sleep,
    log: nothing,
    freshId: () => 'slow',
  })
}

test('a lease that ends while another reads covers what was made under it: nothing is made twice', async () => {
  const scene = await openScene({ memory: 0 })
  await scene.declare({}, 'unseen')
  // the first run has recorded the opening, and is about to make what it owes
  let goOn = nothing
  const held = new Promise<void>(resolve => {
    goOn = resolve
  })
  let recorded = nothing
  const isRecorded = new Promise<void>(resolve => {
    recorded = resolve
  })
  scene.emulator.pace = async ({ request, alias }) => {
    if (alias !== null && alias !== undefined) return
    if (!request.aliases.some(({ field }) => field === 'createIssue')) return
    scene.emulator.pace = null
    recorded()
    await held
  }
  const first = scene.scenario.start('app').run()
  await isRecorded
  const second = await slowly(scene, async () => {
    goOn()
    await first
    scene.emulator.clock.advance(65_000)
  })
  expect(stepsOf(scene).length).toBe(new Set(stepsOf(scene)).size)
  expect(stepsOf(scene)).toHaveLength(3)
  expect(second.run.made.filter(one => one.do === 'open-step')).toEqual([])
  await scene.rest()
  expect(stepsOf(scene)).toHaveLength(3)
})
