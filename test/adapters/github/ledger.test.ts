import {
  accountByLogin,
  addRuleset,
  createCommitOnBranch,
  createRef,
  deleteRef,
  type Emulator,
  push,
  setVisibility,
} from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { append } from '../../../src/adapters/github/ledger/append.ts'
import { extend, firstSegment } from '../../../src/adapters/github/ledger/segments.ts'
import { readConfiguration } from '../../../src/domain/config/configuration.ts'
import { writerVersion } from '../../../src/domain/events/version.ts'
import type { Snapshot } from '../../../src/domain/view/snapshot.ts'
import { actorOf, asAction, asApp, declared, entryOf, look, meddling, noted, repositoryOf, startVault } from './room.ts'

const begun = async (emulator: Emulator): Promise<Snapshot> => {
  const github = asApp(emulator)
  const before = await look(github)
  const appended = await append(github, before, entryOf(before, [declared(before)]))
  if (appended.is !== 'appended') throw new Error(`not appended: ${JSON.stringify(appended)}`)
  return look(github)
}

/** As somebody with push access and `git`: any author, no signature. */
const pushAs = (emulator: Emulator, files: Record<string, string>, author?: { name: string; email: string }) => {
  const { world } = emulator
  return push(world, actorOf(world, 'bob'), repositoryOf(world).id, {
    branch: 'incident/1',
    files,
    message: 'x',
    ...(author === undefined ? {} : { author }),
  })
}

/** As the App, but something that it would never write. */
const commitAsApp = (emulator: Emulator, files: Record<string, string>) => {
  const { world } = emulator
  const bot = accountByLogin(world.state, 'tocsin')
  const repository = repositoryOf(world)
  const actor = { kind: 'installation' as const, user: bot?.id ?? 0, permissions: { contents: 'write' as const } }
  return createCommitOnBranch(world, actor, repository.id, {
    branch: 'incident/1',
    expectedHeadOid: repository.refs.get('refs/heads/incident/1') ?? '',
    message: { headline: 'x' },
    additions: Object.entries(files).map(([path, text]) => ({ path, contents: Buffer.from(text).toString('base64') })),
    deletions: [],
  })
}

const first = 'incidents/1/events/0001.ndjson'

