import type { Emulator, FaultMode } from 'github-emulator'
import { beforeEach, describe, expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'

const repo = '/repos/acme/incidents'
let emulator: Emulator
let app: string

beforeEach(async () => {
  emulator = await startAcme()
  app = emulator.installationToken()
})

const open = (title: string) => ask(emulator, app, `POST ${repo}/issues`, { title })
const titles = () => [...emulator.world.state.issues.values()].map(each => each.title)

async function graphql(query: string, variables: object = {}) {
  const headers = { authorization: `Bearer ${app}` }
  const answer = await emulator.fetch(emulator.graphql, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
  return {
    status: answer.status,
    body: (await answer.json()) as { data?: object; errors?: { message: string; type?: string }[] },
  }
}

const three = `mutation Three($r: ID!) {
  a: createIssue(input: { repositoryId: $r, title: "a" }) { issue { number } }
  b: createIssue(input: { repositoryId: $r, title: "b" }) { issue { number } }
  c: createIssue(input: { repositoryId: $r, title: "c" }) { issue { number } }
}`
const variables = () => ({ r: [...emulator.world.state.repositories.values()][0]?.nodeId })

describe('a fault strikes the k-th request that matches, once', () => {
  test.each<[FaultMode, string | number, boolean]>([
    ['502-before', 502, false],
    ['502-after', 502, true],
    ['reset-before', 'TypeError fetch failed', false],
    ['reset-after', 'TypeError fetch failed', true],
    ['timeout-before', 'AbortError This operation was aborted', false],
    ['timeout-after', 'AbortError This operation was aborted', true],
    ['403-retry-after', 403, false],
    ['403-secondary', 403, false],
  ])('%s', async (mode, seen, effect) => {
    emulator.faults.add({ request: 2, where: { method: 'POST' }, mode })
    await open('first')
    await ask(emulator, app, `GET ${repo}`)
    const outcome = await open('second').then(
      reply => reply.status,
      (error: Error) => `${error.name} ${error.message}`,
    )
    expect(outcome).toBe(seen)
    expect(titles()).toEqual(effect ? ['first', 'second'] : ['first'])
    expect((await open('third')).status).toBe(201)
    expect(emulator.requests.map(each => each.fault ?? null)).toEqual([null, null, mode, null])
    expect(emulator.faults.pending()).toEqual([])
  })
})

test('a secondary limit says how long to wait, or does not', async () => {
  emulator.faults.add({ request: 1, mode: '403-retry-after', seconds: 90 })
  emulator.faults.add({ request: 2, mode: '403-secondary' })
  const [first, second] = [await open('x'), await open('x')]
  expect(first.headers.get('retry-after')).toBe('90')
  expect(second.headers.get('retry-after')).toBeNull()
  expect((second.body as { message: string }).message).toMatch(/exceeded a secondary rate limit/)
})

test('late: the answer never comes, the effect after two more requests', async () => {
  emulator.faults.add({ request: 1, mode: 'late' })
  await expect(open('late')).rejects.toThrow('aborted')
  await ask(emulator, app, `GET ${repo}`)
  expect(titles()).toEqual([])
  await ask(emulator, app, `GET ${repo}`)
  expect(titles()).toEqual(['late'])
})

describe('in a mutation of several aliases', () => {
  test.each<[FaultMode, string[]]>([
    ['502-before', ['a']],
    ['502-after', ['a', 'b']],
  ])('%s at the second: earlier aliases keep their effect, later ones never run', async (mode, left) => {
    emulator.faults.add({ request: 1, alias: 2, mode })
    const { status, body } = await graphql(three, variables())
    expect(status).toBe(502)
    expect(body.errors?.[0]?.message).toMatch(/^Something went wrong while executing your query/)
    expect(titles()).toEqual(left)
  })

  test('partial-errors: one alias fails on a 200, the others succeed', async () => {
    emulator.faults.add({ request: 1, alias: 2, mode: 'partial-errors' })
    const { status, body } = await graphql(three, variables())
    expect(status).toBe(200)
    expect(body.data).toMatchObject({ a: { issue: { number: 1 } }, b: null, c: { issue: { number: 2 } } })
    expect(body.errors).toMatchObject([{ path: ['b'], message: expect.stringMatching(/^Something went wrong/) }])
    expect(titles()).toEqual(['a', 'c'])
  })

  test('partial-errors may hide that the alias took effect', async () => {
    emulator.faults.add({ request: 1, alias: 2, mode: 'partial-errors', done: true })
    const { body } = await graphql(three, variables())
    expect(body.data).toMatchObject({ b: null })
    expect(titles()).toEqual(['a', 'b', 'c'])
  })

  test('another writer can come in between two aliases', async () => {
    const alice = emulator.tokenFor('alice')
    emulator.pace = async ({ alias, request }) => {
      if (alias === 2 && request.operation === 'Three')
        await ask(emulator, alice, `POST ${repo}/issues`, { title: 'between' })
    }
    await graphql(three, variables())
    expect(titles()).toEqual(['a', 'between', 'b', 'c'])
  })
})

test('partial-errors on a query: one field is nothing, with an error', async () => {
  emulator.faults.add({ request: 1, alias: 2, mode: 'partial-errors' })
  const { body } = await graphql('{ viewer { login } repository(owner: "acme", name: "incidents") { name } }')
  expect(body).toMatchObject({
    data: { viewer: { login: expect.any(String) }, repository: null },
    errors: [{ path: ['repository'] }],
  })
})

describe('a fault that names a field of a query', () => {
  const query =
    '{ viewer { login } repository(owner: "acme", name: "incidents") { name first: issue(number: 1) { title repository { id } } } }'

  test.each<[FaultMode, object]>([
    ['partial-errors', { path: ['repository', 'first'], message: expect.stringMatching(/^Something went wrong/) }],
    ['forbidden', { path: ['repository', 'first'], type: 'FORBIDDEN' }],
  ])('%s: it alone is null, with an error at its place', async (mode, error) => {
    await open('one')
    emulator.faults.add({ request: 1, mode, at: 'repository.first' })
    const { body } = await graphql(query)
    expect(body).toMatchObject({ data: { repository: { name: 'incidents', first: null } }, errors: [error] })
    expect(body.errors).toHaveLength(1)
    expect('type' in (body.errors?.[0] ?? {})).toBe(mode === 'forbidden')
    expect((await graphql(query)).body).toMatchObject({ data: { repository: { first: { title: 'one' } } } })
  })

  test('what may not be null takes with it what it stands in', async () => {
    await open('one')
    emulator.faults.add({ request: 1, mode: 'partial-errors', at: 'repository.first.repository.id' })
    expect((await graphql(query)).body).toMatchObject({
      data: { repository: { name: 'incidents', first: null } },
      errors: [{ path: ['repository', 'first', 'repository', 'id'] }],
    })
  })
})

describe('stale reads come from before the last mutating request', () => {
  test('a list does not know what was just made, a single object may', async () => {
    await open('one')
    await open('two')
    emulator.faults.add({ request: 1, mode: 'stale-lists' })
    expect((await ask(emulator, app, `GET ${repo}/issues`)).body).toHaveLength(1)
    emulator.faults.add({ request: 1, mode: 'stale-lists' })
    expect((await ask(emulator, app, `GET ${repo}/issues/2`)).status).toBe(200)
    emulator.faults.add({ request: 1, mode: 'stale' })
    expect((await ask(emulator, app, `GET ${repo}/issues/2`)).status).toBe(404)
    expect((await ask(emulator, app, `GET ${repo}/issues`)).body).toHaveLength(2)
  })

  test('every read may lag by several writes, until cleared', async () => {
    emulator.faults.everyRead('stale', { lag: 2 })
    for (const title of ['one', 'two', 'three']) await open(title)
    expect((await ask(emulator, app, `GET ${repo}/issues`)).body).toHaveLength(1)
    emulator.faults.clear()
    expect((await ask(emulator, app, `GET ${repo}/issues`)).body).toHaveLength(3)
  })

  test('a ref points where it did, in REST and in GraphQL', async () => {
    const message = { message: 'm', content: Buffer.from('x').toString('base64') }
    const before = (await ask(emulator, app, `GET ${repo}/git/ref/heads/main`)).body
    await ask(emulator, app, `PUT ${repo}/contents/x.md`, message)
    emulator.faults.everyRead('stale-refs')
    expect((await ask(emulator, app, `GET ${repo}/git/ref/heads/main`)).body).toEqual(before)
    const query =
      '{ repository(owner: "acme", name: "incidents") { ref(qualifiedName: "refs/heads/main") { target { oid } } } }'
    const { body } = await graphql(query)
    expect(body.data).toMatchObject({
      repository: { ref: { target: { oid: (before as { object: { sha: string } }).object.sha } } },
    })
  })
})
