import { type Actor, accountByLogin, blobOf, commitOf, createCommitOnBranch, entryAt, refOid } from 'github-emulator'
import { expect, test } from 'vitest'
import { openScene, type Scene } from '../drills/scene.ts'

// Whatever stands in the fence, a writer that does not find its own version in it, or an earlier one, stays silent.

const branch = 'incident/1'
const path = 'incidents/1/lease.json'

const head = (scene: Scene): string => refOid(scene.world.state, scene.home().id, `refs/heads/${branch}`) ?? ''

const leaseFile = (scene: Scene): object => {
  const { state } = scene.world
  const { id } = scene.home()
  const oid = entryAt(state, id, commitOf(state, id, head(scene))?.tree ?? '', path)?.oid ?? ''
  return JSON.parse(Buffer.from(blobOf(state, id, oid)?.content ?? '').toString())
}

/** Committed as we commit. */
const write = (scene: Scene, lease: object): void => {
  scene.emulator.clock.advance(60_000)
  const user = accountByLogin(scene.world.state, scene.emulator.app.slug)?.id ?? 0
  const actor: Actor = {
    kind: 'installation',
    user,
    permissions: { contents: 'write' },
    repositories: [scene.home().id],
  }
  createCommitOnBranch(scene.world, actor, scene.home().id, {
    branch,
    expectedHeadOid: head(scene),
    message: { headline: 'incident 1: 0 events [skip ci]' },
    additions: [{ path, contents: Buffer.from(JSON.stringify(lease)).toString('base64') }],
  })
}

test.each([
  ['2^53', { writer: 2 ** 53 }],
  ['1e300', { writer: 1e300 }],
  ['a string', { writer: '2' }],
  ['the string of a version', { writer: '2.0.0' }],
  ['an object', { writer: { min: 2 } }],
  ['null', { writer: null }],
  ['a negative number', { writer: -1 }],
  ['a version of the file that is no number', { v: '1.1' }],
])('a fence of %s: no comment, and none again at each commit of the newer version', async (_name, fence) => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('dana', '/ic')
  expect(scene.kinds()).toContain('commander-set')
  const writes = scene.writes()
  for (const pages of [1, 2, 3]) {
    write(scene, { ...leaseFile(scene), ...fence, pages })
    await scene.posts('dana', '/severity SEV-1 the build server')
    await scene.rest()
  }
  expect(writes()).toBe(0)
})
