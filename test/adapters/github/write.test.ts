import { addUser, createComment, createIssue, issueByNumber, removeCollaborator, setVisibility } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { apply } from '../../../src/adapters/github/write/write.ts'
import type { Snapshot } from '../../../src/domain/view/snapshot.ts'
import { applyOptimistic, type Done, type Operation } from '../../../src/operations/operation.ts'
import { actorOf, asApp, look, meddling, repositoryOf, startVault } from './room.ts'

const step = (under: Snapshot['issue'], name: string): Operation => ({
  do: 'open-step',
  plain: 'eject',
  cause: 1,
  under: { id: under.id, number: under.number },
  step: name,
  title: name,
  body: `do ${name}`,
  labels: ['incident'],
  assignees: [],
})

const done = (outcomes: Awaited<ReturnType<typeof apply>>['outcomes']): Done[] =>
  outcomes.flatMap(one => (one.is === 'done' ? [one.done] : []))

const ways = (outcomes: Awaited<ReturnType<typeof apply>>['outcomes']) => outcomes.map(one => one.is)

test('an incident, from its steps to its post-mortem: each is done, and with their results the old view is the new one', async () => {
  const emulator = await startVault()
  const { world } = emulator
  const comment = createComment(
    world,
    actorOf(world, 'bob'),
    issueByNumber(world.state, repositoryOf(world).id, 1)?.id ?? 0,
    '/ic',
  )
  expect(comment.body).toBe('/ic')
  const github = asApp(emulator)
  let view = await look(github)
  const all: Done[] = []
  const writeAll = async (...operations: readonly Operation[]) => {
    const applied = await apply(github, view, operations)
    expect(applied, JSON.stringify(applied.outcomes)).toMatchObject({ exposed: false, retryAfter: null })
    expect(ways(applied.outcomes)).toEqual(operations.map(() => 'done'))
    all.push(...done(applied.outcomes))
    view = applyOptimistic(view, done(applied.outcomes))
  }
  const on = { id: view.issue.id, number: 1 }
  const { oid } = view.settings
  const alice = view.members.find(member => member.login === 'alice')
  if (alice === undefined) throw new Error('alice is not here')
  const said = view.issue.thread.at(-1)?.id ?? ''

  await writeAll({ do: 'create-label', label: 'SEV-1', color: 'b60205', description: 'Critical' })
  await writeAll(step(view.issue, 'eject'), step(view.issue, 'pull-logs'), { do: 'add-label', on, label: 'SEV-1' })
  const [first, second] = view.children
  if (first === undefined || second === undefined) throw new Error('no steps')
  await writeAll(
    { do: 'assign', on: first, who: alice },
    { do: 'block', on: second, by: first },
    { do: 'reply', cause: 1, on: first, key: 'k', body: 'not now' },
    { do: 'post-board', cause: 1, on, body: 'board' },
    { do: 'acknowledge', on, comment: said },
  )
  const board = view.issue.board?.id ?? ''
  await writeAll(
    { do: 'close', on: first, reason: 'completed' },
    { do: 'edit-board', on, comment: board, body: 'board 2' },
    { do: 'pin-board', on, comment: board },
    { do: 'create-tag', name: 'incident-1-1', oid },
    { do: 'create-branch', name: 'post-mortem/1', oid },
    { do: 'remove-label', on, label: 'SEV-1' },
  )
  await writeAll({
    do: 'commit-file',
    branch: 'post-mortem/1',
    head: oid,
    path: 'incidents/1/post-mortem.md',
    text: '# P',
    message: 'p\n\nq',
  })
  await writeAll({ do: 'open-pull-request', cause: 1, branch: 'post-mortem/1', base: 'main', title: 'P', body: 'p' })
  const [pull] = view.postMortem.pulls
  if (pull === undefined) throw new Error('no pull request')
  await writeAll({ do: 'request-review', on: pull, who: [alice] }, { do: 'close-duplicate', on: second, of: first })
  await writeAll({ do: 'unassign', on: first, who: alice }, { do: 'reopen', on: first })

  // The board is known again by its marker, which this one has not.
  const fresh = await look(github)
  const now = { ...fresh, issue: { ...fresh.issue, board: view.issue.board } }
  expect(applyOptimistic(now, all)).toEqual(now)
  const shape = (snapshot: Snapshot) => ({
    tags: snapshot.tags,
    branches: snapshot.postMortem.branches,
    pulls: snapshot.postMortem.pulls.map(({ id, branch, reviewers, state }) => ({ id, branch, reviewers, state })),
    labels: snapshot.issue.labels,
    pinned: snapshot.issue.pinnedComment,
    acknowledged: snapshot.issue.thread.map(item => item.is === 'comment' && item.acknowledged),
    children: snapshot.children.map(({ thread, ...child }) => ({
      ...child,
      replies: thread.flatMap(item => (item.is === 'comment' ? [[item.id, item.body, item.by]] : [])),
    })),
  })
  expect(shape({ ...view, issue: { ...view.issue, thread: fresh.issue.thread } })).toEqual(shape(now))
  expect(emulator.violations).toEqual([])
})

