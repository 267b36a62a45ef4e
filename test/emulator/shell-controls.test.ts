import type { Emulator } from 'github-emulator'
import { beforeEach, expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'

const repo = '/repos/acme/incidents'
let emulator: Emulator

beforeEach(async () => {
  emulator = await startAcme()
})

async function control(method: string, name: string, body?: object) {
  const answer = await emulator.fetch(`${emulator.url}/_emulator/${name}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: await answer.json() }
}

test('the clock is moved by words, and refuses others with words', async () => {
  expect((await control('POST', 'clock', { advance: '1h30m' })).body).toEqual({ now: '2026-03-01T11:30:00.000Z' })
  expect((await control('POST', 'clock', { set: '2026-04-01T00:00:00Z' })).body).toEqual({
    now: '2026-04-01T00:00:00.000Z',
  })
  expect(await control('POST', 'clock', { advance: 'soon' })).toEqual({
    status: 422,
    body: { message: '"soon" is no duration; write one like 90s, 2h or 3d' },
  })
  expect((await control('POST', 'clock', {})).status).toBe(422)
})

test('a fault, a lost permission and the visibility are set from outside', async () => {
  const bob = emulator.tokenFor('bob')
  expect((await control('POST', 'faults', { request: 1, mode: '502-before' })).status).toBe(200)
  expect((await ask(emulator, bob, `GET ${repo}`)).status).toBe(502)
  expect((await control('POST', 'faults', { mode: 'gremlin' })).status).toBe(422)
  expect((await control('POST', 'faults', { denied: 'issues' })).body).toEqual({ denied: ['issues'] })
  expect((await ask(emulator, emulator.installationToken(), `GET ${repo}/issues`)).status).toBe(403)
  await control('POST', 'faults', { clear: true })
  expect((await ask(emulator, emulator.installationToken(), `GET ${repo}/issues`)).status).toBe(200)
  expect((await control('POST', 'repository', { visibility: 'public' })).body).toEqual({
    repository: 'incidents',
    visibility: 'public',
  })
  expect((await ask(emulator, bob, `GET ${repo}`)).body).toMatchObject({ visibility: 'public' })
  expect((await control('POST', 'repository', { visibility: 'secret' })).status).toBe(422)
  expect((await control('POST', 'repository', { visibility: 'public', repository: 'acme/none' })).status).toBe(422)
})

test('the log names what was asked and by whom, and holds no token and no body', async () => {
  const token = emulator.installationToken()
  await ask(emulator, token, `POST ${repo}/issues`, { title: 'canary-title' })
  const query = 'query Who { me: viewer { login } }'
  await emulator.fetch(emulator.graphql, {
    method: 'POST',
    headers: { authorization: `token ${token}` },
    body: JSON.stringify({ query }),
  })
  const { body } = await control('GET', 'requests')
  expect(body).toMatchObject([
    {
      n: 1,
      identity: `installation:${emulator.app.installationId}`,
      method: 'POST',
      path: `${repo}/issues`,
      mutating: true,
      creations: 1,
      status: 201,
    },
    {
      n: 2,
      operation: 'Who',
      aliases: [{ key: 'me', field: 'viewer' }],
      mutating: false,
      queryBytes: query.length,
      status: 200,
    },
  ])
  expect(JSON.stringify(body)).not.toContain(token)
  expect(JSON.stringify(body)).not.toContain('canary-title')
})

test('mail and violations can be looked at; an unknown control says which there are', async () => {
  const { watch } = await import('github-emulator')
  const { idOf } = await import('./acme.ts')
  const [repository] = [...emulator.world.state.repositories.values()]
  watch(emulator.world, repository?.id ?? 0, idOf(emulator.world, 'erin'))
  await ask(emulator, emulator.tokenFor('bob'), `POST ${repo}/issues`, { title: 'Mailed at once' })
  expect((await control('GET', 'mail')).body).toMatchObject([{ subject: expect.stringContaining('Mailed at once') }])
  expect((await control('GET', 'violations')).body).toMatchObject({ violations: [], exchanges: { rest: 1 } })
  expect((await control('GET', 'nonsense')).body).toMatchObject({ message: expect.stringContaining('GET requests') })
  expect((await control('POST', 'clock')).status).toBe(422)
})

test('a link of an issue shows what stands there', async () => {
  const { body } = await ask(emulator, emulator.tokenFor('bob'), `POST ${repo}/issues`, {
    title: 'Read me',
    body: 'the text',
  })
  const page = await emulator.fetch((body as { html_url: string }).html_url)
  expect(await page.text()).toContain('#1  open    Read me\nopened by bob')
  expect((await emulator.fetch(`${emulator.url}/acme/incidents`)).status).toBe(200)
  expect((await emulator.fetch(`${emulator.url}/acme/nothing`)).status).toBe(404)
  expect(emulator.violations).toEqual([])
})
