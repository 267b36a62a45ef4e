import { createSign } from 'node:crypto'
import { createIssue, type Emulator, push, repositoryByName, updateRepository } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { ask, idOf, type Reply, startAcme } from './acme.ts'

// How api.github.com was recorded to answer, case by case. What a case needs is there by itself, or made first.

const root = '/repos/acme/incidents'
const me = (world: Emulator['world'], login: string) => ({ kind: 'user' as const, user: idOf(world, login) })

const open = async () => {
  const emulator = await startAcme({ validate: false })
  const { world } = emulator
  const home = repositoryByName(world.state, 'acme', 'incidents')
  if (home === null) throw new Error('no repository')
  const alice = me(world, 'alice')
  createIssue(world, alice, home.id, { title: 'x' })
  push(world, alice, home.id, { branch: 'topic/a', files: { 'b.md': 'b\n' } })
  await ask(emulator, emulator.tokenFor('alice'), `POST ${root}/pulls`, { title: 'y', head: 'topic/a', base: 'main' })
  return { emulator, world, home, alice }
}

type Case = {
  readonly line: string
  readonly body?: unknown
  readonly status: number
  readonly message?: string
  readonly like?: RegExp
  readonly errors?: readonly unknown[]
  readonly as?: 'nobody' | 'app' | 'actions'
}

const both = 'You cannot pass both `assignee` and `assignees`. Only one may be provided.'
const cases: readonly Case[] = [
  { line: `GET ${root}`, as: 'nobody', status: 404, message: 'Not Found' },
  { line: 'GET /repos/acme/nothing', status: 404, message: 'Not Found' },
  { line: `GET ${root}/branches/nothing`, status: 404, message: 'Branch not found' },
  { line: `DELETE ${root}/git/refs/heads/nothing`, status: 422, message: 'Reference does not exist' },
  { line: `DELETE ${root}/issues/1/labels/nothing`, status: 404, message: 'Label does not exist' },
  { line: `DELETE ${root}/labels/nothing`, status: 404, message: 'Not Found' },
  { line: `GET ${root}/labels/nothing`, status: 404, message: 'Not Found' },
  { line: `DELETE ${root}/issues/1/reactions/77`, status: 404, message: 'Not Found' },
  { line: `GET ${root}/assignees/nobody-here`, status: 404, message: 'Not Found' },
  { line: `GET ${root}/collaborators/mallory`, status: 404, message: 'Not Found' },
  {
    line: 'GET /orgs/acme/members/mallory',
    status: 404,
    message: 'User does not exist or is not a member of the organization',
  },
  { line: `GET ${root}/contents/nothing.md`, status: 404, message: 'Not Found' },
  { line: 'GET /user', as: 'nobody', status: 401, message: 'Requires authentication' },
  {
    line: `POST ${root}/issues`,
    body: { title: 'x', assignee: 'bob', assignees: ['bob'] },
    status: 422,
    message: both,
  },
  { line: `PATCH ${root}/issues/1`, body: { assignee: 'bob', assignees: ['bob'] }, status: 422, message: both },
  {
    line: `POST ${root}/labels`,
    body: { name: 'x', color: 'reddish' },
    status: 422,
    message: 'Validation Failed',
    errors: [{ resource: 'Label', code: 'invalid', field: 'color' }],
  },
  {
    line: `PATCH ${root}/pulls/2`,
    body: { base: 'non-existing' },
    status: 422,
    message: 'Validation Failed',
    errors: [
      {
        message: "Proposed base branch 'non-existing' was not found",
        resource: 'PullRequest',
        field: 'base',
        code: 'invalid',
      },
    ],
  },
  {
    line: `POST ${root}/pulls`,
    body: { title: 'z', head: 'topic/a', base: 'main' },
    status: 422,
    message: 'Validation Failed',
    errors: [{ resource: 'PullRequest', code: 'custom', message: 'A pull request already exists for acme:topic/a.' }],
  },
  { line: `GET ${root}/pulls/2/merge`, status: 404, message: 'Not Found' },
  {
    line: `POST ${root}/check-runs`,
    as: 'actions',
    body: { name: 'x', head_sha: 'HEAD', status: 'completed' },
    status: 422,
    message:
      'Invalid request.\n\nNo subschema in "anyOf" matched.\n"conclusion" wasn\'t supplied.\ncompleted is not a member of ["queued", "in_progress"].',
  },
  {
    line: `POST ${root}/git/commits`,
    body: { message: 'x', tree: 'TREE', committer: {} },
    status: 422,
    message: 'Invalid request.\n\n"email", "name" weren\'t supplied.',
  },
  {
    line: `PUT ${root}/collaborators/bob`,
    body: { permission: 'emperor' },
    status: 422,
    like: /is not a valid permission\./,
  },
]