describe('what cannot be said is not sent', () => {
  test.each<[string, (snapshot: Snapshot) => Operation, RegExp]>([
    ['an unknown label', s => ({ do: 'add-label', on: s.issue, label: 'nope' }), /no such label: nope/],
    ['an unknown person', s => ({ do: 'assign', on: s.issue, who: { id: 7, login: 'eve' } }), /not known.*eve/],
    ['a body too long', s => ({ do: 'post-board', cause: 1, on: s.issue, body: 'x'.repeat(65_537) }), /65537/],
  ])('%s', async (_name, operation, message) => {
    const github = asApp(await startVault())
    const snapshot = await look(github)
    const applied = await apply(github, snapshot, [operation(snapshot)])
    expect(applied.outcomes).toMatchObject([{ is: 'refused', message: expect.stringMatching(message) }])
    expect(github.requests()).toBe(1)
  })

  test('a body of just 65,536 characters is sent', async () => {
    const github = asApp(await startVault())
    const snapshot = await look(github)
    const body = 'x'.repeat(65_536)
    expect(
      ways((await apply(github, snapshot, [{ do: 'post-board', cause: 1, on: snapshot.issue, body }])).outcomes),
    ).toEqual(['done'])
  })

  test('the rest of the request is', async () => {
    const github = asApp(await startVault())
    const snapshot = await look(github)
    const bad = { do: 'add-label', on: snapshot.issue, label: 'nope' } as const
    const applied = await apply(github, snapshot, [bad, step(snapshot.issue, 'a'), bad, step(snapshot.issue, 'b')])
    expect(ways(applied.outcomes)).toEqual(['refused', 'done', 'refused', 'done'])
  })
})

test('an assignee whom GitHub drops is a refusal', async () => {
  const emulator = await startVault({}, world => {
    addUser(world, { login: 'dora' })
  })
  const github = asApp(emulator)
  const snapshot = await look(github)
  const bob = snapshot.members.find(member => member.login === 'bob')
  if (bob === undefined) throw new Error('bob is not here')
  removeCollaborator(emulator.world, repositoryOf(emulator.world).id, bob.id)
  const applied = await apply(github, snapshot, [{ do: 'assign', on: snapshot.issue, who: bob }])
  expect(applied.outcomes).toMatchObject([{ is: 'refused' }])
})

describe('what goes wrong half-way', () => {
  const three = (snapshot: Snapshot) => ['a', 'b', 'c'].map(name => step(snapshot.issue, name))

  test.each([
    ['partial-errors', ['done', 'unclear', 'done']],
    ['502-after', ['unclear', 'unclear', 'unclear']],
    ['timeout-after', ['unclear', 'unclear', 'unclear']],
    ['reset-before', ['unclear', 'unclear', 'unclear']],
    ['403-retry-after', ['refused', 'refused', 'refused']],
  ] as const)('%s', async (mode, expected) => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const snapshot = await look(github)
    emulator.faults.add({ request: 1, where: { mutating: true }, alias: 2, mode })
    const applied = await apply(github, snapshot, three(snapshot))
    expect(ways(applied.outcomes)).toEqual(expected)
    expect(applied.retryAfter).toBe(mode === '403-retry-after' ? 60 : null)
    expect(emulator.requests.filter(request => request.mutating)).toHaveLength(1)
  })

  test('a clear refusal of one says nothing of the next', async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const snapshot = await look(github)
    const lost = { ...step(snapshot.issue, 'b'), under: { id: 'I_nothing', number: 9 } } as Operation
    const applied = await apply(github, snapshot, [step(snapshot.issue, 'a'), lost, step(snapshot.issue, 'c')])
    expect(ways(applied.outcomes)).toEqual(['done', 'refused', 'done'])
  })

  test('a limit met half-way: what is done is known, and how long to wait', async () => {
    const emulator = await startVault()
    const snapshot = await look(asApp(emulator))
    const github = meddling(emulator, (data, errors) => {
      if (data === null || data === undefined) return
      Object.assign(data, { m1: null })
      errors.push({ type: 'RATE_LIMITED', path: ['m1'], message: 'API rate limit exceeded' })
    })
    const applied = await apply(github, snapshot, three(snapshot).slice(0, 2))
    expect(ways(applied.outcomes)).toEqual(['done', 'refused'])
    expect(applied.retryAfter).toBe(60)
  })
})

test('the first write after the repository became public is the last', async () => {
  const emulator = await startVault()
  const { world } = emulator
  const github = asApp(emulator)
  const snapshot = await look(github)
  setVisibility(world, actorOf(world, 'alice'), repositoryOf(world).id, 'public')
  expect((await apply(github, snapshot, [step(snapshot.issue, 'a')])).exposed).toBe(true)
  const after = await look(github)
  const before = github.requests()
  expect((await apply(github, after, [step(after.issue, 'b')])).exposed).toBe(true)
  expect(github.requests()).toBe(before)
  const { id } = repositoryOf(world)
  expect(createIssue(world, actorOf(world, 'alice'), id, { title: 'next' }).number).toBe(3)
})
