import { addRepository, createIssue, createRef, deleteIssue, refOid, setRole, transferIssue } from 'github-emulator'
import { expect, test } from 'vitest'
import { deployApp } from '../../src/drill/app-deployment.ts'
import { openScene } from '../drills/scene.ts'

test('no webhook told of a transfer: a sweep finds it, and later ones do not read it again, nor a record without any pages', async () => {
  const scene = await openScene({ inProcess: false, memory: 0, limits: { on: false }, validate: false })
  const { world, emulator } = scene
  await scene.declare()
  const [dana, home] = [scene.actor('dana'), scene.home()]
  const other = addRepository(world, { owner: 'acme', name: 'website', files: { 'README.md': '#' } })
  for (const { id } of [home, other]) setRole(world, id, dana.user, 'admin')
  const bare = createIssue(world, dana, home.id, { title: 'x' })
  createRef(
    world,
    dana,
    home.id,
    `refs/heads/incident/${bare.number}`,
    refOid(world.state, home.id, 'refs/heads/main') ?? '',
  )
  transferIssue(world, dana, scene.issue().id, other.id)
  deleteIssue(world, dana, bare.id)
  emulator.clock.advance(600_000)
  const app = await deployApp(emulator)
  const sweep = async () => {
    const from = emulator.requests.length
    await app.resync()
    emulator.clock.advance(600_000)
    return emulator.requests.slice(from).filter(({ operation }) => operation === 'Incident').length
  }
  expect(await sweep()).toBeGreaterThan(0)
  expect(scene.kinds()).toContain('issue-moved')
  await sweep()
  expect(await sweep()).toBe(0)
  await app.close()
  await emulator.close()
})