describe('an append', () => {
  test('makes the branch, the first event and the labels in one request', async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const before = await look(github)
    const label = { do: 'create-label', label: 'SEV-2', color: 'd93f0b', description: 'Serious' } as const
    const appended = await append(github, before, entryOf(before, [declared(before)]), [label])
    expect(github.requests()).toBe(2)
    expect(appended).toMatchObject({ is: 'appended', made: [{ operation: label }] })
    const after = await look(github)
    expect(after.ledger).toMatchObject({ state: 'ready', events: [{ is: 'declared' }] })
    if (appended.is === 'appended') expect(after.ledger).toEqual(appended.ledger)
    expect(after.repository.labels.map(one => one.name)).toContain('SEV-2')
    expect(after.settings.oid).toBe(before.settings.oid)
    expect(emulator.violations).toEqual([])
  })

  test('adds lines to the last segment', async () => {
    const emulator = await startVault()
    const snapshot = await begun(emulator)
    const github = asApp(emulator)
    const appended = await append(github, snapshot, entryOf(snapshot, [noted(snapshot, 'a'), noted(snapshot, 'b')]))
    const after = await look(github)
    expect(appended).toMatchObject({ is: 'appended', ledger: after.ledger })
    expect(after.ledger).toMatchObject({ events: [{ is: 'declared' }, { source: 'a' }, { source: 'b' }] })
  })

  test('says nothing in its message but numbers and the run', async () => {
    const emulator = await startVault()
    await begun(emulator)
    const { world } = emulator
    const oid = repositoryOf(world).refs.get('refs/heads/incident/1') ?? ''
    const commit = [...world.state.objects.values()].flatMap(objects => [...objects.values()]).find(o => o.oid === oid)
    expect(commit).toMatchObject({ message: 'incident 1: 1 event [skip ci]\n\nTocsin-Run: run-1' })
  })

  test('of leases alone leaves the segments alone', async () => {
    const emulator = await startVault()
    const snapshot = await begun(emulator)
    const github = asApp(emulator)
    expect(await append(github, snapshot, entryOf(snapshot, [], 'run-2'))).toMatchObject({ is: 'appended' })
    expect((await look(github)).ledger).toMatchObject({
      events: [{ is: 'declared' }],
      lease: { leases: [{ run: 'run-2' }] },
    })
  })

  test('on a head that is not the one that was read is stale, with and without a branch', async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const before = await look(github)
    const snapshot = await begun(emulator)
    expect(await append(github, before, entryOf(before, [declared(before)]))).toEqual({ is: 'stale' })
    expect(await append(github, snapshot, entryOf(snapshot, [noted(snapshot, 'a')]))).toMatchObject({ is: 'appended' })
    expect(await append(github, snapshot, entryOf(snapshot, [noted(snapshot, 'b')]))).toEqual({ is: 'stale' })
    expect((await look(github)).ledger).toMatchObject({ events: [{ is: 'declared' }, { source: 'a' }] })
  })

  test('on a branch that somebody made meanwhile and left empty still counts', async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const before = await look(github)
    const { world } = emulator
    createRef(world, actorOf(world, 'bob'), repositoryOf(world).id, 'refs/heads/incident/1', before.settings.oid)
    expect((await look(github)).ledger).toEqual({ state: 'fresh', oid: before.settings.oid })
    expect(await append(github, before, entryOf(before, [declared(before)]))).toMatchObject({ is: 'appended' })
  })

  test('on a branch that was cut from an older commit brings it up to today first', async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const { world } = emulator
    const [alice, { id }] = [actorOf(world, 'alice'), repositoryOf(world)]
    createRef(world, alice, id, 'refs/heads/incident/1', (await look(github)).settings.oid)
    const files = { '.github/incidents.yml': 'roster: {security: [bob]}\n' }
    const { oid } = push(world, alice, id, { branch: 'main', files, message: 'x' })
    const snapshot = await look(github)
    expect(snapshot).toMatchObject({ ledger: { state: 'fresh' }, settings: { oid } })
    expect(await append(github, snapshot, entryOf(snapshot, [declared(snapshot)]))).toMatchObject({ is: 'appended' })
    const after = await look(github)
    expect(after).toMatchObject({
      ledger: { state: 'ready' },
      settings: { oid, configuration: { roster: { security: ['bob'] } } },
    })
  })

  test.each(['502-after', '502-before', 'reset-after', 'timeout-after'] as const)(
    '%s: unclear, sent once',
    async mode => {
      const emulator = await startVault()
      const github = asApp(emulator)
      const before = await look(github)
      emulator.faults.add({ request: 1, where: { mutating: true }, mode })
      expect(await append(github, before, entryOf(before, [declared(before)]))).toMatchObject({ is: 'unclear' })
      expect(emulator.requests.filter(one => one.mutating)).toHaveLength(1)
    },
  )

  test('under a secondary limit is refused until then', async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const before = await look(github)
    emulator.faults.add({ request: 1, where: { mutating: true }, mode: '403-retry-after', seconds: 90 })
    expect(await append(github, before, entryOf(before, [declared(before)]))).toMatchObject({
      is: 'refused',
      why: 'rate',
      retryAfter: 90,
    })
  })

  test('against a ruleset, or without permission, says which', async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const before = await look(github)
    emulator.faults.deny('contents')
    const denied = await append(github, before, entryOf(before, [declared(before)]))
    expect(denied).toMatchObject({ is: 'refused', why: 'permission' })
    emulator.faults.allow('contents')
    const rules = ['creation', 'update'] as const
    addRuleset(emulator.world, repositoryOf(emulator.world).id, {
      name: 'ledger',
      include: ['refs/heads/incident/**'],
      rules: [...rules],
    })
    const ruled = await append(github, before, entryOf(before, [declared(before)]))
    expect(ruled).toMatchObject({ is: 'refused', why: 'ruleset' })
  })

  test('that finds the repository public says so, and nothing more is sent', async () => {
    const emulator = await startVault()
    const github = asApp(emulator)
    const before = await look(github)
    setVisibility(emulator.world, actorOf(emulator.world, 'alice'), repositoryOf(emulator.world).id, 'public')
    expect(await append(github, before, entryOf(before, [declared(before)]))).toEqual({ is: 'exposed' })
    const after = await look(github)
    const requests = github.requests()
    expect(await append(github, after, entryOf(after, [noted(after, 'a')]))).toEqual({ is: 'exposed' })
    expect(github.requests()).toBe(requests)
  })
})

