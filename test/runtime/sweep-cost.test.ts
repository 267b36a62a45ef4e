import { createComment, issuesOf } from 'github-emulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deployApp } from '../../src/drill/app-deployment.ts'
import type { Deployment } from '../../src/drill/deployment.ts'
import { openScene, type Scene } from '../drills/scene.ts'

// A hundred and fifty incidents on which nothing happens: what a sweep of the App costs.

const many = 150

let scene: Scene
let app: Deployment

beforeAll(async () => {
  scene = await openScene({ inProcess: false, memory: 0, limits: { on: false }, validate: false })
  for (let opened = 0; opened < many; opened += 1) {
    await scene.declare({}, 'unseen')
    await scene.scenario.start('app').run()
  }
  scene.emulator.clock.advance(600_000)
  app = await deployApp(scene.emulator)
}, 600_000)

afterAll(async () => {
  await app.close()
  await scene.emulator.close()
})

/** What a sweep sent, and how much of it was under way at once. */
const sweep = async (by = app) => {
  const from = scene.emulator.requests.length
  let [now, most] = [0, 0]
  scene.emulator.pace = async ({ alias }) => {
    if (alias !== undefined && alias !== null) return
    now += 1
    most = Math.max(most, now)
    await new Promise(resolve => setTimeout(resolve, 2))
    now -= 1
  }
  await by.resync()
  scene.emulator.pace = null
  const sent = scene.emulator.requests.slice(from).filter(({ identity }) => !identity.startsWith('user:'))
  return { requests: sent.length, whole: sent.filter(({ operation }) => operation === 'Incident').length, most }
}

const minutes = (count: number): void => scene.emulator.clock.advance(count * 60_000)

test('the first of a process reads each once, eight at once at most', async () => {
  const { requests, whole, most } = await sweep()
  expect(whole).toBe(many)
  expect(requests).toBeLessThanOrEqual(many + 10)
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(8)
})

test('each later one asks for all of them at first sight: ten requests at most', async () => {
  minutes(15)
  const { requests, whole } = await sweep()
  expect(whole).toBe(0)
  expect(requests).toBeLessThanOrEqual(10)
})

test('where something moved that no webhook told of, that one incident is read, until it has been quiet', async () => {
  minutes(15)
  const step = issuesOf(scene.world.state, scene.home().id).find(one => one.parentId !== null)
  if (step === undefined) throw new Error('there is no step')
  createComment(scene.world, scene.actor('bob'), step.id, 'The console is slow.')
  expect(await sweep()).toMatchObject({ whole: 1 })
  minutes(15)
  expect(await sweep()).toMatchObject({ whole: 1 })
})

test('and not again, once it was read over a minute after it moved', async () => {
  minutes(5)
  expect(await sweep()).toMatchObject({ whole: 0 })
})

test('once an hour each is read whole all the same', async () => {
  minutes(15)
  expect((await sweep()).whole).toBeGreaterThanOrEqual(many - 1)
})

test('a process that starts knows nothing: it reads each once', async () => {
  minutes(5)
  const other = await deployApp(scene.emulator)
  expect(await sweep(other)).toMatchObject({ whole: many })
  await other.close()
})
