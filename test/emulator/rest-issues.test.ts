import type { Emulator } from 'github-emulator'
import { beforeEach, expect, test } from 'vitest'
import { ask, idOf, startAcme } from './acme.ts'

const repo = '/repos/acme/incidents'
let emulator: Emulator
let app: string

beforeEach(async () => {
  emulator = await startAcme()
  app = emulator.installationToken()
})

const open = async (title: string, more: object = {}) => {
  const { body } = await ask(emulator, app, `POST ${repo}/issues`, { title, ...more })
  return body as { id: number; number: number }
}

test('an issue is opened, read, changed, closed and listed, and GitHub would have said nothing else', async () => {
  const made = await ask(emulator, app, `POST ${repo}/issues`, {
    title: 'Keys leaked',
    labels: ['SEV-1'],
    assignees: ['bob'],
  })
  expect(made).toMatchObject({
    status: 201,
    body: { number: 1, title: 'Keys leaked', user: { login: 'tocsin[bot]', type: 'Bot' }, labels: [{ name: 'SEV-1' }] },
  })
  await ask(emulator, app, `PATCH ${repo}/issues/1`, {
    body: 'now with text',
    state: 'closed',
    state_reason: 'not_planned',
  })
  const read = await ask(emulator, app, `GET ${repo}/issues/1`)
  expect(read.body).toMatchObject({ body: 'now with text', state: 'closed', state_reason: 'not_planned' })
  expect((await ask(emulator, app, `GET ${repo}/issues`)).body).toEqual([])
  expect(
    (await ask(emulator, app, `GET ${repo}/issues?state=all&labels=sev-1&assignee=bob&creator=tocsin[bot]`)).body,
  ).toHaveLength(1)
  expect(emulator.violations).toEqual([])
})

test('without push access labels and assignees are dropped without a word', async () => {
  const carol = emulator.tokenFor('carol')
  const made = await ask(emulator, carol, `POST ${repo}/issues`, {
    title: 'Hello',
    labels: ['bug'],
    assignees: ['bob'],
  })
  expect(made).toMatchObject({ status: 201, body: { labels: [], assignees: [], author_association: 'MEMBER' } })
  expect(emulator.violations).toEqual([])
})

test('of eleven assignees ten stay, and who cannot be assigned is left out with 201', async () => {
  await open('Crowded')
  const answer = await ask(emulator, app, `POST ${repo}/issues/1/assignees`, {
    assignees: ['bob', 'mallory', 'nobody'],
  })
  expect(answer).toMatchObject({ status: 201, body: { assignees: [{ login: 'bob' }] } })
  expect((await ask(emulator, app, `GET ${repo}/assignees/mallory`)).status).toBe(404)
  expect((await ask(emulator, app, `GET ${repo}/assignees/bob`)).status).toBe(204)
  expect((await ask(emulator, app, `GET ${repo}/issues/1/assignees/bob`)).status).toBe(204)
  expect((await ask(emulator, app, `GET ${repo}/assignees`)).body).toHaveLength(5)
  const removed = await ask(emulator, app, `DELETE ${repo}/issues/1/assignees`, { assignees: ['bob'] })
  expect(removed.body).toMatchObject({ assignees: [] })
  expect(emulator.violations).toEqual([])
})

test('comments are written, edited, pinned, listed and deleted', async () => {
  await open('Talk')
  const made = await ask(emulator, app, `POST ${repo}/issues/1/comments`, { body: 'first' })
  expect(made).toMatchObject({ status: 201, body: { body: 'first', performed_via_github_app: { slug: 'tocsin' } } })
  const { id } = made.body as { id: number }
  await ask(emulator, app, `PATCH ${repo}/issues/comments/${id}`, { body: 'second' })
  const pinned = await ask(emulator, app, `PUT ${repo}/issues/comments/${id}/pin`)
  expect(pinned).toMatchObject({ status: 200, body: { pin: { pinned_by: { login: 'tocsin[bot]' } } } })
  expect((await ask(emulator, app, `GET ${repo}/issues/1`)).body).toMatchObject({
    comments: 1,
    pinned_comment: { body: 'second' },
  })
  expect((await ask(emulator, app, `DELETE ${repo}/issues/comments/${id}/pin`)).status).toBe(204)
  expect((await ask(emulator, app, `GET ${repo}/issues/comments`)).body).toHaveLength(1)
  expect((await ask(emulator, app, `GET ${repo}/issues/comments/${id}`)).status).toBe(200)
  expect((await ask(emulator, app, `DELETE ${repo}/issues/comments/${id}`)).status).toBe(204)
  expect((await ask(emulator, app, `GET ${repo}/issues/1/comments`)).body).toEqual([])
  expect(emulator.violations).toEqual([])
})