describe('a ledger is read only if it is ours', () => {
  test('by another deployment of ours it is read, by a stranger it is tampered with', async () => {
    const emulator = await startVault()
    const snapshot = await begun(emulator)
    const asOther = asAction(emulator)
    expect((await look(asOther)).ledger).toMatchObject({ state: 'tampered', by: 'tocsin[bot]' })
    const { world } = emulator
    const files = { '.github/incidents.yml': `identities: [${snapshot.us.id}]\n` }
    push(world, actorOf(world, 'alice'), repositoryOf(world).id, { branch: 'main', files, message: 'x' })
    const seen = await look(asOther)
    expect(seen.ledger.state).toBe('ready')
    expect(seen.ours).toEqual([seen.us.id, snapshot.us.id])
  })

  test("a push with our bot's name on it is not ours: GitHub did not sign it", async () => {
    const emulator = await startVault()
    const before = await begun(emulator)
    const { id } = before.us
    const email = `${id}+tocsin[bot]@users.noreply.github.com`
    const text = before.ledger.state === 'ready' ? before.ledger.last.text : ''
    const foreign = pushAs(emulator, { [first]: text.repeat(2) }, { name: 'tocsin[bot]', email })
    const { ledger } = await look(asApp(emulator))
    expect(ledger).toMatchObject({ state: 'tampered', oid: foreign.oid })
    if (ledger.state === 'tampered' && before.ledger.state === 'ready') expect(ledger.verified).toBe(before.ledger.oid)
  })

  test('nor is what we would have committed on top of it', async () => {
    const emulator = await startVault()
    await begun(emulator)
    pushAs(emulator, { 'notes.md': 'hello' })
    commitAsApp(emulator, { 'more.md': 'x' })
    expect((await look(asApp(emulator))).ledger).toMatchObject({ state: 'tampered', by: 'somebody in the name of bob' })
  })

  test('a branch cut anew from somewhere else is tampered with; one at the default branch is fresh', async () => {
    const emulator = await startVault()
    await begun(emulator)
    const { world } = emulator
    const [bob, { id }] = [actorOf(world, 'bob'), repositoryOf(world)]
    deleteRef(world, bob, id, 'refs/heads/incident/1')
    const { oid } = push(world, bob, id, { branch: 'elsewhere', files: { a: 'b' }, message: 'x' })
    createRef(world, bob, id, 'refs/heads/incident/1', oid)
    expect((await look(asApp(emulator))).ledger).toMatchObject({ state: 'tampered', by: 'somebody in the name of bob' })
  })

  test('its settings, and who is ours, are not taken from a branch that is not ours', async () => {
    const emulator = await startVault()
    await begun(emulator)
    pushAs(emulator, { '.github/incidents.yml': 'identities: [1]\n' })
    const seen = await look(asApp(emulator))
    expect(seen.ours).toEqual([seen.us.id])
    expect([seen.today, seen.settings.configuration]).toEqual(
      Array(2).fill(readConfiguration('roster: {}\n').configuration),
    )
  })

  test('the default branch moving on changes nothing', async () => {
    const emulator = await startVault()
    await begun(emulator)
    const { world } = emulator
    for (let i = 0; i < 40; i += 1) {
      push(world, actorOf(world, 'alice'), repositoryOf(world).id, {
        branch: 'main',
        files: { a: `${i}` },
        message: 'x',
      })
    }
    expect((await look(asApp(emulator))).ledger.state).toBe('ready')
    commitAsApp(emulator, { [first]: '{"v":2}\n' })
    expect((await look(asApp(emulator))).ledger.state).toBe('unreadable')
  })
})

