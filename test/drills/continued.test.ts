import { type Issue, issuesOf, removeLabels, transferIssue } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { findMarker } from '../../src/domain/text/marker.ts'
import { openScene, type Scene } from './scene.ts'
import { transferredAway } from './transferred-away.ts'

// The incident's own issue is gone. A commander says on the page of a step that it goes on on a new one, and it does.

const led = async (identity: 'app' | 'action' = 'app') => {
  const scene = await openScene({ identity })
  await scene.declare()
  await scene.says('dana', '/ic')
  return scene
}

const awayWith = async (identity: 'app' | 'action' = 'app') => {
  const scene = await led(identity)
  const gone = transferredAway(scene)
  await scene.rest()
  return { scene, gone }
}

/** The issues that were opened to continue on, whoever opened them. */
const successors = ({ world, home }: Scene): readonly Issue[] =>
  issuesOf(world.state, home().id).filter(({ body }) => findMarker(body, 'incident') !== null)

const only = (scene: Scene): Issue => {
  const [first, ...more] = successors(scene)
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} issues, or none`)
  return first
}

const textsOn = ({ world }: Scene, { id }: Issue): readonly string[] =>
  [...world.state.comments.values()].filter(one => one.issueId === id).map(one => one.body)

const labelsOn = ({ world }: Scene, issue: Issue): readonly string[] =>
  issue.labelIds.map(id => world.state.labels.get(id)?.name ?? '').toSorted()

/** Somebody says something on the new issue, and the product sees it by the number of the record. */
const saysThere = async (scene: Scene, who: Parameters<Scene['act']>[0], body: string): Promise<void> => {
  await scene.act(who, 'POST', `/issues/${only(scene).number}/comments`, { body })
  await scene.rest()
}

describe.each(['app', 'action'] as const)('by the %s', identity => {
  test('the alarm says how, a commander does it, and everything is on the new issue', async () => {
    const { scene, gone } = await awayWith(identity)
    expect(scene.lastReply('stop-harm')).toContain('`/continue here`')
    const before = textsOn(scene, gone)
    await scene.says('dana', '/continue here', 'stop-harm')
    const there = only(scene)
    expect(there.repositoryId).toBe(scene.home().id)
    expect(scene.kinds().slice(-2)).toEqual(['continuation-asked', 'issue-replaced'])
    expect(scene.events().at(-1)).toMatchObject({ number: there.number, id: there.nodeId, was: expect.any(String) })
    expect(scene.lastReply('stop-harm')).toContain(`continues on #${there.number}`)
    expect(labelsOn(scene, there)).toEqual(['SEV-2', 'incident'])
    expect(textsOn(scene, there).join('\n')).toContain('Incident commander: **dana**')
    // a workflow's token is for one repository: from under an issue of another one it can take nothing
    const parent = identity === 'app' ? there.id : gone.id
    for (const step of ['stop-harm', 'find-cause', 'tell-company']) expect(scene.issue(step).parentId).toBe(parent)
    expect(textsOn(scene, gone)).toEqual(before)

    await saysThere(scene, 'bob', '/severity SEV-1 it spreads')
    expect(labelsOn(scene, only(scene))).toEqual(['SEV-1', 'incident'])
    await scene.says('bob', '/done stop-harm', 'stop-harm')
    await scene.act('dana', 'PATCH', `/issues/${there.number}`, { state: 'closed', state_reason: 'completed' })
    await scene.rest()
    expect(scene.kinds()).toContain('closed')
    expect(only(scene).state).toBe('closed')
    expect(scene.emulator.violations).toEqual([])
    const kinds = scene.kinds()
    const writes = scene.writes()
    await scene.rest()
    expect(scene.kinds()).toEqual(kinds)
    if (identity === 'app') expect(writes()).toBe(0)
  })
})

test('not by itself, nor by whoever moved it away', async () => {
  const { scene } = await awayWith()
  await scene.says('mallory', '/continue here', 'stop-harm')
  expect(scene.kinds().at(-1)).toBe('refused')
  expect(successors(scene)).toEqual([])
})

test('another on the roster says so, though they do not command', async () => {
  const { scene } = await awayWith()
  await scene.says('erin', '/continue here', 'find-cause')
  expect(scene.lastReply('find-cause')).toContain(`continues on #${only(scene).number}`)
})

test('the issue is where it was: it is refused', async () => {
  const scene = await led()
  await scene.says('dana', '/continue here', 'stop-harm')
  expect(scene.lastReply('stop-harm')).toContain('is in this repository')
  expect(successors(scene)).toEqual([])
})

test('said twice at once: one issue', async () => {
  const { scene } = await awayWith()
  await scene.posts('dana', '/continue here', 'stop-harm')
  await scene.says('erin', '/continue here', 'find-cause')
  await scene.rest()
  only(scene)
  expect(scene.kinds().filter(kind => kind === 'continuation-asked')).toHaveLength(1)
})