const tokenOf = ({ emulator }: Awaited<ReturnType<typeof open>>, as: Case['as']): string | null => {
  if (as === 'nobody') return null
  if (as === 'actions') return emulator.actionsToken('acme/incidents', { checks: 'write', contents: 'write' })
  return emulator.tokenFor('alice')
}

const messageOf = ({ body }: Reply): unknown => (body as { message?: unknown } | undefined)?.message

test.each(cases.map(one => [`${one.line} ${JSON.stringify(one.body ?? '')}`, one] as const))(
  '%s',
  async (_name, one) => {
    const scene = await open()
    const reply = await ask(scene.emulator, tokenOf(scene, one.as), one.line, one.body)
    expect(reply.status).toBe(one.status)
    if (one.message !== undefined) expect(messageOf(reply)).toBe(one.message)
    if (one.like !== undefined) expect(messageOf(reply)).toMatch(one.like)
    if (one.errors !== undefined) expect(reply.body).toMatchObject({ errors: one.errors })
  },
)

test('a role is shown to whoever may push, and to nobody else', async () => {
  const { emulator } = await open()
  const line = `GET ${root}/collaborators/bob/permission`
  const carol = await ask(emulator, emulator.tokenFor('carol'), line)
  expect([carol.status, messageOf(carol)]).toEqual([403, 'Must have push access to view collaborator permission.'])
  expect((await ask(emulator, emulator.tokenFor('bob'), line)).status).toBe(200)
})

