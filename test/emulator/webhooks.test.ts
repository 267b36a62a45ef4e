import { createServer, type Server } from 'node:http'
import { verify } from '@octokit/webhooks-methods'
import type { Delivery, Emulator } from 'github-emulator'
import { portOf } from 'github-emulator/internals'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, idOf, startAcme } from './acme.ts'

const repo = '/repos/acme/incidents'
let emulator: Emulator
let bob: string

beforeEach(async () => {
  emulator = await startAcme()
  bob = emulator.tokenFor('bob')
})

type Posted = { headers: { [name: string]: string | string[] | undefined }; body: string }
let receiver: Server | null = null

async function receive(posted: Posted[], answer = 200): Promise<string> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      posted.push({ headers: request.headers, body })
      response.writeHead(answer).end('thanks')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  receiver = server
  return `http://127.0.0.1:${portOf(server)}/`
}

afterEach(async () => {
  const server = receiver
  receiver = null
  if (server) await new Promise<void>(resolve => server.close(() => resolve()))
})

const names = (deliveries: readonly Delivery[]) =>
  deliveries.map(({ event, action }) => (action ? `${event}.${action}` : event))

test('a webhook is posted in order, signed so that octokit accepts it, and logged', async () => {
  const posted: Posted[] = []
  const url = await receive(posted)
  emulator.webhooks.subscribe({ url, secret: emulator.app.webhookSecret })
  await ask(emulator, bob, `POST ${repo}/issues`, { title: 'Help', labels: ['incident'] })
  await emulator.deliveries.idle()
  expect(posted.map(each => each.headers['x-github-event'])).toEqual(['label', 'issues', 'issues'])
  const [, opened] = posted
  const { headers, body } = opened ?? { headers: {}, body: '' }
  expect(await verify(emulator.app.webhookSecret, body, String(headers['x-hub-signature-256']))).toBe(true)
  expect(await verify('another secret', body, String(headers['x-hub-signature-256']))).toBe(false)
  expect(headers).toMatchObject({
    'x-github-hook-installation-target-id': String(emulator.app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-github-delivery': expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(JSON.parse(body)).toMatchObject({
    action: 'opened',
    issue: { title: 'Help', labels: [{ name: 'incident' }] },
    repository: { full_name: 'acme/incidents', private: true },
    organization: { login: 'acme' },
    sender: { login: 'bob' },
    installation: { id: emulator.app.installationId },
  })
  expect(emulator.deliveries.log.map(each => each.code)).toEqual([200, 200, 200])
  expect(emulator.violations).toEqual([])
})

test('held deliveries can be dropped, doubled, turned round and delivered later', async () => {
  const heard: string[] = []
  emulator.webhooks.on(
    ({ event, action, payload }) => void heard.push(`${event}.${action} ${JSON.stringify(payload).length > 0}`),
  )
  emulator.deliveries.hold()
  await ask(emulator, bob, `POST ${repo}/issues`, { title: 'one' })
  await ask(emulator, bob, `PATCH ${repo}/issues/1`, { state: 'closed' })
  const [opened, closed, ...rest] = emulator.deliveries.take()
  if (!opened || !closed) throw new Error('two deliveries were expected')
  expect(rest).toEqual([])
  expect(heard).toEqual([])
  for (const each of [closed, opened, opened]) await emulator.deliveries.deliver(each)
  expect(heard).toEqual(['issues.closed true', 'issues.opened true', 'issues.opened true'])
  await ask(emulator, bob, `PATCH ${repo}/issues/1`, { state: 'open' })
  emulator.deliveries.release()
  await emulator.deliveries.idle()
  expect(heard.at(-1)).toBe('issues.reopened true')
  expect(emulator.violations).toEqual([])
})

test('one link makes two deliveries; what a workflow’s token does starts no workflow', async () => {
  emulator.deliveries.hold()
  const token = emulator.actionsToken('acme/incidents', { issues: 'write' })
  await ask(emulator, bob, `POST ${repo}/issues`, { title: 'parent' })
  const { body } = await ask(emulator, bob, `POST ${repo}/issues`, { title: 'child' })
  emulator.deliveries.take()
  await ask(emulator, token, `POST ${repo}/issues/1/sub_issues`, { sub_issue_id: (body as { id: number }).id })
  const links = emulator.deliveries.take()
  expect(names(links)).toEqual(['sub_issues.sub_issue_added', 'sub_issues.parent_issue_added'])
  expect(links.map(each => each.triggersWorkflows)).toEqual([false, false])
  await ask(emulator, bob, `POST ${repo}/issues/1/comments`, { body: 'hello' })
  expect(emulator.deliveries.take().map(each => each.triggersWorkflows)).toEqual([true])
  expect(emulator.violations).toEqual([])
})

test('every kind of event of an issue is as GitHub describes it', async () => {
  emulator.deliveries.hold()
  const alice = emulator.tokenFor('alice')
  const { body } = await ask(emulator, alice, `POST ${repo}/issues`, {
    title: 'one',
    labels: ['a'],
    assignees: ['bob'],
  })
  await ask(emulator, alice, `POST ${repo}/issues`, { title: 'two' })
  const { id } = body as { id: number }
  await ask(emulator, alice, `PATCH ${repo}/issues/1`, { title: 'uno', body: 'text', labels: ['b'], assignees: [] })
  const said = await ask(emulator, alice, `POST ${repo}/issues/1/comments`, { body: 'hi' })
  const comment = `${repo}/issues/comments/${(said.body as { id: number }).id}`
  await ask(emulator, alice, `PATCH ${comment}`, { body: 'ho' })
  await ask(emulator, alice, `PUT ${comment}/pin`)
  await ask(emulator, alice, `DELETE ${comment}/pin`)
  await ask(emulator, alice, `DELETE ${comment}`)
  await ask(emulator, alice, `PUT ${repo}/issues/1/lock`)
  await ask(emulator, alice, `DELETE ${repo}/issues/1/lock`)
  await ask(emulator, alice, `POST ${repo}/issues/2/dependencies/blocked_by`, { issue_id: id })
  await ask(emulator, alice, `DELETE ${repo}/issues/2/dependencies/blocked_by/${id}`)
  await ask(emulator, alice, `PATCH ${repo}/labels/a`, { new_name: 'c' })
  await ask(emulator, alice, `DELETE ${repo}/labels/c`)
  await ask(emulator, alice, `PATCH ${repo}`, { visibility: 'public' })
  await ask(emulator, alice, `PATCH ${repo}`, { visibility: 'private', archived: true })
  const { deleteIssue, pinIssue } = await import('github-emulator')
  await ask(emulator, alice, `PATCH ${repo}`, { archived: false })
  const actor = { kind: 'user', user: idOf(emulator.world, 'alice') } as const
  pinIssue(emulator.world, actor, id)
  deleteIssue(emulator.world, actor, id)
  const seen = new Set(names(emulator.deliveries.take()))
  for (const name of [
    'issues.edited',
    'issues.unlabeled',
    'issues.unassigned',
    'issues.locked',
    'issues.unlocked',
    'issues.deleted',
  ]) {
    expect(seen).toContain(name)
  }
  for (const name of [
    'issue_comment.created',
    'issue_comment.edited',
    'issue_comment.pinned',
    'issue_comment.unpinned',
    'issue_comment.deleted',
  ]) {
    expect(seen).toContain(name)
  }
  for (const name of [
    'label.edited',
    'label.deleted',
    'repository.publicized',
    'repository.privatized',
    'repository.archived',
    'public',
  ]) {
    expect(seen).toContain(name)
  }
  for (const name of ['blocked_by_added', 'blocking_added', 'blocked_by_removed', 'blocking_removed']) {
    expect(seen).toContain(`issue_dependencies.${name}`)
  }
  expect(emulator.violations).toEqual([])
})

test('a receiver that fails is logged, not tried again by itself, and can be asked for again', async () => {
  const posted: Posted[] = []
  const url = await receive(posted, 500)
  emulator.webhooks.subscribe({ url, secret: 'x', events: ['issues'] })
  await ask(emulator, bob, `POST ${repo}/issues`, { title: 'Help' })
  await emulator.deliveries.idle()
  expect(posted).toHaveLength(1)
  const { createAppAuth } = await import('@octokit/auth-app')
  const { id: appId, privateKey } = emulator.app
  emulator.clock.set(new Date())
  const { token } = await createAppAuth({ appId, privateKey })({ type: 'app' })
  const failed = (await ask(emulator, token, 'GET /app/hook/deliveries?status=failure')).body as {
    id: number
    guid: string
  }[]
  expect(failed).toMatchObject([{ status_code: 500, event: 'issues', action: 'opened', redelivery: false }])
  expect((await ask(emulator, token, `GET /app/hook/deliveries/${failed[0]?.id}`)).body).toMatchObject({
    url,
    response: { payload: 'thanks' },
  })
  expect((await ask(emulator, token, `POST /app/hook/deliveries/${failed[0]?.id}/attempts`)).status).toBe(202)
  await expect.poll(() => posted.length).toBe(2)
  expect(posted.map(each => each.headers['x-github-delivery'])).toEqual([failed[0]?.guid, failed[0]?.guid])
  expect((await ask(emulator, token, 'GET /app/hook/config')).body).toMatchObject({ url, content_type: 'json' })
  expect(emulator.violations).toEqual([])
})

test('a suspended installation hears of it, and of nothing more', async () => {
  const heard: string[] = []
  emulator.webhooks.on(delivery => void (delivery.toApp && heard.push(`${delivery.event}.${delivery.action}`)))
  emulator.suspend(emulator.app.installationId, true)
  await ask(emulator, bob, `POST ${repo}/issues`, { title: 'unheard' })
  emulator.suspend(emulator.app.installationId, false)
  await ask(emulator, bob, `POST ${repo}/issues`, { title: 'heard' })
  await emulator.deliveries.idle()
  expect(heard).toEqual(['installation.suspend', 'installation.unsuspend', 'issues.opened'])
  expect(emulator.violations).toEqual([])
})