test('a reaction is 201 when new and 200 when it was there', async () => {
  await open('React')
  const first = await ask(emulator, app, `POST ${repo}/issues/1/reactions`, { content: 'eyes' })
  const second = await ask(emulator, app, `POST ${repo}/issues/1/reactions`, { content: 'eyes' })
  expect([first.status, second.status]).toEqual([201, 200])
  const { body } = await ask(emulator, app, `POST ${repo}/issues/1/comments`, { body: 'hm' })
  const comment = `${repo}/issues/comments/${(body as { id: number }).id}/reactions`
  await ask(emulator, app, `POST ${comment}`, { content: '+1' })
  expect((await ask(emulator, app, `GET ${comment}`)).body).toMatchObject([{ content: '+1' }])
  const { id } = first.body as { id: number }
  expect((await ask(emulator, app, `DELETE ${repo}/issues/1/reactions/${id}`)).status).toBe(204)
  expect((await ask(emulator, app, `GET ${repo}/issues/1/reactions`)).body).toEqual([])
  expect(emulator.violations).toEqual([])
})

test('sub-issues and dependencies are linked by database id', async () => {
  const parent = await open('Parent')
  const [one, two] = [await open('One'), await open('Two')]
  expect((await ask(emulator, app, `POST ${repo}/issues/1/sub_issues`, { sub_issue_id: one.id })).status).toBe(201)
  await ask(emulator, app, `POST ${repo}/issues/1/sub_issues`, { sub_issue_id: two.id })
  await ask(emulator, app, `PATCH ${repo}/issues/1/sub_issues/priority`, { sub_issue_id: two.id, before_id: one.id })
  const list = await ask(emulator, app, `GET ${repo}/issues/1/sub_issues`)
  expect(list.body).toMatchObject([{ number: two.number }, { number: one.number }])
  expect((await ask(emulator, app, `GET ${repo}/issues/2/parent`)).body).toMatchObject({ number: parent.number })
  expect((await ask(emulator, app, `POST ${repo}/issues/2/dependencies/blocked_by`, { issue_id: two.id })).status).toBe(
    201,
  )
  expect((await ask(emulator, app, `GET ${repo}/issues/2/dependencies/blocked_by`)).body).toMatchObject([{ number: 3 }])
  expect((await ask(emulator, app, `GET ${repo}/issues/3/dependencies/blocking`)).body).toMatchObject([{ number: 2 }])
  expect((await ask(emulator, app, `DELETE ${repo}/issues/2/dependencies/blocked_by/${two.id}`)).status).toBe(200)
  expect((await ask(emulator, app, `DELETE ${repo}/issues/1/sub_issue`, { sub_issue_id: two.id })).status).toBe(200)
  expect((await ask(emulator, app, `GET ${repo}/issues/3/parent`)).status).toBe(404)
  expect(emulator.violations).toEqual([])
})

test('labels of the repository and of an issue', async () => {
  await open('Labelled')
  const made = await ask(emulator, app, `POST ${repo}/labels`, { name: 'SEV-1', color: 'ff0000', description: 'worst' })
  expect(made.status).toBe(201)
  expect((await ask(emulator, app, `POST ${repo}/labels`, { name: 'sev-1' })).status).toBe(422)
  await ask(emulator, app, `PATCH ${repo}/labels/SEV-1`, { new_name: 'SEV 1' })
  expect((await ask(emulator, app, `GET ${repo}/labels/SEV%201`)).body).toMatchObject({ color: 'ff0000' })
  await ask(emulator, app, `POST ${repo}/issues/1/labels`, { labels: ['SEV 1', 'new'] })
  expect((await ask(emulator, app, `PUT ${repo}/issues/1/labels`, { labels: ['new'] })).body).toMatchObject([
    { name: 'new' },
  ])
  expect((await ask(emulator, app, `DELETE ${repo}/issues/1/labels/SEV%201`)).status).toBe(404)
  expect((await ask(emulator, app, `DELETE ${repo}/issues/1/labels/new`)).body).toEqual([])
  expect((await ask(emulator, app, `DELETE ${repo}/issues/1/labels`)).status).toBe(204)
  expect((await ask(emulator, app, `DELETE ${repo}/labels/new`)).status).toBe(204)
  expect((await ask(emulator, app, `GET ${repo}/labels`)).body).toHaveLength(1)
  expect((await ask(emulator, app, `GET ${repo}/issues/1/labels`)).body).toEqual([])
  expect(emulator.violations).toEqual([])
})

test('events and timeline tell what happened to an issue', async () => {
  const { id } = await open('Eventful', { labels: ['bug'], assignees: ['bob'] })
  const child = await open('Child')
  await ask(emulator, app, `POST ${repo}/issues/1/sub_issues`, { sub_issue_id: child.id })
  await ask(emulator, app, `POST ${repo}/issues/2/dependencies/blocked_by`, { issue_id: id })
  await ask(emulator, app, `PATCH ${repo}/issues/1`, { title: 'More eventful' })
  await ask(emulator, app, `POST ${repo}/issues/2/comments`, { body: 'see #1' })
  await ask(emulator, app, `PUT ${repo}/issues/1/lock`, { lock_reason: 'resolved' })
  await ask(emulator, app, `DELETE ${repo}/issues/1/lock`)
  await ask(emulator, app, `PATCH ${repo}/issues/1`, { state: 'closed' })
  await ask(emulator, app, `PATCH ${repo}/issues/1`, { state: 'open' })
  const events = (await ask(emulator, app, `GET ${repo}/issues/1/events`)).body as { id: number; event: string }[]
  expect(events.map(each => each.event)).toEqual([
    'labeled',
    'assigned',
    'sub_issue_added',
    'blocking_added',
    'renamed',
    'locked',
    'unlocked',
    'closed',
    'reopened',
  ])
  const timeline = (await ask(emulator, app, `GET ${repo}/issues/1/timeline`)).body as { event: string }[]
  expect(timeline.map(each => each.event)).toContain('cross-referenced')
  expect((await ask(emulator, app, `GET ${repo}/issues/events`)).status).toBe(200)
  expect((await ask(emulator, app, `GET ${repo}/issues/events/${events[0]?.id}`)).body).toMatchObject({
    event: 'labeled',
  })
  expect(emulator.violations).toEqual([])
})

