import { addRepository, type FaultMode, setRole, transferIssue } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { openScene } from './scene.ts'

// An incident whose own issue cannot be seen: whether it is gone only GitHub can say, and it has to say it.

const led = async () => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('dana', '/ic')
  return scene
}

describe('GitHub does not give the issue, and does not say that it is gone', () => {
  const faults: readonly (readonly [FaultMode, string])[] = [
    ['partial-errors', 'repository.issue'],
    ['partial-errors', 'repository.issue.repository.id'],
    ['partial-errors', 'repository.issue.title'],
    ['forbidden', 'repository.issue'],
  ]
  test.each(faults)('%s at %s: nothing is recorded, nobody is told, and the next run goes on', async (mode, at) => {
    const scene = await led()
    const before = scene.kinds()
    const writes = scene.writes()
    const mailed = scene.mailed()
    for (let request = 1; request <= 6; request += 1)
      scene.emulator.faults.add({ request, mode, at, where: { operation: 'Incident' } })
    const outcome = await scene.night.start('app').run()
    expect(outcome.is).not.toBe('settled')
    expect(scene.kinds()).toEqual(before)
    expect(writes()).toBe(0)
    expect(mailed()).toEqual([])
    scene.emulator.faults.clear()
    await scene.says('bob', '/severity SEV-1 it spreads')
    expect(scene.kinds().at(-1)).toBe('severity-set')
    expect(scene.kinds()).not.toContain('issue-moved')
  })

  test('nor is it taken for a pull request', async () => {
    const scene = await led()
    const before = scene.kinds()
    scene.emulator.faults.add({
      request: 1,
      mode: 'partial-errors',
      at: 'repository.kind',
      where: { operation: 'Incident' },
    })
    await scene.night.start('app').run()
    expect(scene.kinds()).toEqual(before)
  })
})

const elsewhere = (scene: Awaited<ReturnType<typeof led>>) => {
  const { world } = scene
  const files = { 'README.md': '#' }
  const other = addRepository(world, { owner: 'acme', name: 'website', visibility: 'private', files })
  for (const name of ['mallory', 'dana']) setRole(world, other.id, scene.actor(name).user, 'write')
  scene.emulator.clock.advance(60_000)
  return transferIssue(world, scene.actor('mallory'), scene.issue().id, other.id)
}

test('the steps of a transferred incident cannot be listed just then: nothing is said of it until they can', async () => {
  const scene = await led()
  elsewhere(scene)
  for (let request = 1; request <= 6; request += 1)
    scene.emulator.faults.add({ request, mode: 'partial-errors', where: { operation: 'LabelledSteps' } })
  const outcome = await scene.night.start('app').run()
  expect(outcome.is).toBe('unsettled')
  scene.emulator.faults.clear()
  await scene.rest()
  expect(scene.kinds().at(-1)).toBe('issue-moved')
})

test('whether a transferred incident has a record is not known just then: it is asked again', async () => {
  const scene = await led()
  elsewhere(scene)
  for (let request = 1; request <= 6; request += 1)
    scene.emulator.faults.add({
      request,
      mode: 'partial-errors',
      at: 'repository.ledger',
      where: { operation: 'Incident' },
    })
  expect((await scene.night.start('app').run()).is).toBe('unsettled')
})
