import type { Emulator } from 'github-emulator'
import { beforeEach, expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'

const repo = '/repos/acme/incidents'
let emulator: Emulator
let app: string

beforeEach(async () => {
  emulator = await startAcme()
  app = emulator.installationToken({
    permissions: { issues: 'write', contents: 'write', pull_requests: 'write', checks: 'write' },
  })
})

type Sha = { sha: string }
const head = async (branch = 'main') => {
  const { body } = await ask(emulator, app, `GET ${repo}/git/ref/heads/${branch}`)
  return (body as { object: Sha }).object.sha
}
const base64 = (text: string) => Buffer.from(text).toString('base64')

test('files are read, written, changed and deleted through contents', async () => {
  const read = await ask(emulator, app, `GET ${repo}/contents/docs/a.md`)
  expect(read.body).toMatchObject({ type: 'file', encoding: 'base64', path: 'docs/a.md', size: 14 })
  expect((await ask(emulator, app, `GET ${repo}/contents/`)).body).toMatchObject([
    { name: 'README.md' },
    { name: 'docs', type: 'dir' },
  ])
  expect((await ask(emulator, app, `GET ${repo}/contents`)).body).toHaveLength(2)
  const made = await ask(emulator, app, `PUT ${repo}/contents/new/b.md`, { message: 'add b', content: base64('b\n') })
  expect(made).toMatchObject({
    status: 201,
    body: { content: { path: 'new/b.md' }, commit: { message: 'add b', verification: { verified: true } } },
  })
  const { content } = made.body as { content: Sha }
  expect(
    (await ask(emulator, app, `PUT ${repo}/contents/new/b.md`, { message: 'again', content: base64('c\n') })).status,
  ).toBe(422)
  const changed = await ask(emulator, app, `PUT ${repo}/contents/new/b.md`, {
    message: 'c',
    content: base64('c\n'),
    sha: content.sha,
  })
  expect(changed.status).toBe(200)
  const stale = await ask(emulator, app, `DELETE ${repo}/contents/new/b.md`, { message: 'gone', sha: content.sha })
  expect(stale.status).toBe(409)
  const { content: now } = changed.body as { content: Sha }
  expect((await ask(emulator, app, `DELETE ${repo}/contents/new/b.md`, { message: 'gone', sha: now.sha })).status).toBe(
    200,
  )
  expect((await ask(emulator, app, `GET ${repo}/contents/new/b.md`)).status).toBe(404)
  expect((await ask(emulator, app, `GET ${repo}/contents/docs/a.md?ref=nowhere`)).status).toBe(404)
  expect(emulator.violations).toEqual([])
})

test('a commit is made from blob and tree, and a branch is moved to it only forward', async () => {
  const first = await head()
  const blob = (await ask(emulator, app, `POST ${repo}/git/blobs`, { content: 'text', encoding: 'utf-8' })).body as Sha
  expect((await ask(emulator, app, `GET ${repo}/git/blobs/${blob.sha}`)).body).toMatchObject({
    content: base64('text'),
  })
  const entry = { path: 'x/y.txt', mode: '100644', type: 'blob', sha: blob.sha }
  const base = ((await ask(emulator, app, `GET ${repo}/git/commits/${first}`)).body as { tree: Sha }).tree.sha
  const tree = (await ask(emulator, app, `POST ${repo}/git/trees`, { base_tree: base, tree: [entry] })).body as Sha
  const all = (await ask(emulator, app, `GET ${repo}/git/trees/${tree.sha}?recursive=1`)).body as {
    tree: { path: string }[]
  }
  expect(all.tree.map(each => each.path)).toEqual(['README.md', 'docs', 'docs/a.md', 'x', 'x/y.txt'])
  const commit = (
    await ask(emulator, app, `POST ${repo}/git/commits`, { message: 'm', tree: tree.sha, parents: [first] })
  ).body as Sha
  expect((await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/heads/incident/1', sha: first })).status).toBe(
    201,
  )
  expect((await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/heads/incident/1', sha: first })).status).toBe(
    422,
  )
  expect((await ask(emulator, app, `PATCH ${repo}/git/refs/heads/incident/1`, { sha: commit.sha })).status).toBe(200)
  expect(await ask(emulator, app, `PATCH ${repo}/git/refs/heads/incident/1`, { sha: first })).toMatchObject({
    status: 422,
    body: { message: 'Update is not a fast forward' },
  })
  expect(
    (await ask(emulator, app, `PATCH ${repo}/git/refs/heads/incident/1`, { sha: first, force: true })).status,
  ).toBe(200)
  expect((await ask(emulator, app, `GET ${repo}/git/matching-refs/heads/incident/`)).body).toHaveLength(1)
  expect((await ask(emulator, app, `DELETE ${repo}/git/refs/heads/incident/1`)).status).toBe(204)
  expect((await ask(emulator, app, `DELETE ${repo}/git/refs/heads/incident/1`)).status).toBe(422)
  expect((await ask(emulator, app, `GET ${repo}/git/ref/heads/incident/1`)).status).toBe(404)
  expect(emulator.violations).toEqual([])
})

test('an annotated tag is an object, and a tag once a ref holds it', async () => {
  const oid = await head()
  const made = await ask(emulator, app, `POST ${repo}/git/tags`, {
    tag: 'v1',
    message: 'one',
    object: oid,
    type: 'commit',
  })
  const { sha } = made.body as Sha
  expect((await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/tags/v1', sha })).body).toMatchObject({
    object: { type: 'tag' },
  })
  expect((await ask(emulator, app, `GET ${repo}/git/tags/${sha}`)).body).toMatchObject({
    tag: 'v1',
    object: { sha: oid },
  })
  expect(emulator.violations).toEqual([])
})

test('commits, branches and comparisons', async () => {
  const first = await head()
  await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/heads/work', sha: first })
  const more = { message: 'more', content: base64('one\ntwo\nfour\n'), branch: 'work' }
  const sha = ((await ask(emulator, app, `GET ${repo}/contents/docs/a.md`)).body as Sha).sha
  await ask(emulator, app, `PUT ${repo}/contents/docs/a.md`, { ...more, sha })
  const compared = await ask(emulator, app, `GET ${repo}/compare/main...work`)
  expect(compared.body).toMatchObject({
    status: 'ahead',
    ahead_by: 1,
    files: [{ filename: 'docs/a.md', additions: 1, deletions: 1 }],
  })
  expect((await ask(emulator, app, `GET ${repo}/commits?sha=work`)).body).toHaveLength(2)
  expect((await ask(emulator, app, `GET ${repo}/commits/work`)).body).toMatchObject({
    author: { login: 'tocsin[bot]' },
    stats: { total: 2 },
  })
  expect((await ask(emulator, app, `GET ${repo}/branches`)).body).toHaveLength(2)
  expect((await ask(emulator, app, `GET ${repo}/branches/work`)).body).toMatchObject({ name: 'work' })
  expect((await ask(emulator, app, `POST ${repo}/merges`, { base: 'main', head: 'work' })).status).toBe(201)
  expect((await ask(emulator, app, `POST ${repo}/merges`, { base: 'main', head: 'work' })).status).toBe(204)
  expect(emulator.violations).toEqual([])
})

test('a pull request is opened, reviewed, checked and merged', async () => {
  await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/heads/work', sha: await head() })
  await ask(emulator, app, `PUT ${repo}/contents/c.md`, { message: 'c', content: base64('c\n'), branch: 'work' })
  const made = await ask(emulator, app, `POST ${repo}/pulls`, {
    title: 'Post-mortem',
    head: 'work',
    base: 'main',
    body: 'read me',
  })
  expect(made).toMatchObject({ status: 201, body: { number: 1, commits: 1, changed_files: 1, mergeable: true } })
  const asked = await ask(emulator, app, `POST ${repo}/pulls/1/requested_reviewers`, { reviewers: ['alice'] })
  expect(asked).toMatchObject({ status: 201, body: { requested_reviewers: [{ login: 'alice' }] } })
  expect((await ask(emulator, app, `GET ${repo}/pulls/1/requested_reviewers`)).body).toMatchObject({
    users: [{ login: 'alice' }],
  })
  const alice = emulator.tokenFor('alice')
  const review = await ask(emulator, alice, `POST ${repo}/pulls/1/reviews`, { event: 'APPROVE', body: 'good' })
  expect(review).toMatchObject({ status: 200, body: { state: 'APPROVED' } })
  const { id } = review.body as { id: number }
  expect((await ask(emulator, app, `GET ${repo}/pulls/1/reviews/${id}`)).status).toBe(200)
  expect((await ask(emulator, app, `GET ${repo}/pulls/1/reviews`)).body).toHaveLength(1)
  await ask(emulator, app, `POST ${repo}/pulls/1/requested_reviewers`, { reviewers: ['bob'] })
  expect((await ask(emulator, app, `DELETE ${repo}/pulls/1/requested_reviewers`, { reviewers: ['bob'] })).status).toBe(
    200,
  )
  const head_sha = await head('work')
  const run = { name: 'post-mortem', head_sha, status: 'in_progress', output: { title: 'reading', summary: 'soon' } }
  const check = await ask(emulator, app, `POST ${repo}/check-runs`, run)
  const { id: runId } = check.body as { id: number }
  await ask(emulator, app, `PATCH ${repo}/check-runs/${runId}`, { conclusion: 'success' })
  expect((await ask(emulator, app, `GET ${repo}/commits/${head_sha}/check-runs`)).body).toMatchObject({
    total_count: 1,
    check_runs: [{ status: 'completed', conclusion: 'success', app: { slug: 'tocsin' } }],
  })
  expect((await ask(emulator, app, `GET ${repo}/check-runs/${runId}`)).status).toBe(200)
  expect((await ask(emulator, app, `GET ${repo}/pulls/1/files`)).body).toMatchObject([
    { filename: 'c.md', status: 'added' },
  ])
  expect((await ask(emulator, app, `GET ${repo}/pulls/1/commits`)).body).toHaveLength(1)
  expect((await ask(emulator, app, `GET ${repo}/commits/${head_sha}/pulls`)).body).toHaveLength(1)
  expect((await ask(emulator, app, `GET ${repo}/pulls?head=acme:work`)).body).toHaveLength(1)
  await ask(emulator, app, `PATCH ${repo}/pulls/1`, { title: 'Post-mortem 1' })
  expect((await ask(emulator, app, `GET ${repo}/pulls/1/merge`)).status).toBe(404)
  expect((await ask(emulator, app, `PUT ${repo}/pulls/1/merge`, { sha: '0'.repeat(40) })).status).toBe(409)
  expect(await ask(emulator, app, `PUT ${repo}/pulls/1/merge`)).toMatchObject({ status: 200, body: { merged: true } })
  expect((await ask(emulator, app, `GET ${repo}/pulls/1`)).body).toMatchObject({
    merged: true,
    state: 'closed',
    title: 'Post-mortem 1',
  })
  expect((await ask(emulator, app, `GET ${repo}/issues/1/timeline`)).status).toBe(200)
  expect((await ask(emulator, app, `GET ${repo}/issues/1`)).body).toMatchObject({
    pull_request: { html_url: expect.stringContaining('/pull/1') },
  })
  expect(emulator.violations).toEqual([])
  expect(emulator.exchanges.webhooks).toBeGreaterThan(8)
})

test('a ruleset keeps all but the App from a branch', async () => {
  const admin = emulator.tokenFor('alice')
  const rules = ['creation', 'update', 'deletion', 'non_fast_forward'].map(type => ({ type }))
  const made = await ask(emulator, admin, `POST ${repo}/rulesets`, {
    name: 'ledger',
    enforcement: 'active',
    conditions: { ref_name: { include: ['refs/heads/incident/*'], exclude: [] } },
    bypass_actors: [{ actor_type: 'Integration', actor_id: emulator.app.id, bypass_mode: 'always' }],
    rules,
  })
  expect(made.status).toBe(201)
  const { id } = made.body as { id: number }
  const branch = { ref: 'refs/heads/incident/7', sha: await head() }
  const bob = emulator.tokenFor('bob')
  expect((await ask(emulator, bob, `POST ${repo}/git/refs`, branch)).status).toBe(422)
  expect((await ask(emulator, app, `POST ${repo}/git/refs`, branch)).status).toBe(201)
  expect((await ask(emulator, app, `GET ${repo}/rules/branches/incident/7`)).body).toHaveLength(4)
  expect((await ask(emulator, app, `GET ${repo}/rulesets`)).body).toHaveLength(1)
  expect((await ask(emulator, admin, `PUT ${repo}/rulesets/${id}`, { enforcement: 'disabled' })).body).toMatchObject({
    enforcement: 'disabled',
  })
  expect((await ask(emulator, app, `GET ${repo}/rulesets/${id}`)).status).toBe(200)
  expect((await ask(emulator, admin, `DELETE ${repo}/rulesets/${id}`)).status).toBe(204)
  expect(emulator.violations).toEqual([])
})

test('a renamed file of a pull request is listed once, with the name it had, and without a patch', async () => {
  const first = await head()
  await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/heads/move', sha: first })
  const { body } = await ask(emulator, app, `GET ${repo}/contents/docs/a.md?ref=move`)
  const { content, sha } = body as { content: string; sha: string }
  await ask(emulator, app, `PUT ${repo}/contents/docs/b.md`, { message: 'there', content, branch: 'move' })
  await ask(emulator, app, `DELETE ${repo}/contents/docs/a.md`, { message: 'gone', sha, branch: 'move' })
  await ask(emulator, app, `POST ${repo}/pulls`, { title: 'Move', head: 'move', base: 'main' })
  const { body: files } = await ask(emulator, app, `GET ${repo}/pulls/1/files`)
  expect(files).toMatchObject([
    { filename: 'docs/b.md', previous_filename: 'docs/a.md', status: 'renamed', changes: 0 },
  ])
  expect(files).not.toMatchObject([{ patch: expect.anything() }])
  expect(emulator.violations).toEqual([])
})

test('a comment on a pull request is edited with the right to pull requests alone, one on an issue is not', async () => {
  await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/heads/say', sha: await head() })
  await ask(emulator, app, `PUT ${repo}/contents/say.md`, { message: 'say', content: base64('x'), branch: 'say' })
  await ask(emulator, app, `POST ${repo}/pulls`, { title: 'Say', head: 'say', base: 'main' })
  await ask(emulator, app, `POST ${repo}/issues`, { title: 'An issue' })
  const pulls = emulator.actionsToken('acme/incidents', { pull_requests: 'write', contents: 'read' })
  const made = await ask(emulator, pulls, `POST ${repo}/issues/1/comments`, { body: 'one' })
  const { id } = made.body as { id: number }
  expect((await ask(emulator, pulls, `PATCH ${repo}/issues/comments/${id}`, { body: 'two' })).status).toBe(200)
  const other = await ask(emulator, app, `POST ${repo}/issues/2/comments`, { body: 'one' })
  const theirs = (other.body as { id: number }).id
  expect((await ask(emulator, pulls, `POST ${repo}/issues/2/comments`, { body: 'x' })).status).toBe(403)
  expect((await ask(emulator, pulls, `PATCH ${repo}/issues/comments/${theirs}`, { body: 'two' })).status).toBe(403)
  expect(emulator.violations).toEqual([])
})

test('a path that git would not check out is refused', async () => {
  const content = base64('x')
  for (const path of ['.git/config', 'a//b', 'a/../b']) {
    const tree = [{ path, mode: '100644', type: 'blob', content: 'x' }]
    expect(await ask(emulator, app, `POST ${repo}/git/trees`, { tree })).toMatchObject({
      status: 422,
      body: { message: 'tree.path contains a malformed path component' },
    })
  }
  expect(await ask(emulator, app, `PUT ${repo}/contents/.git/config`, { message: 'x', content })).toMatchObject({
    status: 422,
    body: { message: 'path contains a malformed path component' },
  })
  expect(emulator.violations).toEqual([])
})

test('the activity names every change of a branch, who made it, and where it stood before', async () => {
  const [bob, trunk] = [emulator.tokenFor('bob'), await head()]
  await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/heads/x', sha: trunk })
  await ask(emulator, app, `PUT ${repo}/contents/x.md`, { message: 'x', content: base64('x\n'), branch: 'x' })
  const ahead = await head('x')
  await ask(emulator, bob, `PATCH ${repo}/git/refs/heads/x`, { sha: trunk, force: true })
  await ask(emulator, bob, `DELETE ${repo}/git/refs/heads/x`)
  await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/tags/x', sha: trunk })
  const none = '0'.repeat(40)
  const { body } = await ask(emulator, app, `GET ${repo}/activity?ref=x`)
  expect(body).toMatchObject([
    { activity_type: 'branch_deletion', before: trunk, after: none, actor: { login: 'bob' } },
    { activity_type: 'force_push', before: ahead, after: trunk, actor: { login: 'bob' } },
    { activity_type: 'push', before: trunk, after: ahead, actor: { type: 'Bot' }, ref: 'refs/heads/x' },
    { activity_type: 'branch_creation', before: none, after: trunk },
  ])
  const pick = async (query: string) =>
    (await ask(emulator, app, `GET ${repo}/activity?ref=refs/heads/x&${query}`)).body
  expect(await pick('actor=bob&activity_type=force_push')).toHaveLength(1)
  expect(await pick('direction=asc&per_page=1')).toMatchObject([{ activity_type: 'branch_creation' }])
  expect(await pick('time_period=day')).toHaveLength(4)
  const first = await ask(emulator, app, `GET ${repo}/activity?ref=x&per_page=3`)
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  const rest = await ask(
    emulator,
    app,
    `GET ${new URL(next).pathname.replace(/^\/api\/v3/, '')}${new URL(next).search}`,
  )
  expect(rest.body).toMatchObject([{ activity_type: 'branch_creation' }])
  expect(rest.headers.get('link')).toContain('rel="prev"')
  const reader = emulator.installationToken({ permissions: { issues: 'write' } })
  expect((await ask(emulator, reader, `GET ${repo}/activity`)).status).toBe(403)
  expect(emulator.violations).toEqual([])
})
