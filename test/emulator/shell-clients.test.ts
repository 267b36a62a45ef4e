import { getOctokit } from '@actions/github'
import { createAppAuth } from '@octokit/auth-app'
import { graphql } from '@octokit/graphql'
import { Octokit } from '@octokit/rest'
import type { Emulator } from 'github-emulator'
import { Probot, ProbotOctokit } from 'probot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startAcme } from './acme.ts'

// Real clients, real sockets: nothing here knows that this is not GitHub.

const incidents = { owner: 'acme', repo: 'incidents' }
let emulator: Emulator

beforeEach(async () => {
  emulator = await startAcme({ inProcess: false, clock: {} })
})

afterEach(async () => {
  await emulator.close()
  expect(emulator.violations).toEqual([])
})

test('@octokit/rest with a person’s token opens an issue, pages through a list and reads a permission', async () => {
  const octokit = new Octokit({ baseUrl: emulator.api, auth: emulator.tokenFor('bob') })
  for (let n = 1; n <= 35; n += 1) await octokit.rest.issues.create({ ...incidents, title: `number ${n}` })
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, incidents)
  expect(all).toHaveLength(35)
  const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...incidents, username: 'erin' })
  expect(data).toMatchObject({ permission: 'write', role_name: 'maintain' })
  await expect(octokit.rest.issues.get({ ...incidents, issue_number: 99 })).rejects.toMatchObject({ status: 404 })
})

test('@octokit/auth-app finds its installation, gets a token and acts as the bot', async () => {
  const { id: appId, privateKey } = emulator.app
  const octokit = new Octokit({ baseUrl: emulator.api, authStrategy: createAppAuth, auth: { appId, privateKey } })
  expect((await octokit.rest.apps.getAuthenticated()).data).toMatchObject({ slug: 'tocsin' })
  const { data: installation } = await octokit.rest.apps.getRepoInstallation(incidents)
  const auth = { appId, privateKey, installationId: installation.id }
  const asBot = new Octokit({ baseUrl: emulator.api, authStrategy: createAppAuth, auth })
  const { data } = await asBot.rest.issues.create({ ...incidents, title: 'from the App' })
  expect(data.user?.login).toBe('tocsin[bot]')
  const { data: repositories } = await asBot.rest.apps.listReposAccessibleToInstallation()
  expect(repositories.total_count).toBe(1)
})

test('@actions/github with a GITHUB_TOKEN speaks REST and GraphQL', async () => {
  const octokit = getOctokit(emulator.actionsToken('acme/incidents', { issues: 'write' }), { baseUrl: emulator.api })
  await octokit.rest.issues.create({ ...incidents, title: 'from a workflow' })
  const answer = await octokit.graphql(
    'query($o: String!) { repository(owner: $o, name: "incidents") { issue(number: 1) { title } } }',
    {
      o: 'acme',
    },
  )
  expect(answer).toEqual({ repository: { issue: { title: 'from a workflow' } } })
  await expect(
    octokit.rest.git.createRef({ ...incidents, ref: 'refs/heads/x', sha: '0'.repeat(40) }),
  ).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('Resource not accessible by integration'),
  })
})

test('probot authenticates, hears a signed webhook and answers it', async () => {
  const { id: appId, privateKey, webhookSecret: secret } = emulator.app
  const probot = new Probot({ appId, privateKey, secret, baseUrl: emulator.api, logLevel: 'fatal' })
  const heard: string[] = []
  await probot.load(app => {
    app.on('issues.opened', async context => {
      heard.push(context.payload.issue.title)
      await context.octokit.rest.issues.createComment(context.issue({ body: 'I am here' }))
    })
  })
  emulator.webhooks.on(async ({ guid, event, payload }) => {
    const { createHmac } = await import('node:crypto')
    const body = JSON.stringify(payload)
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    await probot.webhooks.verifyAndReceive({ id: guid, name: event, payload: body, signature })
  })
  const bob = new ProbotOctokit({
    baseUrl: emulator.api,
    auth: { token: emulator.tokenFor('bob') },
    throttle: { enabled: false },
  })
  await bob.rest.issues.create({ ...incidents, title: 'Help' })
  await emulator.deliveries.idle()
  expect(heard).toEqual(['Help'])
  expect([...emulator.world.state.comments.values()].map(each => each.body)).toEqual(['I am here'])
})

test('@octokit/graphql and plain fetch reach the same world, in process too', async () => {
  const token = emulator.tokenFor('alice')
  const ask = graphql.defaults({ baseUrl: `${emulator.url}/api`, headers: { authorization: `token ${token}` } })
  expect(await ask('{ viewer { login } }')).toEqual({ viewer: { login: 'alice' } })
  const before = emulator.clock.now().getTime()
  const answer = await fetch(`${emulator.api}/user`, { headers: { authorization: `Bearer ${token}` } })
  const after = emulator.clock.now().getTime()
  expect(answer.headers.get('x-github-request-id')).toMatch(/^[0-9A-F:]+$/)
  const said = Date.parse(answer.headers.get('date') ?? '')
  // in whole seconds
  expect(said).toBeGreaterThan(before - 1_000)
  expect(said).toBeLessThanOrEqual(after)
  const octokit = new Octokit({ baseUrl: emulator.api, auth: token, request: { fetch: emulator.fetch } })
  expect((await octokit.rest.users.getAuthenticated()).data.login).toBe('alice')
})

test('over a socket a reset is a failed fetch, and silence lasts until the caller gives up', async () => {
  const headers = { authorization: `Bearer ${emulator.tokenFor('alice')}` }
  emulator.faults.add({ request: 1, mode: 'reset-after' })
  await expect(fetch(`${emulator.api}/user`, { headers })).rejects.toThrow('fetch failed')
  emulator.faults.add({ request: 1, mode: 'timeout-after' })
  const caller = new AbortController()
  const served = emulator.requests.length
  const answer = fetch(`${emulator.api}/user`, { headers, signal: caller.signal })
  let settled = false
  const end = (): void => {
    settled = true
  }
  answer.then(end, end)
  await vi.waitUntil(() => emulator.requests.length > served, { timeout: 30_000 })
  // an answer to a later request is heard: one to this would have been
  await fetch(`${emulator.api}/user`, { headers })
  expect(settled).toBe(false)
  caller.abort()
  await expect(answer).rejects.toThrow('This operation was aborted')
})

test('auth-app follows the emulator’s clock when it runs ahead', async () => {
  emulator.clock.advance(2 * 3_600_000)
  const { id: appId, privateKey } = emulator.app
  const octokit = new Octokit({
    baseUrl: emulator.api,
    authStrategy: createAppAuth,
    auth: { appId, privateKey },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  })
  expect((await octokit.rest.apps.getAuthenticated()).status).toBe(200)
})
