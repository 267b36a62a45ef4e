import {
  type Actor,
  accountByLogin,
  blobOf,
  commitOf,
  createCommitOnBranch,
  entryAt,
  refOid,
  refsOf,
} from 'github-emulator'
import { beforeAll, describe, expect, test } from 'vitest'
import { writerVersion } from '../../src/domain/events/version.ts'
import { findMarker } from '../../src/domain/text/marker.ts'
import { standing } from '../../src/drill/standing.ts'
import { openScene, type Scene } from '../drills/scene.ts'

// Grows: two versions look after one incident. Once the newer one has written what the older does not know, the older one is
// silent and harmless, whatever it meets; before that nothing changes.

const branch = 'incident/1'
const paths = { events: 'incidents/1/events/0001.ndjson', lease: 'incidents/1/lease.json' }

const head = (scene: Scene): string => refOid(scene.world.state, scene.home().id, `refs/heads/${branch}`) ?? ''

const fileOf = (scene: Scene, path: string): string => {
  const { state } = scene.world
  const tree = commitOf(state, scene.home().id, head(scene))?.tree ?? ''
  const blob = blobOf(state, scene.home().id, entryAt(state, scene.home().id, tree, path)?.oid ?? '')
  return Buffer.from(blob?.content ?? '').toString()
}

type Written = { readonly lease?: object; readonly event?: object }

/** A newer version of the app, under the same identity: a commit with more in the lease file, and perhaps one more line. */
const newerWrites = (scene: Scene, { lease = {}, event }: Written): void => {
  scene.emulator.clock.advance(60_000)
  const bot = accountByLogin(scene.world.state, scene.emulator.app.slug)?.id ?? 0
  const actor: Actor = {
    kind: 'installation',
    user: bot,
    permissions: { contents: 'write' },
    repositories: [scene.home().id],
  }
  const lines = standing(scene.emulator).ledger(1)
  const stamped = { ...JSON.parse(lines.trimEnd().split('\n').at(-1) ?? '{}'), source: 'IC_newer', ...event }
  const files = {
    [paths.lease]: `${JSON.stringify({ ...JSON.parse(fileOf(scene, paths.lease)), ...lease })}\n`,
    ...(event === undefined ? {} : { [paths.events]: `${lines}${JSON.stringify(stamped)}\n` }),
  }
  createCommitOnBranch(scene.world, actor, scene.home().id, {
    branch,
    expectedHeadOid: head(scene),
    message: { headline: `incident 1: ${event === undefined ? 0 : 1} events [skip ci]` },
    additions: Object.entries(files).map(([path, text]) => ({ path, contents: Buffer.from(text).toString('base64') })),
  })
}

/** dana commands, and all that is required is done: she could close it. */
const opened = async (): Promise<Scene> => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('dana', '/ic')
  await scene.says('bob', '/done stop-harm')
  return scene
}

const takeover = { is: 'takeover', who: { id: 77, login: 'erin' } }

const boardOf = (scene: Scene): number => scene.comments().find(one => findMarker(one.body, 'board') !== null)?.id ?? 0

/** What an older writer may meet, in this order on one incident. */
const meets: readonly (readonly [string, (scene: Scene) => Promise<unknown>])[] = [
  ['nothing new', async () => undefined],
  ['a command', scene => scene.posts('dana', '/severity SEV-1 the build server')],
  ['a command that it would reject', scene => scene.posts('mallory', '/cancel')],
  ['a command on the page of a step', scene => scene.posts('alice', '/assign', 'find-cause')],
  ['somebody assigned by hand', scene => scene.assigns('bob', ['alice'])],
  ['somebody assigned to a gate', scene => scene.assigns('bob', ['bob'], 'tell-company')],
  ['a step closed by hand', scene => scene.closes('bob', 'find-cause')],
  ['a step opened again', scene => scene.reopens('bob', 'stop-harm')],
  ['the label of the severity taken off', scene => scene.act('bob', 'DELETE', '/issues/1/labels/SEV-2')],
  ['the label of the incident taken off', scene => scene.act('bob', 'DELETE', '/issues/1/labels/incident')],
  ['its board deleted', scene => scene.deletes('dana', boardOf(scene))],
  ['the ousted commander, who closes', scene => scene.closes('dana')],
  ['the incident opened again', scene => scene.reopens('bob')],
  ['a resync a day later', async scene => scene.emulator.clock.advance(86_400_000)],
]

describe.each<[string, Written]>([
  ['raises the fence and takes over command', { lease: { writer: writerVersion + 1 }, event: takeover }],
  ['raises the fence', { lease: { writer: writerVersion + 1 } }],
  ['takes over command without raising it', { event: takeover }],
  ['writes a key that this one does not know', { event: { is: 'confirmed', secondedBy: takeover.who } }],
  ['writes a known kind in another version', { event: { is: 'confirmed', v: 2 } }],
])('once a newer version %s', (_what, written) => {
  let scene: Scene
  let before: { readonly head: string; readonly replies: readonly string[] }
  let writes: () => number

  beforeAll(async () => {
    scene = await opened()
    newerWrites(scene, written)
    before = { head: head(scene), replies: scene.replies() }
    writes = scene.writes()
  }, 120_000)

  test.each(meets)('the older one is silent and harmless: %s', async (_meets, happens) => {
    await happens(scene)
    const outcomes = await scene.rest()
    expect(outcomes.map(one => [one.is, 'why' in one ? one.why : null])).toEqual([['halted', 'newer-version']])
    expect(writes()).toBe(0)
    expect(head(scene)).toBe(before.head)
    expect(scene.replies()).toEqual(before.replies)
  })
})

describe('a writer at the fence’s version', () => {
  test('writes on, and keeps what a newer one wrote beside the leases', async () => {
    const scene = await opened()
    newerWrites(scene, { lease: { writer: writerVersion, pages: { sent: 2 } } })
    await scene.says('dana', '/severity SEV-1 the build server')
    expect(scene.kinds().at(-1)).toBe('severity-set')
    expect(JSON.parse(fileOf(scene, paths.lease))).toMatchObject({ v: 1, writer: writerVersion, pages: { sent: 2 } })
  })

  test('records the close of its commander, with the tag: it is the newer event alone that stops it', async () => {
    const scene = await opened()
    await scene.closes('dana')
    expect(scene.kinds().at(-1)).toBe('closed')
    expect(refsOf(scene.world.state, scene.home().id, 'refs/tags/incident-1-')).toHaveLength(1)
  })

  test('says with its first commit which version may write', async () => {
    const scene = await openScene()
    await scene.declare()
    expect(JSON.parse(fileOf(scene, paths.lease))).toMatchObject({ v: 1, writer: writerVersion })
  })
})

test('a record that is broken, and of no version, is still told about', async () => {
  const scene = await opened()
  newerWrites(scene, { event: { is: 'severity-set', to: 'SEV-9' } })
  await scene.rest()
  expect(scene.lastReply()).toContain('The record of this incident cannot be read')
})
