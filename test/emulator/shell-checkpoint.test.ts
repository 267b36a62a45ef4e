import type { Emulator } from 'github-emulator'
import { beforeEach, expect, test } from 'vitest'
import { eightfold, linear, timesAsMuch } from '../growth.ts'
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

test('a checkpoint and a return cost what there is in the world, and no more', async () => {
  emulator.limits.on = false
  const worlds = new Map([[0, emulator.checkpoint()]])
  for (let n = 1; n <= 40; n += 1) {
    await open(`issue ${n}`)
    await ask(emulator, app, `POST ${repo}/issues/${n}/comments`, { body: 'a comment '.repeat(50) })
    worlds.set(n, emulator.checkpoint())
  }
  const thereAndBack = (issues: number): void => {
    const saved = worlds.get(issues)
    if (saved === undefined) throw new Error(`there is no world of ${issues} issues`)
    emulator.restore(saved)
    emulator.restore(emulator.checkpoint())
  }
  expect(await eightfold(thereAndBack, 40)).toBeLessThan(linear)
})

test('a request costs the same however many came before', async () => {
  const worn = await startAcme()
  const look = async (at: Emulator, times: number): Promise<void> => {
    const token = at.installationToken()
    for (let n = 0; n < times; n += 1) await ask(at, token, `GET ${repo}`)
  }
  for (const one of [emulator, worn]) one.limits.on = false
  await look(worn, 3_000)
  const times = await timesAsMuch(
    () => look(worn, 20),
    () => look(emulator, 20),
    4,
  )
  expect(times).toBeLessThan(4)
})
