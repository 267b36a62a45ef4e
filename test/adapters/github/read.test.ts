import {
  addAssignees,
  addReaction,
  addUser,
  createComment,
  createIssue,
  createLabel,
  createPull,
  deleteAccount,
  type Emulator,
  issueByNumber,
  push,
  setRole,
  updateComment,
  updateRepository,
} from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { connect, type GitHub } from '../../../src/adapters/github/client/client.ts'
import { append } from '../../../src/adapters/github/ledger/append.ts'
import { read } from '../../../src/adapters/github/read/read.ts'
import { apply } from '../../../src/adapters/github/write/write.ts'
import { isKnownClean } from '../../../src/adapters/secrets/without-secrets.ts'
import { readConfiguration } from '../../../src/domain/config/configuration.ts'
import { writeMarker } from '../../../src/domain/text/marker.ts'
import type { Snapshot } from '../../../src/domain/view/snapshot.ts'
import { actorOf, asApp, declared, entryOf, look, meddling, noted, repositoryOf, startVault, vault } from './room.ts'

const issueOf = ({ world }: Emulator, number = 1) => {
  const issue = issueByNumber(world.state, repositoryOf(world).id, number)
  if (issue === null) throw new Error(`no issue ${number}`)
  return issue
}

const say = (emulator: Emulator, who: string, body: string, number = 1) =>
  createComment(emulator.world, actorOf(emulator.world, who), issueOf(emulator, number).id, body)

const openStep = (emulator: Emulator, title: string) =>
  createIssue(emulator.world, actorOf(emulator.world, 'alice'), repositoryOf(emulator.world).id, {
    title,
    parentId: issueOf(emulator).id,
  })

const bodies = (snapshot: Snapshot) => snapshot.issue.thread.flatMap(item => (item.is === 'comment' ? item.body : []))

const begin = async (github: GitHub) => {
  const before = await look(github)
  const appended = await append(github, before, entryOf(before, [declared(before)]))
  expect(appended.is).toBe('appended')
}

test('an incident is one request, and everything is there', async () => {
  const emulator = await startVault()
  say(emulator, 'bob', '/status')
  const step = openStep(emulator, 'Pull the logs')
  addAssignees(emulator.world, actorOf(emulator.world, 'alice'), step.id, [actorOf(emulator.world, 'bob').user])
  const github = asApp(emulator)
  const snapshot = await look(github)
  expect(github.requests()).toBe(1)
  expect(snapshot.complete).toBe(true)
  expect(snapshot.us.login).toBe('tocsin[bot]')
  expect(snapshot.issue).toMatchObject({
    number: 1,
    title: 'Odd logins',
    labels: ['incident'],
    state: 'open',
    board: null,
  })
  expect(snapshot.issue.thread.map(item => [item.is, item.by?.login])).toEqual([
    ['labelled', 'alice'],
    ['comment', 'bob'],
  ])
  expect(snapshot.children).toMatchObject([{ title: 'Pull the logs', assignees: [{ login: 'bob' }], blockedBy: [] }])
  expect(snapshot.children[0]?.thread).toMatchObject([
    { is: 'assigned', who: { login: 'bob' }, by: { login: 'alice' } },
  ])
  expect(snapshot.members.map(member => [member.login, member.role, member.assignable])).toEqual([
    ['alice', 'admin', true],
    ['bob', 'write', true],
    ['carol', 'read', true],
  ])
  expect(snapshot.settings.configuration).toEqual(readConfiguration('roster: {}\n').configuration)
  expect(new Set(snapshot.settings.problems.map(({ file }) => file))).toEqual(new Set(['.github/incidents/leak.md']))
  expect(snapshot.ours).toEqual([snapshot.us.id])
  expect(emulator.violations).toEqual([])
})

