import { createIssue, refOid, updateRef } from 'github-emulator'
import { expect, test } from 'vitest'
import { fill } from '../../src/drill/stage.ts'
import { openScene, small, team } from './scene.ts'

// Mallory leads an incident of the same number elsewhere, where the App is installed too, and pushes its record over the
// branch of this one: every commit of it is the App's own, and signed by GitHub.

const branch = 'refs/heads/incident/1'

test('the record of an incident elsewhere is not this incident’s: one alarm, and mallory commands nothing', async () => {
  const here = await openScene()
  await here.declare()
  await here.says('dana', '/ic')

  const hers = { ...small, '.github/incidents.yml': team.replace('[dana, erin]', '[mallory]') }
  const elsewhere = await openScene({ setUp: world => fill(world, hers) })
  // ids are GitHub's own count: another issue before it, and this one is another
  const { world, home, actor } = elsewhere
  createIssue(world, actor('bob'), home().id, { title: 'An earlier one' })
  elsewhere.emulator.clock.advance(1_000)
  await elsewhere.declare()
  await elsewhere.says('mallory', '/ic')
  const record = refOid(world.state, home().id, 'refs/heads/incident/2') ?? ''
  expect(record).not.toBe('')

  const objects = here.world.state.objects.get(here.home().id)
  for (const [oid, object] of world.state.objects.get(home().id) ?? []) objects?.set(oid, object)
  updateRef(here.world, here.actor('mallory'), here.home().id, branch, record, { force: true })
  await here.says('mallory', '/severity SEV-1 mine now')

  expect(here.replies().filter(reply => reply.includes('The record of this incident was changed'))).toHaveLength(1)
  expect(here.labels()).not.toContain('SEV-1')
  expect(here.board()).toContain('**dana**')
})
