import { createIssue, type FaultMode, type Issue, push } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { writeMarker } from '../../src/domain/text/marker.ts'
import { openScene, type Scene } from './scene.ts'
import { transferredAway } from './transferred-away.ts'

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
    const outcome = await scene.scenario.start('app').run()
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
    await scene.scenario.start('app').run()
    expect(scene.kinds()).toEqual(before)
  })
})

test('the steps of a transferred incident cannot be listed just then: nothing is said of it until they can', async () => {
  const scene = await led()
  transferredAway(scene)
  for (let request = 1; request <= 6; request += 1)
    scene.emulator.faults.add({ request, mode: 'partial-errors', where: { operation: 'LabelledSteps' } })
  const outcome = await scene.scenario.start('app').run()
  expect(outcome.is).toBe('unsettled')
  scene.emulator.faults.clear()
  await scene.rest()
  expect(scene.kinds().at(-1)).toBe('issue-moved')
})

test('whether a transferred incident has a record is not known just then: it is asked again', async () => {
  const scene = await led()
  transferredAway(scene)
  for (let request = 1; request <= 6; request += 1)
    scene.emulator.faults.add({
      request,
      mode: 'partial-errors',
      at: 'repository.ledger',
      where: { operation: 'Incident' },
    })
  expect((await scene.scenario.start('app').run()).is).toBe('unsettled')
})

/** What stands on the issue, wherever it is. */
const saidOn = (scene: Scene, { id }: Issue): string => {
  const { labelIds, assigneeIds, state } = scene.world.state.issues.get(id) ?? {}
  const comments = [...scene.world.state.comments.values()].filter(one => one.issueId === id)
  return JSON.stringify([labelIds, assigneeIds, state, comments])
}

describe('transferred, and the record is not to be decided from', () => {
  const pushes = (files: Record<string, string>) => (scene: Scene) => {
    push(scene.world, scene.actor('mallory'), scene.home().id, { branch: 'incident/1', files })
  }
  test.each([
    ['an event is pushed', pushes({ 'incidents/1/events/0002.ndjson': '{}\n' })],
    ['all events are made unreadable', pushes({ 'incidents/1/events/0001.ndjson': 'x\n' })],
    [
      'it is made another’s',
      pushes({ 'incidents/1/events/0001.ndjson': `{"is":"declared","id":"${'a'.repeat(32)}"}\n` }),
    ],
  ])('%s: told once, on the page of the first step, and nothing is written elsewhere', async (_how, tamper) => {
    const scene = await led()
    tamper(scene)
    const gone = transferredAway(scene)
    const before = saidOn(scene, gone)
    await scene.rest()
    await scene.says('bob', '/severity SEV-1 it spreads', 'find-cause')
    expect(scene.replies('stop-harm')).toHaveLength(1)
    expect(scene.lastReply('stop-harm')).toContain('The record of this incident was changed by')
    expect(saidOn(scene, gone)).toBe(before)
  })

  test('the record cannot be written: told there too', async () => {
    const scene = await led()
    const gone = transferredAway(scene)
    const before = saidOn(scene, gone)
    scene.emulator.faults.refuse('createCommitOnBranch')
    await scene.rest()
    expect(saidOn(scene, gone)).toBe(before)
    expect(scene.replies('stop-harm')).toHaveLength(1)
  })
})

test('mallory edits the text of the first step so that it names another issue: the record says which it was', async () => {
  const scene = await led()
  const gone = transferredAway(scene)
  const other = createIssue(scene.world, scene.actor('mallory'), scene.home().id, { title: 'x', body: 'x' })
  const before = saidOn(scene, other)
  const body = writeMarker({ kind: 'step', incident: other.nodeId, number: 1, key: 'stop-harm' })
  await scene.act('mallory', 'PATCH', `/issues/${scene.issue('stop-harm').number}`, { body })
  await scene.says('bob', '/severity SEV-1 it spreads', 'find-cause')
  expect(scene.kinds()).toContain('severity-set')
  expect(scene.kinds()).toContain('issue-moved')
  expect(saidOn(scene, other)).toBe(before)
  expect(gone.number).not.toBe(0)
})

test('two hundred and fifty pages of other incidents’ steps are newer: its own are found', async () => {
  const scene = await led()
  for (let made = 0; made < 250; made += 1)
    createIssue(scene.world, scene.robot(), scene.home().id, { title: 'x', body: 'x', labels: ['incident-step'] })
  transferredAway(scene)
  await scene.rest()
  expect(scene.kinds().at(-1)).toBe('issue-moved')
  await scene.says('bob', '/severity SEV-1 it spreads', 'find-cause')
  expect(scene.kinds().at(-1)).toBe('severity-set')
})