describe('threads are read newest first', () => {
  test.each([99, 100, 101, 205])('with no ledger, all %i comments', async count => {
    const emulator = await startVault()
    for (let i = 1; i <= count; i += 1) say(emulator, 'bob', `word ${i}`)
    const github = asApp(emulator)
    const snapshot = await look(github)
    expect(bodies(snapshot)).toEqual(Array.from({ length: count }, (_, i) => `word ${i + 1}`))
    expect(snapshot.complete).toBe(true)
    // the label was an item too
    expect(github.requests()).toBe(Math.ceil((count + 1) / 100))
  })

  test('with a ledger, only what is new: what there is costs nothing', async () => {
    const emulator = await startVault()
    for (let i = 1; i <= 250; i += 1) say(emulator, 'bob', `old ${i}`)
    const github = asApp(emulator)
    await begin(github)
    emulator.clock.advance(3_000_000)
    const latest = await look(github)
    await append(github, latest, entryOf(latest, [noted(latest, 'x')]))
    say(emulator, 'bob', 'new')
    const before = github.requests()
    const snapshot = await look(github)
    expect(bodies(snapshot)).toEqual(['new'])
    expect(snapshot.complete).toBe(true)
    // one, and one for the board that nobody posted yet: two pages and a half of comments
    expect(github.requests() - before).toBe(1 + 3)
  })

  test("a step's thread too", async () => {
    const emulator = await startVault()
    const { number } = openStep(emulator, 'Pull the logs')
    for (let i = 1; i <= 45; i += 1) say(emulator, 'bob', `word ${i}`, number)
    const snapshot = await look(asApp(emulator))
    expect(snapshot.children[0]?.thread).toHaveLength(45)
    expect(snapshot.complete).toBe(true)
  })
})

describe('people', () => {
  test('beyond a hundred, those who matter are looked up', async () => {
    const emulator = await startVault({}, world => {
      for (let i = 0; i < 130; i += 1) {
        const { id } = addUser(world, { login: `aa-user-${i}` })
        setRole(world, repositoryOf(world).id, id, 'triage')
      }
      const { id } = addUser(world, { login: 'zoe' })
      setRole(world, repositoryOf(world).id, id, 'maintain')
    })
    say(emulator, 'zoe', '/ic @aa-user-129')
    const github = asApp(emulator)
    const { members, complete } = await look(github)
    const roleOf = (login: string) => members.find(member => member.login === login)
    expect(roleOf('zoe')).toMatchObject({ role: 'maintain', assignable: true })
    expect(roleOf('aa-user-129')).toMatchObject({ role: 'triage', assignable: true })
    expect(complete).toBe(true)
    expect(github.requests()).toBe(2)
  })

  test('where collaborators are refused, each doer is asked about; a failed look-up means no role', async () => {
    const emulator = await startVault()
    say(emulator, 'bob', '/ic')
    say(emulator, 'carol', 'hello')
    const github = meddling(emulator, (data, errors) => {
      if (data?.repository?.collaborators === undefined) return
      data.repository.collaborators = null
      errors.push({ type: 'FORBIDDEN', path: ['repository', 'collaborators'], message: 'Resource not accessible' })
    })
    const { members, complete } = await look(github)
    expect(members.map(({ login, role }) => [login, role])).toEqual([
      ['alice', 'admin'],
      ['bob', 'write'],
      ['carol', 'read'],
    ])
    expect(complete).toBe(true)
    emulator.faults.add({ request: 1, where: { path: /carol\/permission$/ }, mode: '403-retry-after' })
    const denied = await look(github)
    expect(denied.members.find(member => member.login === 'carol')?.role).toBe('none')
  })

  test('a deleted account is nobody', async () => {
    const emulator = await startVault()
    say(emulator, 'bob', 'hello')
    deleteAccount(emulator.world, actorOf(emulator.world, 'bob').user)
    const snapshot = await look(asApp(emulator))
    expect(snapshot.issue.thread.at(-1)).toMatchObject({ body: 'hello', by: null })
  })
})

