import type { Emulator } from 'github-emulator'
import { checkRequest, checkResponse, checkWebhook, routes, served } from 'github-emulator/internals'
import { beforeEach, expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'

const repo = '/repos/acme/incidents'
let emulator: Emulator

beforeEach(async () => {
  emulator = await startAcme()
})

test('a wrong answer is reported', async () => {
  await ask(emulator, emulator.tokenFor('bob'), `POST ${repo}/issues`, { title: 'x' })
  const { body } = await ask(emulator, emulator.tokenFor('bob'), `GET ${repo}/issues/1`)
  const key = 'GET /repos/{owner}/{repo}/issues/{issue_number}'
  expect(checkResponse(key, 200, body)).toEqual([])
  expect(checkResponse(key, 200, { ...(body as object), number: 'one' })).toMatchObject([
    { where: `${key} response 200`, message: '/number must be integer' },
  ])
  const { title: _, ...untitled } = body as { title: string }
  expect(checkResponse(key, 200, untitled)).toMatchObject([{ message: "/ must have required property 'title'" }])
  expect(checkResponse(key, 202, body)).toMatchObject([{ message: 'this status is not documented' }])
})

test('a wrong answer of the server itself is reported: here the world holds what GitHub never would', async () => {
  const bob = emulator.tokenFor('bob')
  await ask(emulator, bob, `POST ${repo}/issues`, { title: 'x' })
  const [issue] = emulator.world.state.issues.values()
  Object.assign(issue ?? {}, { createdAt: 'yesterday' })
  await ask(emulator, bob, `GET ${repo}/issues/1`)
  expect(emulator.violations).toMatchObject([
    { message: expect.stringContaining('/created_at must match format "date-time"'), sample: 'yesterday' },
  ])
})

test('a wrong request is reported: a missing field, a parameter of the wrong type', async () => {
  const key = 'POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues'
  const params = { owner: 'acme', repo: 'incidents', issue_number: '1' }
  const query = new URLSearchParams()
  expect(checkRequest(key, { params, query, body: { sub_issue_id: 1 } })).toEqual([])
  expect(checkRequest(key, { params, query, body: {} })).toHaveLength(1)
  expect(
    checkRequest(key, { params: { ...params, issue_number: 'one' }, query, body: { sub_issue_id: 1 } }),
  ).toHaveLength(1)
})

test('a wrong webhook is reported', () => {
  expect(checkWebhook('issues', 'opened', {})).toHaveLength(1)
  expect(checkWebhook('issues', 'evaporated', {})).toMatchObject([{ message: 'is not in the description' }])
})

test('what is not served is 404 and a violation', async () => {
  expect((await ask(emulator, emulator.tokenFor('bob'), 'GET /gists')).status).toBe(404)
  expect(emulator.violations).toMatchObject([{ message: 'the embedded GitHub does not serve GET /gists' }])
})

test('a field that GitHub’s GraphQL has not got is a violation', async () => {
  const headers = { authorization: `Bearer ${emulator.tokenFor('bob')}` }
  const answer = await emulator.fetch(emulator.graphql, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: '{ viewer { shoeSize } }' }),
  })
  expect(answer.status).toBe(200)
  expect(emulator.violations).toMatchObject([{ message: expect.stringContaining('shoeSize') }])
  expect(emulator.exchanges.graphql).toBe(1)
})

test('the description holds every route and every event that is served', () => {
  const unknown = routes
    .map(({ method, path }) => `${method} ${path}`)
    .filter(
      key =>
        checkRequest(key, { params: {}, query: new URLSearchParams(), body: undefined })[0]?.message ===
        'is not in the description',
    )
  const events = Object.entries(served).flatMap(([event, actions]) =>
    actions.map(action => [event, action || null] as const),
  )
  const unheard = events.filter(
    ([event, action]) => checkWebhook(event, action, {})[0]?.message === 'is not in the description',
  )
  expect([unknown, unheard]).toEqual([[], []])
})