describe('a renamed repository', () => {
  const renamed = async () => {
    const scene = await open()
    updateRepository(scene.world, scene.alice, scene.home.id, { name: 'incidents-2' })
    return scene
  }
  const raw = ({ emulator }: Awaited<ReturnType<typeof open>>, method: string, path: string, body?: object) =>
    emulator.fetch(`${emulator.api}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${emulator.tokenFor('alice')}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  test.each([
    ['GET', root, '', 301],
    ['GET', `${root}/issues/1`, '/issues/1', 301],
    ['PATCH', root, '', 307],
    ['POST', `${root}/issues`, '/issues', 307],
  ])('%s %s: moved, to where it is by its id', async (method, path, below, status) => {
    const scene = await renamed()
    const answer = await raw(scene, method, path, method === 'GET' ? undefined : { title: 'new' })
    const at = `${scene.emulator.api}/repositories/${scene.home.id}${below}`
    expect([answer.status, answer.headers.get('location')]).toEqual([status, at])
    expect(await answer.json()).toMatchObject({ message: 'Moved Permanently', url: at })
  })

  test('whoever follows is there, by either API, and writes there too', async () => {
    const scene = await renamed()
    const token = scene.emulator.tokenFor('alice')
    expect((await ask(scene.emulator, token, `GET ${root}/issues/1`)).body).toMatchObject({ number: 1 })
    expect((await ask(scene.emulator, token, `POST ${root}/issues`, { title: 'new' })).status).toBe(201)
    const query = '{ repository(owner: "acme", name: "incidents") { name issue(number: 1) { title } } }'
    const answer = await ask(scene.emulator, token, 'POST /graphql', { query })
    expect(answer.body).toEqual({ data: { repository: { name: 'incidents-2', issue: { title: 'x' } } } })
  })

  test('to whoever may not see it, it was never there', async () => {
    const scene = await renamed()
    expect((await ask(scene.emulator, scene.emulator.tokenFor('mallory'), `GET ${root}`)).status).toBe(404)
  })
})

describe('what has not changed is not sent again', () => {
  const get = (emulator: Emulator, headers: Record<string, string>) =>
    emulator.fetch(`${emulator.api}${root}`, {
      headers: { authorization: `Bearer ${emulator.tokenFor('alice')}`, ...headers },
    })

  test('by its etag, and by its date', async () => {
    const { emulator, world, home, alice } = await open()
    const first = await get(emulator, {})
    const etag = first.headers.get('etag') ?? ''
    const modified = first.headers.get('last-modified') ?? ''
    expect([etag === '', modified === '']).toEqual([false, false])
    expect((await get(emulator, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(emulator, { 'if-modified-since': modified })).status).toBe(304)
    emulator.clock.advance(60_000)
    updateRepository(world, alice, home.id, { description: 'other' })
    expect((await get(emulator, { 'if-none-match': etag })).status).toBe(200)
    expect((await get(emulator, { 'if-modified-since': modified })).status).toBe(200)
  })
})

test('a folder with a slash at its end is elsewhere', async () => {
  const { emulator } = await open()
  const answer = await emulator.fetch(`${emulator.api}${root}/contents/docs/`, {
    redirect: 'manual',
    headers: { authorization: `Bearer ${emulator.tokenFor('alice')}` },
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, `${emulator.api}${root}/contents/docs`])
})

test('a token as the password of Basic is a token', async () => {
  const { emulator } = await open()
  const basic = Buffer.from(`x:${emulator.tokenFor('bob')}`).toString('base64')
  const answer = await emulator.fetch(`${emulator.api}/user`, { headers: { authorization: `Basic ${basic}` } })
  expect([answer.status, await answer.json()]).toMatchObject([200, { login: 'bob' }])
  const wrong = await emulator.fetch(`${emulator.api}/user`, { headers: { authorization: 'Basic eDp5' } })
  expect([wrong.status, await wrong.json()]).toMatchObject([401, { message: 'Bad credentials' }])
})

describe('the App', () => {
  const jwt = ({ app, clock }: Emulator, life: number, by = app.privateKey): string => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const now = Math.floor(clock.now().getTime() / 1000)
    const claims = { iss: String(app.id), iat: now - 60, exp: now + life }
    const unsigned = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`
    return `${unsigned}.${createSign('sha256').update(unsigned).sign(by).toString('base64url')}`
  }
  const tokens = ({ app }: Emulator, id: number = app.installationId) => `POST /app/installations/${id}/access_tokens`

  test('whose token is over, or was never one', async () => {
    const { emulator } = await open()
    expect((await ask(emulator, jwt(emulator, 300), 'GET /app')).status).toBe(200)
    const over = await ask(emulator, jwt(emulator, -10), 'GET /app')
    expect([over.status, messageOf(over)]).toEqual([
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    ])
    const spoilt = await ask(emulator, jwt(emulator, 300).replace(/.{8}$/, 'AAAAAAAA'), 'GET /app')
    expect([spoilt.status, messageOf(spoilt)]).toEqual([401, 'A JSON web token could not be decoded'])
  })

  test.each([
    [
      { permissions: { administration: 'write' } },
      422,
      'The permissions requested are not granted to this installation.',
    ],
    [{ permissions: 'all' }, 400, 'Problems parsing JSON'],
    [{ permissions: ['issues'] }, 400, 'Problems parsing JSON'],
  ])('asks for a token with %j', async (body, status, message) => {
    const { emulator } = await open()
    const reply = await ask(emulator, jwt(emulator, 300), tokens(emulator), body)
    expect([reply.status, messageOf(reply)]).toEqual([status, message])
  })

  test('asks for a token of no installation', async () => {
    const { emulator } = await open()
    const reply = await ask(emulator, jwt(emulator, 300), tokens(emulator, 77))
    expect([reply.status, messageOf(reply)]).toEqual([404, 'Not Found'])
  })
})