describe('comments', () => {
  test('say who edited them, and whether anybody acknowledged them', async () => {
    const emulator = await startVault()
    const { world } = emulator
    const comment = say(emulator, 'bob', '/severity SEV-1')
    updateComment(world, actorOf(world, 'alice'), comment.id, '/close')
    addReaction(world, actorOf(world, 'carol'), { commentId: comment.id }, 'eyes')
    const snapshot = await look(asApp(emulator))
    expect(snapshot.issue.thread.at(-1)).toMatchObject({
      editor: { login: 'alice' },
      acknowledged: true,
      body: '/close',
    })
  })

  test('are scanned once, where nothing is cut out of them: talk comes with every read', async () => {
    const emulator = await startVault()
    const talk = 'Nothing in the log before ten, as far as host 17 goes.'
    const secret = `It was ${['gh', 'p_', 'a1B2c3D4e5F6'.repeat(3)].join('')} I think`
    say(emulator, 'bob', talk)
    say(emulator, 'bob', secret)
    expect([talk, secret].map(isKnownClean)).toEqual([false, false])
    const [first, second] = [await look(asApp(emulator)), await look(asApp(emulator))]
    expect([talk, secret].map(isKnownClean)).toEqual([true, false])
    expect(second.issue.thread).toEqual(first.issue.thread)
  })

  test('have their secrets cut out, until they are in the ledger; our own are left as they are', async () => {
    const emulator = await startVault()
    const secret = ['gh', 'p_', 'a1B2c3D4e5F6'.repeat(3)].join('')
    say(emulator, 'bob', `/note the token was ${secret}`)
    const github = asApp(emulator)
    const snapshot = await look(github)
    expect(snapshot.issue.thread.at(-1)).toMatchObject({
      body: '/note the token was [removed: github]',
      secrets: ['github'],
    })
    expect(JSON.stringify(snapshot)).not.toContain(secret)
  })

  test('so has the body, before it is declared', async () => {
    const secret = ['gh', 'p_', 'a1B2c3D4e5F6'.repeat(3)].join('')
    const emulator = await startVault()
    const { number } = createIssue(emulator.world, actorOf(emulator.world, 'bob'), repositoryOf(emulator.world).id, {
      title: 'Leak',
      body: `It is ${secret}`,
    })
    const snapshot = await look(asApp(emulator), { ...vault, number })
    expect(snapshot.issue.body).toBe('It is [removed: github]')
  })
})

describe('the board', () => {
  const marked = (snapshot: Snapshot) =>
    `Board\n\n${writeMarker({ kind: 'board', incident: snapshot.issue.id, number: 1, key: 'board' })}`

  test("somebody else's copy of it is none", async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    say(emulator, 'carol', marked(await look(github)))
    const { issue } = await look(github)
    expect(issue.thread.at(-1)).toMatchObject({ body: expect.stringContaining('Board'), by: { login: 'carol' } })
    expect(issue.board).toBeNull()
  })

  test('is found where it is pinned, and in the middle of a long thread', async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const first = await look(github)
    for (let i = 0; i < 30; i += 1) say(emulator, 'bob', `before ${i}`)
    await apply(github, first, [{ do: 'post-board', cause: 1, on: first.issue, body: marked(first) }])
    for (let i = 0; i < 130; i += 1) say(emulator, 'bob', `after ${i}`)
    const found = (await look(github)).issue
    expect(found.board?.body).toBe(marked(first))
    expect(found.pinnedComment).toBeNull()
    await apply(github, first, [{ do: 'pin-board', on: first.issue, comment: found.board?.id ?? '' }])
    const pinned = (await look(github)).issue
    expect(pinned.pinnedComment).toBe(pinned.board?.id)
  })
})