describe('a ledger of ours that cannot be read is not written either', () => {
  test.each([
    ['a newer version', { [first]: '{"v":2,"is":"declared","canary":1}\n' }, 'events/0001.ndjson line 1'],
    ['no JSON', { [first]: 'canary\n' }, 'events/0001.ndjson line 1'],
    ['a missing segment', { 'incidents/1/events/0003.ndjson': '{}\n' }, 'events/0003.ndjson'],
  ])('%s', async (_name, files, says) => {
    const emulator = await startVault()
    await begun(emulator)
    commitAsApp(emulator, files)
    const snapshot = await look(asApp(emulator))
    expect(snapshot.ledger).toMatchObject({ state: 'unreadable', why: expect.stringContaining(says) })
    expect(JSON.stringify(snapshot.ledger)).not.toContain('canary')
    await expect(append(asApp(emulator), snapshot, entryOf(snapshot, []))).rejects.toThrow('unreadable')
  })

  const fence = JSON.stringify({ v: 1, writer: writerVersion + 1 })

  test.each([
    [
      'a line of a newer version',
      { [first]: '{"v":2,"is":"declared","said":"2026-03-01T10:00:00Z","canary":1}\n' },
      'events/0001.ndjson line 1',
    ],
    ['a lease of a newer version', { 'incidents/1/lease.json': '{"v":2}' }, 'lease.json'],
    ['a fence', { 'incidents/1/lease.json': fence }, 'lease.json'],
    [
      'a fence, and nothing that this version looks for',
      { 'incidents/1/lease.json': fence, [first]: '' },
      'lease.json',
    ],
  ])('but is left to the newer version: %s', async (_name, files, says) => {
    const emulator = await startVault()
    await begun(emulator)
    commitAsApp(emulator, files)
    const snapshot = await look(asApp(emulator))
    expect(snapshot.ledger).toMatchObject({ state: 'newer', why: expect.stringContaining(says) })
    expect(JSON.stringify(snapshot.ledger)).not.toContain('canary')
    await expect(append(asApp(emulator), snapshot, entryOf(snapshot, []))).rejects.toThrow('newer')
  })

  test('cut short by GitHub', async () => {
    const emulator = await startVault()
    await begun(emulator)
    const github = meddling(emulator, data => {
      const ledger = data?.repository?.ledger as
        | { target: { events: { object: { entries: { object: { isTruncated: boolean } }[] } } } }
        | undefined
      for (const entry of ledger?.target.events.object.entries ?? []) entry.object.isTruncated = true
    })
    expect((await look(github)).ledger).toMatchObject({ state: 'unreadable', why: 'events/0001.ndjson is cut short' })
  })
})

test('segments are the same in however many appends the events came', async () => {
  const snapshot = await look(asApp(await startVault()))
  const events = Array.from({ length: 60 }, (_, i) => noted(snapshot, `s${i}`, 'x'.repeat(1_500 + i)))
  const atOnce = extend(firstSegment, events)
  let last = firstSegment
  for (const event of events) last = extend(last, [event]).at(-1) ?? last
  expect(atOnce.length).toBeGreaterThan(2)
  expect(atOnce.at(-1)).toEqual(last)
  for (const { text } of atOnce.slice(0, -1)) expect(Buffer.byteLength(text)).toBeGreaterThanOrEqual(64 * 1024)
})
