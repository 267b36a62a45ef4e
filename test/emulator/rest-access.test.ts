import { createSign } from 'node:crypto'
import type { Emulator } from 'github-emulator'
import { beforeEach, expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'

const repo = '/repos/acme/incidents'
let emulator: Emulator

beforeEach(async () => {
  emulator = await startAcme()
})

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function jwt({ iss = emulator.app.id as number | string, from = 0, to = 300, key = emulator.app.privateKey } = {}) {
  const now = Math.floor(emulator.clock.now().getTime() / 1000)
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss, iat: now + from, exp: now + to })}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`
}

test('the App proves itself with its JWT and gets a token for an hour', async () => {
  expect((await ask(emulator, jwt(), 'GET /app')).body).toMatchObject({ id: emulator.app.id, slug: 'tocsin' })
  expect((await ask(emulator, jwt({ iss: emulator.app.clientId }), 'GET /app')).status).toBe(200)
  const { body } = await ask(emulator, jwt(), `GET ${repo}/installation`)
  expect(body).toMatchObject({
    id: emulator.app.installationId,
    account: { login: 'acme' },
    repository_selection: 'all',
  })
  expect((await ask(emulator, jwt(), 'GET /app/installations')).body).toHaveLength(1)
  const made = await ask(emulator, jwt(), `POST /app/installations/${emulator.app.installationId}/access_tokens`)
  expect(made).toMatchObject({
    status: 201,
    body: { permissions: { issues: 'write' }, expires_at: '2026-03-01T11:00:00Z' },
  })
  const { token } = made.body as { token: string }
  expect((await ask(emulator, token, 'GET /installation/repositories')).body).toMatchObject({ total_count: 1 })
  emulator.clock.advance(3_600_000)
  expect(await ask(emulator, token, `GET ${repo}`)).toMatchObject({ status: 401, body: { message: 'Bad credentials' } })
  expect(emulator.violations).toEqual([])
})

test('a JWT of another key, of another App, too long, too old or too early is refused in GitHub’s words', async () => {
  const { generateKeyPairSync } = await import('node:crypto')
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
  const why = async (token: string) => {
    const { status, body } = await ask(emulator, token, 'GET /app')
    return `${status} ${(body as { message: string }).message}`
  }
  expect(await why(jwt({ key: other }))).toBe('401 A JSON web token could not be decoded')
  expect(await why(jwt({ iss: 1 }))).toBe('404 Integration not found')
  expect(await why(jwt({ to: 3600 }))).toBe("401 'Expiration time' claim ('exp') is too far in the future")
  expect(await why(jwt({ to: -1 }))).toContain("'Expiration time' claim ('exp') must be a numeric value")
  expect(await why(jwt({ from: 120 }))).toContain("'Issued at' claim ('iat')")
  expect(await why('nonsense')).toBe('401 Bad credentials')
  expect(emulator.violations).toEqual([])
})

test('a token can be narrowed to permissions and repositories, but not widened', async () => {
  const path = `POST /app/installations/${emulator.app.installationId}/access_tokens`
  const made = await ask(emulator, jwt(), path, { permissions: { issues: 'read' }, repositories: ['incidents'] })
  expect(made.body).toMatchObject({
    permissions: { issues: 'read' },
    repository_selection: 'selected',
    repositories: [{ name: 'incidents' }],
  })
  const { token } = made.body as { token: string }
  expect(await ask(emulator, token, `POST ${repo}/issues`, { title: 'no' })).toMatchObject({
    status: 403,
    body: { message: 'Resource not accessible by integration' },
  })
  expect((await ask(emulator, jwt(), path, { permissions: { administration: 'write' } })).status).toBe(422)
  expect((await ask(emulator, jwt(), path, { repositories: ['elsewhere'] })).status).toBe(422)
  expect(emulator.violations).toEqual([])
})

test('a private repository does not exist for whoever may not see it', async () => {
  expect((await ask(emulator, emulator.tokenFor('mallory'), `GET ${repo}`)).status).toBe(404)
  expect((await ask(emulator, emulator.tokenFor('mallory'), `POST ${repo}/issues`, { title: 'x' })).status).toBe(404)
  expect((await ask(emulator, emulator.tokenFor('carol'), `GET ${repo}`)).body).toMatchObject({
    permissions: { pull: true, push: false },
  })
  expect((await ask(emulator, null, `GET ${repo}`)).status).toBe(404)
  expect(emulator.violations).toEqual([])
})

test('a permission that was taken away is missed with 403, until it is back', async () => {
  const token = emulator.installationToken()
  emulator.faults.deny('issues')
  expect(await ask(emulator, token, `POST ${repo}/issues`, { title: 'x' })).toMatchObject({
    status: 403,
    body: { message: 'Resource not accessible by integration' },
  })
  emulator.faults.allow('issues')
  expect((await ask(emulator, token, `POST ${repo}/issues`, { title: 'x' })).status).toBe(201)
})

test('a suspended installation is refused, an uninstalled one forgotten', async () => {
  const token = emulator.installationToken()
  const { installationId } = emulator.app
  expect((await ask(emulator, jwt(), `PUT /app/installations/${installationId}/suspended`)).status).toBe(204)
  expect(await ask(emulator, token, `GET ${repo}`)).toMatchObject({
    status: 403,
    body: { message: 'This installation has been suspended' },
  })
  expect((await ask(emulator, jwt(), `DELETE /app/installations/${installationId}/suspended`)).status).toBe(204)
  expect((await ask(emulator, token, `GET ${repo}`)).status).toBe(200)
  expect((await ask(emulator, jwt(), `DELETE /app/installations/${installationId}`)).status).toBe(204)
  expect((await ask(emulator, token, `GET ${repo}`)).status).toBe(401)
  expect((await ask(emulator, jwt(), `GET ${repo}/installation`)).status).toBe(404)
  expect(emulator.violations).toEqual([])
})

test('role_name tells what permission folds', async () => {
  const token = emulator.installationToken()
  const roles: string[] = []
  for (const login of ['alice', 'erin', 'bob', 'dave', 'carol', 'mallory']) {
    const { body } = await ask(emulator, token, `GET ${repo}/collaborators/${login}/permission`)
    const { permission, role_name } = body as { permission: string; role_name: string }
    roles.push(`${login} ${permission} ${role_name}`)
  }
  expect(roles).toEqual([
    'alice admin admin',
    'erin write maintain',
    'bob write write',
    'dave read triage',
    'carol read read',
    'mallory none none',
  ])
  expect((await ask(emulator, token, `GET ${repo}/collaborators/nobody/permission`)).status).toBe(404)
  expect(emulator.violations).toEqual([])
})

test('collaborators are listed, added, changed and removed by an admin', async () => {
  const alice = emulator.tokenFor('alice')
  expect((await ask(emulator, alice, `PUT ${repo}/collaborators/mallory`, { permission: 'push' })).status).toBe(201)
  expect((await ask(emulator, alice, `PUT ${repo}/collaborators/mallory`, { permission: 'maintain' })).status).toBe(204)
  expect((await ask(emulator, alice, `GET ${repo}/collaborators/mallory`)).status).toBe(204)
  expect((await ask(emulator, alice, `GET ${repo}/collaborators`)).body).toHaveLength(6)
  expect((await ask(emulator, alice, `DELETE ${repo}/collaborators/mallory`)).status).toBe(204)
  expect((await ask(emulator, emulator.tokenFor('bob'), `PUT ${repo}/collaborators/mallory`)).status).toBe(403)
  expect(emulator.violations).toEqual([])
})

test('GITHUB_TOKEN is github-actions[bot], and may not read teams', async () => {
  const token = emulator.actionsToken('acme/incidents', { issues: 'write', contents: 'read' })
  const made = await ask(emulator, token, `POST ${repo}/issues`, { title: 'from a workflow' })
  expect(made.body).toMatchObject({ user: { login: 'github-actions[bot]' } })
  expect((await ask(emulator, token, 'GET /orgs/acme/teams/responders/members')).status).toBe(403)
  expect((await ask(emulator, token, 'GET /user')).status).toBe(403)
  const carol = emulator.tokenFor('carol')
  expect((await ask(emulator, carol, 'GET /orgs/acme/teams/responders/members')).body).toHaveLength(2)
  expect((await ask(emulator, carol, 'GET /orgs/acme/teams/responders/memberships/alice')).status).toBe(200)
  expect((await ask(emulator, carol, 'GET /orgs/acme/members/carol')).status).toBe(204)
  expect((await ask(emulator, carol, 'GET /user')).body).toMatchObject({ login: 'carol' })
  expect((await ask(emulator, carol, 'GET /users/tocsin[bot]')).body).toMatchObject({ type: 'Bot' })
  expect(emulator.violations).toEqual([])
})

test('the repository is made public, and says so', async () => {
  const alice = emulator.tokenFor('alice')
  expect((await ask(emulator, alice, `PATCH ${repo}`, { visibility: 'public' })).body).toMatchObject({
    private: false,
    visibility: 'public',
  })
  expect((await ask(emulator, emulator.tokenFor('bob'), `PATCH ${repo}`, { visibility: 'private' })).status).toBe(403)
  expect((await ask(emulator, emulator.tokenFor('mallory'), `GET ${repo}`)).status).toBe(200)
  expect(emulator.violations).toEqual([])
})

test('what the server says of itself', async () => {
  expect((await ask(emulator, null, 'GET /meta')).body).toMatchObject({ installed_version: expect.any(String) })
  expect((await ask(emulator, null, 'GET /zen')).body).toBe('Keep it logically awesome.')
  expect((await ask(emulator, emulator.tokenFor('bob'), 'GET /rate_limit')).body).toMatchObject({
    rate: { limit: 5000 },
  })
  expect(emulator.violations).toEqual([])
})

test('tokens may outlive a clock that is put forward, for clients that keep them', async () => {
  const lasting = await startAcme({ tokensExpire: false })
  const token = lasting.installationToken()
  lasting.clock.advance(48 * 3_600_000)
  expect((await ask(lasting, token, `GET ${repo}`)).status).toBe(200)
})