test('post-mortems: their branches, texts and pull requests, and not those of another incident', async () => {
  const emulator = await startVault()
  const { world } = emulator
  const [alice, { id }] = [actorOf(world, 'alice'), repositoryOf(world)]
  const onto = (await look(asApp(emulator))).settings.oid
  for (const [branch, number] of [
    ['post-mortem/1', 1],
    ['post-mortem/1-2', 1],
    ['post-mortem/11', 11],
  ] as const) {
    push(world, alice, id, {
      branch,
      onto,
      files: { [`incidents/${number}/post-mortem.md`]: `of ${branch}` },
      message: 'x',
    })
  }
  createPull(world, alice, id, { title: 'Post-mortem', head: 'post-mortem/1-2', base: 'main' })
  const { postMortem } = await look(asApp(emulator))
  expect(postMortem.branches).toMatchObject([
    { name: 'post-mortem/1', text: 'of post-mortem/1', ours: false },
    { name: 'post-mortem/1-2', text: 'of post-mortem/1-2', ours: false },
  ])
  expect(postMortem.pulls).toMatchObject([{ branch: 'post-mortem/1-2', state: 'open', reviewers: [] }])
})

test('more than a hundred labels', async () => {
  const emulator = await startVault()
  const { world } = emulator
  for (let i = 0; i < 130; i += 1)
    createLabel(world, actorOf(world, 'alice'), repositoryOf(world).id, { name: `label-${i}` })
  expect((await look(asApp(emulator))).repository.labels).toHaveLength(131)
})

describe('no snapshot', () => {
  const answer = (emulator: Emulator, where: object) => read(asApp(emulator), { ...vault, ...where })

  test('of nothing', async () => {
    const emulator = await startVault()
    expect(await answer(emulator, { number: 99 })).toEqual({ is: 'absent', why: 'not-found' })
    expect(await answer(emulator, { repo: 'nothing' })).toEqual({ is: 'absent', why: 'not-found' })
  })

  test('of a pull request', async () => {
    const emulator = await startVault()
    const { world } = emulator
    const [alice, { id }] = [actorOf(world, 'alice'), repositoryOf(world)]
    push(world, alice, id, { branch: 'fix', onto: (await look(asApp(emulator))).settings.oid, files: { a: 'b' } })
    createPull(world, alice, id, { title: 'Fix', head: 'fix', base: 'main' })
    expect(await answer(emulator, { number: 2 })).toEqual({ is: 'absent', why: 'not-an-issue' })
  })

  test('with issues switched off', async () => {
    const emulator = await startVault()
    updateRepository(emulator.world, actorOf(emulator.world, 'alice'), repositoryOf(emulator.world).id, {
      hasIssues: false,
    })
    expect(await answer(emulator, {})).toMatchObject({ is: 'absent' })
  })

  test('when GitHub is not there', async () => {
    const github = connect({ request: () => Promise.reject(new Error('nobody home')), sleep: async () => {} })
    expect(await read(github, vault)).toMatchObject({ is: 'unclear' })
  })
})

describe('a partial answer', () => {
  test.each(['labels', 'tags', 'ledger', 'pulls1'])('without %s is not the whole truth', async field => {
    const emulator = await startVault()
    expect((await look(asApp(emulator))).complete).toBe(true)
    const github = meddling(emulator, (data, errors) => {
      if (data?.repository === undefined) return
      data.repository[field] = null
      errors.push({ path: ['repository', field], message: 'Something went wrong' })
    })
    expect((await look(github)).complete).toBe(false)
  })

  test('with a null among its steps is none either', async () => {
    const emulator = await startVault()
    openStep(emulator, 'one')
    expect(await look(asApp(emulator))).toMatchObject({ children: [{}], complete: true })
    const github = meddling(emulator, data => {
      const issue = data?.repository?.issue as { subIssues: { nodes: unknown[] } } | undefined
      if (issue) issue.subIssues.nodes = [null]
    })
    const snapshot = await look(github)
    expect(snapshot.children).toEqual([])
    expect(snapshot.complete).toBe(false)
  })
})