test('an issue that was deleted is gone with 410, one that never was is not found', async () => {
  await open('Here')
  const { deleteIssue } = await import('github-emulator')
  const [issue] = [...emulator.world.state.issues.values()]
  deleteIssue(emulator.world, { kind: 'user', user: idOf(emulator.world, 'alice') }, issue?.id ?? 0)
  expect((await ask(emulator, app, `GET ${repo}/issues/1`)).status).toBe(410)
  expect((await ask(emulator, app, `GET ${repo}/issues/2`)).status).toBe(404)
  expect(emulator.violations).toEqual([])
})

test('an issue that was transferred is at its new place, for whoever may read there', async () => {
  const { addRepository, addUser, setRole, transferIssue } = await import('github-emulator')
  await open('Here')
  const { world } = emulator
  const [issue] = [...world.state.issues.values()]
  const alice = { kind: 'user', user: idOf(world, 'alice') } as const
  const home = issue?.repositoryId ?? 0
  const there = addRepository(world, { owner: 'acme', name: 'elsewhere' })
  setRole(world, there.id, alice.user, 'admin')
  addUser(world, { login: 'zoe' })
  setRole(world, home, idOf(world, 'zoe'), 'write')
  const moved = transferIssue(world, alice, issue?.id ?? 0, there.id)
  const raw = (login: string, method: string, below = '') =>
    emulator.fetch(`${emulator.api}${repo}/issues/1${below}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${emulator.tokenFor(login)}` },
      ...(method === 'GET' ? {} : { body: '{"body":"x"}' }),
    })
  const at = `${emulator.api}/repositories/${there.id}/issues/${moved.number}`
  for (const [method, below, status] of [
    ['GET', '', 301],
    ['GET', '/comments', 301],
    ['PATCH', '', 307],
    ['POST', '/comments', 307],
  ] as const) {
    const answer = await raw('alice', method, below)
    expect([answer.status, answer.headers.get('location')]).toEqual([status, `${at}${below}`])
  }
  expect((await ask(emulator, emulator.tokenFor('alice'), `GET ${repo}/issues/1`)).body).toMatchObject({
    title: 'Here',
  })
  expect((await raw('zoe', 'GET')).status).toBe(404)
  expect(emulator.violations).toEqual([])
})

test('with issues switched off they are gone; an archived repository is read-only', async () => {
  const alice = emulator.tokenFor('alice')
  await open('Here')
  await ask(emulator, alice, `PATCH ${repo}`, { has_issues: false })
  expect((await ask(emulator, app, `GET ${repo}/issues`)).status).toBe(410)
  expect((await ask(emulator, app, `POST ${repo}/issues`, { title: 'x' })).status).toBe(410)
  await ask(emulator, alice, `PATCH ${repo}`, { has_issues: true, archived: true })
  expect(await ask(emulator, app, `POST ${repo}/issues`, { title: 'x' })).toMatchObject({
    status: 403,
    body: { message: 'Repository was archived so is read-only.' },
  })
  expect(emulator.violations).toEqual([])
})

test.each([30, 31, 100, 101])('%i comments come in pages with links', async count => {
  emulator.limits.on = false
  await open('Long')
  for (let n = 1; n <= count; n += 1)
    await ask(emulator, app, `POST ${repo}/issues/1/comments`, { body: `comment ${n}` })
  const first = await ask(emulator, app, `GET ${repo}/issues/1/comments`)
  expect(first.body).toHaveLength(30)
  expect(first.headers.get('link')?.includes('rel="next"') ?? false).toBe(count > 30)
  const big = await ask(emulator, app, `GET ${repo}/issues/1/comments?per_page=1000`)
  expect(big.body).toHaveLength(Math.min(100, count))
  expect(big.headers.get('link')?.includes('page=2') ?? false).toBe(count > 100)
  expect(emulator.violations).toEqual([])
})

test('bad input is refused in GitHub’s words, and is a violation of whoever sent it', async () => {
  expect(await ask(emulator, app, `POST ${repo}/issues`, {})).toMatchObject({
    status: 422,
    body: { message: 'Validation Failed', errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }] },
  })
  expect(emulator.violations).toMatchObject([{ where: 'POST /repos/{owner}/{repo}/issues request body' }])
})
