import type { Emulator } from 'github-emulator'
import { beforeEach, expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'

const repo = '/repos/acme/incidents'
let emulator: Emulator
let app: string

beforeEach(async () => {
  emulator = await startAcme()
  emulator.deliveries.hold()
  app = emulator.installationToken()
})

const open = (title: string) => ask(emulator, app, `POST ${repo}/issues`, { title })

test('a checkpoint brings everything back, as often as one likes', async () => {
  await open('kept')
  emulator.faults.add({ request: 2, mode: '502-before' })
  const saved = emulator.checkpoint()
  const runs: unknown[] = []
  for (let run = 0; run < 2; run += 1) {
    emulator.restore(saved)
    const later = emulator.tokenFor('bob')
    const statuses = [(await open('one')).status, (await open('two')).status, (await open('three')).status]
    emulator.clock.advance(60_000)
    const titles = [...emulator.world.state.issues.values()].map(
      each => `${each.number} ${each.title} ${each.createdAt}`,
    )
    runs.push({
      statuses,
      titles,
      requests: emulator.requests.length,
      pending: emulator.deliveries.pending().map(each => each.guid),
    })
    emulator.restore(saved)
    expect((await ask(emulator, later, `GET ${repo}`)).status).toBe(401)
  }
  expect(runs[0]).toMatchObject({ statuses: [201, 502, 201], requests: 4 })
  expect(runs[1]).toEqual(runs[0])
})

test('limits, suspended installations and older worlds are part of it', async () => {
  emulator.limits.creationsAMinute = 2
  await open('one')
  const saved = emulator.checkpoint()
  expect([(await open('two')).status, (await open('three')).status]).toEqual([201, 403])
  emulator.suspend(emulator.app.installationId, true)
  emulator.restore(saved)
  expect([(await open('two')).status, (await open('three')).status]).toEqual([201, 403])
  emulator.faults.add({ request: 1, mode: 'stale' })
  expect((await ask(emulator, app, `GET ${repo}/issues`)).body).toHaveLength(1)
})

test('a checkpoint and a return are quick', async () => {
  emulator.limits.on = false
  for (let n = 1; n <= 20; n += 1) {
    await open(`issue ${n}`)
    await ask(emulator, app, `POST ${repo}/issues/${n}/comments`, { body: 'a comment '.repeat(50) })
  }
  // the quickest of twenty: other tests run beside this one
  const times = Array.from({ length: 20 }, () => {
    const started = performance.now()
    emulator.restore(emulator.checkpoint())
    return performance.now() - started
  })
  expect(Math.min(...times)).toBeLessThan(10)
})

test('a thousand requests in process take little time', async () => {
  emulator.limits.on = false
  await open('x')
  const started = performance.now()
  for (let n = 0; n < 1000; n += 1) await ask(emulator, app, `GET ${repo}/issues/1`)
  const perRequest = (performance.now() - started) / 1000
  expect(perRequest).toBeLessThan(5)
})