test('whichever request it dies after, there is one issue and all steps are under it', async () => {
  for (let request = 2; request <= 12; request += 1) {
    const { scene } = await awayWith()
    await scene.posts('dana', '/continue here', 'stop-harm')
    const process = scene.scenario.start('app', { request, when: 'after' })
    await Promise.race([process.run(), process.killed])
    await scene.rest()
    await scene.rest()
    const there = only(scene)
    expect(scene.issue('tell-company').parentId).toBe(there.id)
    expect(textsOn(scene, there).filter(text => findMarker(text, 'board') !== null)).toHaveLength(1)
    expect(scene.emulator.violations).toEqual([])
  }
}, 120_000)

test('two writers at once: one issue', async () => {
  const { scene } = await awayWith()
  await scene.posts('dana', '/continue here', 'stop-harm')
  await Promise.all([scene.scenario.start('app').run(), scene.scenario.start('app').run()])
  await scene.rest()
  only(scene)
})

test('the label is taken off before the record names it: it is found all the same', async () => {
  const { scene } = await awayWith()
  await scene.posts('dana', '/continue here', 'stop-harm')
  for (let request = 1; successors(scene).length === 0; request += 1) {
    const process = scene.scenario.start('app', { request, when: 'after' })
    await Promise.race([process.run(), process.killed])
    scene.emulator.clock.advance(70_000)
  }
  removeLabels(scene.world, scene.actor('mallory'), only(scene).id, only(scene).labelIds)
  await scene.rest()
  expect(labelsOn(scene, only(scene))).toEqual(['SEV-2', 'incident'])
})

test('somebody takes the marker out of its text: it is written again, and nothing is declared there', async () => {
  const { scene } = await awayWith()
  await scene.says('dana', '/continue here', 'stop-harm')
  const { number } = only(scene)
  await scene.act('mallory', 'PATCH', `/issues/${number}`, { body: 'nothing' })
  await scene.rest()
  expect(only(scene).number).toBe(number)
  const { repositoryId } = only(scene)
  scene.scenario.turnTo(number)
  await scene.rest()
  expect([...(scene.world.state.repositories.get(repositoryId)?.refs.keys() ?? [])]).not.toContain(
    `refs/heads/incident/${number}`,
  )
})

test('the new issue is transferred away too: alarmed again, and continued again', async () => {
  const { scene, gone } = await awayWith()
  await scene.says('dana', '/continue here', 'stop-harm')
  const second = only(scene)
  scene.emulator.clock.advance(300_000)
  transferIssue(scene.world, scene.actor('mallory'), second.id, gone.repositoryId)
  await scene.rest()
  expect(scene.kinds().at(-1)).toBe('issue-moved')
  expect(scene.lastReply('stop-harm')).toContain(`#${second.number}`)
  await scene.says('dana', '/continue here', 'stop-harm')
  const third = only(scene)
  expect(third.number).toBeGreaterThan(second.number)
  expect(scene.issue('find-cause').parentId).toBe(third.id)
})

test('the transferred issue comes back, under another number: it is not the incident’s own, nor another incident', async () => {
  const { scene, gone } = await awayWith()
  await scene.says('dana', '/continue here', 'stop-harm')
  const there = only(scene)
  const back = transferIssue(scene.world, scene.actor('mallory'), gone.id, scene.home().id)
  await scene.rest()
  expect(scene.issue('find-cause').parentId).toBe(there.id)
  const kinds = scene.kinds()
  const issues = issuesOf(scene.world.state, scene.home().id).length
  scene.scenario.turnTo(back.number)
  await scene.rest()
  expect(issuesOf(scene.world.state, scene.home().id)).toHaveLength(issues)
  scene.scenario.turnTo(1)
  await scene.rest()
  expect(scene.kinds()).toEqual(kinds)
})

test('GitHub will not put the steps under it: they are heard where they are, and no other page is opened', async () => {
  const { scene, gone } = await awayWith()
  scene.emulator.faults.refuse('addSubIssue')
  const pages = issuesOf(scene.world.state, scene.home().id).length
  await scene.says('dana', '/continue here', 'stop-harm')
  expect(issuesOf(scene.world.state, scene.home().id)).toHaveLength(pages + 1)
  expect(scene.issue('find-cause').parentId).toBe(gone.id)
  await scene.says('alice', '/done', 'find-cause')
  expect(scene.kinds().at(-1)).toBe('step-done')
})

test.each([1, 2, 3, 4])('reads are as old as before the last %i writes: one issue, and nothing is lost', async lag => {
  const { scene } = await awayWith()
  await scene.posts('dana', '/continue here', 'stop-harm')
  for (let request = 2; request <= 6; request += 1)
    scene.emulator.faults.add({ request, mode: 'stale', lag, where: { operation: 'Incident' } })
  await scene.scenario.start('app').run()
  scene.emulator.faults.clear()
  scene.emulator.clock.advance(70_000)
  await scene.rest()
  expect(scene.issue('tell-company').parentId).toBe(only(scene).id)
  expect(scene.kinds().filter(kind => kind === 'issue-moved' || kind === 'issue-replaced')).toEqual([
    'issue-moved',
    'issue-replaced',
  ])
})
