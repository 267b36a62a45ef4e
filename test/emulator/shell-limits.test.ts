import type { Emulator } from 'github-emulator'
import { beforeEach, expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'

const repo = '/repos/acme/incidents'
let emulator: Emulator
let app: string

beforeEach(async () => {
  emulator = await startAcme({ clock: { frozen: '2026-03-01T10:00:00Z' } })
  app = emulator.installationToken()
})

const open = (token = app) => ask(emulator, token, `POST ${repo}/issues`, { title: 'x' })

test('the 81st creation of a minute is refused, and allowed once the first is a minute old', async () => {
  for (let n = 1; n <= 80; n += 1) expect((await open()).status).toBe(201)
  const refused = await open()
  expect(refused.status).toBe(403)
  expect(refused.headers.get('retry-after')).toBe('60')
  expect((await ask(emulator, app, `GET ${repo}`)).status).toBe(200)
  emulator.clock.advance(60_000)
  expect((await open()).status).toBe(201)
  expect(emulator.violations).toEqual([])
})

test('five hundred creations an hour, each alias counted', async () => {
  emulator.limits.creationsAMinute = 1000
  emulator.limits.creationsAnHour = 5
  const body = (count: number) => {
    const [{ nodeId } = { nodeId: '' }] = [...emulator.world.state.repositories.values()]
    const alias = (n: number) =>
      `a${n}: createIssue(input: { repositoryId: "${nodeId}", title: "x" }) { clientMutationId }`
    return JSON.stringify({ query: `mutation { ${Array.from({ length: count }, (_, n) => alias(n)).join(' ')} }` })
  }
  const send = (count: number) =>
    emulator.fetch(emulator.graphql, { method: 'POST', headers: { authorization: `token ${app}` }, body: body(count) })
  expect((await send(4)).status).toBe(200)
  expect((await send(2)).status).toBe(403)
  expect((await send(1)).status).toBe(200)
})

test('points of the minute: a read is one, a write five', async () => {
  emulator.limits.restPointsAMinute = 11
  await open()
  await open()
  expect((await ask(emulator, app, `GET ${repo}`)).status).toBe(200)
  expect((await ask(emulator, app, `GET ${repo}`)).status).toBe(403)
})

test('the primary limit: a workflow has a thousand an hour for its repository, told in every answer', async () => {
  emulator.limits.primary.actions = 3
  const token = emulator.actionsToken('acme/incidents', { issues: 'write' })
  const first = await ask(emulator, token, `GET ${repo}`)
  expect(first.headers.get('x-ratelimit-limit')).toBe('3')
  expect(first.headers.get('x-ratelimit-remaining')).toBe('2')
  await ask(emulator, token, `GET ${repo}`)
  await ask(emulator, token, `GET ${repo}`)
  const refused = await ask(emulator, token, `GET ${repo}`)
  expect(refused).toMatchObject({
    status: 403,
    body: { message: expect.stringMatching(/^API rate limit exceeded for installation/) },
  })
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
  expect(Number(refused.headers.get('x-ratelimit-reset'))).toBe(Date.parse('2026-03-01T11:00:00Z') / 1000)
  emulator.clock.advance(3_600_000)
  expect((await ask(emulator, token, `GET ${repo}`)).status).toBe(200)
})

test('GraphQL says its primary limit with 200, and tells what is left', async () => {
  emulator.limits.primary.installation = 2
  const query = JSON.stringify({ query: '{ rateLimit { limit remaining cost } }' })
  const send = async () =>
    (
      await emulator.fetch(emulator.graphql, {
        method: 'POST',
        headers: { authorization: `token ${app}` },
        body: query,
      })
    ).json()
  expect(await send()).toMatchObject({ data: { rateLimit: { limit: 2, remaining: 1, cost: 1 } } })
  await send()
  expect(await send()).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] })
})

test('a hundred requests at once, not more', async () => {
  emulator.limits.concurrent = 2
  let opened = () => {}
  const gate = new Promise<void>(resolve => {
    opened = resolve
  })
  emulator.pace = ({ alias }) => (alias ? gate : undefined)
  const [{ nodeId } = { nodeId: '' }] = [...emulator.world.state.repositories.values()]
  const body = JSON.stringify({
    query: `mutation { createIssue(input: { repositoryId: "${nodeId}", title: "x" }) { clientMutationId } }`,
  })
  const send = () =>
    emulator.fetch(emulator.graphql, { method: 'POST', headers: { authorization: `token ${app}` }, body })
  const [first, second] = [send(), send()]
  expect((await send()).status).toBe(403)
  opened()
  expect([(await first).status, (await second).status]).toEqual([200, 200])
})

test('limits can be switched off', async () => {
  emulator.limits.on = false
  for (let n = 1; n <= 90; n += 1) expect((await open()).status).toBe(201)
})
