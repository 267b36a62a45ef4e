import {
  addLabels,
  addRepository,
  addSubIssue,
  addUser,
  createComment,
  createIssue,
  type Issue,
  labelByName,
  minimizeComment,
  type Repository,
  removeLabels,
  reprioritizeSubIssue,
  setRole,
  transferIssue,
} from 'github-emulator'
import { describe, expect, test } from 'vitest'
import type { Name } from '../../src/drill/acme.ts'
import { owner } from '../../src/drill/stage.ts'
import { eightfold, linear } from '../growth.ts'
import { openScene, type Scene } from './scene.ts'

// What somebody with access can do that nobody thought of, by malice or by pressing the obvious button.

const led = async (options: { validate?: boolean } = {}): Promise<Scene> => {
  const scene = await openScene(options)
  await scene.declare()
  await scene.says('dana', '/ic')
  return scene
}

/** A later run of either kind finds nothing to do. */
const quiet = async (scene: Scene): Promise<void> => {
  scene.emulator.clock.advance(300_000)
  const writes = scene.writes()
  await scene.rest()
  expect(writes()).toBe(0)
}

const labelId = (scene: Scene, name: string): number => labelByName(scene.world.state, scene.home().id, name)?.id ?? 0

describe('many on one step', () => {
  test('more than an event can name: all are taken off, and the record can still be read', async () => {
    const scene = await led()
    const people = Array.from({ length: 22 }, (_, i) => addUser(scene.world, { login: `helper-${i}` }))
    for (const { id } of people) setRole(scene.world, scene.home().id, id, 'write')
    for (const from of [0, 8, 16]) {
      const some = people.slice(from, from + 8).map(one => `@${one.login}`)
      await scene.says('dana', `/assign find-cause ${some.join(' ')}`)
    }
    await scene.says('dana', '/unassign find-cause')
    expect(scene.assignees('find-cause')).toEqual([])
    await scene.says('dana', '/severity SEV-1 and it goes on')
    expect(scene.board()).toContain('· SEV-1 ·')
    expect(scene.replies()).toEqual([])
    await quiet(scene)
  })
})

describe('within one second', () => {
  const together = async (scene: Scene, who: Name, step: string | null, body: string): Promise<void> => {
    const { number } = scene.issue(step)
    scene.emulator.clock.advance(60_000)
    await scene.scenario.ask(who, 'POST', `/issues/${number}/comments`, { body })
    await scene.scenario.ask(who, 'PATCH', `/issues/${number}`, { state: 'closed', state_reason: 'completed' })
    await scene.rest()
  }

  test('“Close with comment” on a step: the order in it is followed, and the close only agrees', async () => {
    const scene = await led()
    await together(scene, 'alice', 'find-cause', '/done it was the disk')
    expect(scene.events().find(event => event.is === 'step-done')).toMatchObject({ because: 'it was the disk' })
    expect(scene.replies('find-cause')).toEqual([])
    await quiet(scene)
  })

  test('“Close with comment” on the incident: what the comment says was said before the close', async () => {
    const scene = await led()
    await together(scene, 'dana', null, '/skip stop-harm it is over')
    expect(scene.kinds()).toContain('closed')
    expect(scene.issue().state).toBe('closed')
    expect(scene.replies()).toEqual([])
  })

  test('what is said in turn is recorded in turn', async () => {
    const scene = await led()
    const said = Array.from({ length: 40 }, (_, i) => `note ${i}`)
    for (const one of said) createComment(scene.world, scene.actor('bob'), scene.issue().id, `/timeline 21:40Z ${one}`)
    await scene.rest()
    expect(scene.events().flatMap(event => (event.is === 'timeline-noted' ? [event.text] : []))).toEqual(said)
  })
})

describe('our words', () => {
  test('a reply that somebody hides is not said again', async () => {
    const scene = await led()
    await scene.says('mallory', '/cancel it was nothing')
    const reply = scene.comments().at(-1)
    expect(scene.replies()).toHaveLength(1)
    minimizeComment(scene.world, scene.actor('dana'), reply?.id ?? 0, 'resolved')
    await quiet(scene)
    expect(scene.replies()).toEqual([])
  })

  test('a reply on a step’s page that is taken out from under the incident is not said again on another', async () => {
    const scene = await led()
    await scene.says('mallory', '/skip no need of it', 'find-cause')
    expect(scene.replies('find-cause')).toHaveLength(1)
    const { id } = scene.issue('find-cause')
    await scene.act('mallory', 'DELETE', '/issues/1/sub_issue', { sub_issue_id: id })
    await scene.rest()
    expect(scene.replies()).toEqual([expect.stringContaining('You removed the page of a step')])
    await quiet(scene)
  })

  test('hundreds of orders of hers in a moment: hundreds of replies, many at once, and no time lost', async () => {
    const scene = await led()
    let orders = 0
    const atOnce = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1)
        createComment(scene.world, scene.actor('mallory'), scene.issue().id, `/cancel ${orders + i}`)
      orders += count
      await scene.rest()
    }
    const before = scene.emulator.requests.length
    expect(await eightfold(atOnce, 240)).toBeLessThan(linear)
    expect(scene.replies()).toHaveLength(orders)
    expect(scene.emulator.requests.length - before).toBeLessThan(orders / 2)
  })
})

test('a bot that tidies labels takes that of a step off, as often as it likes: it stays off', async () => {
  const scene = await led()
  let seen = 0
  for (let time = 1; time <= 5; time += 1) {
    if (scene.labels('find-cause').includes('incident-step')) seen += 1
    removeLabels(scene.world, scene.robot(), scene.issue('find-cause').id, [labelId(scene, 'incident-step')])
    scene.emulator.clock.advance(60_000)
    await scene.rest()
  }
  expect(seen).toBe(1)
  expect(scene.replies('find-cause')).toEqual([])
  await quiet(scene)
})

test('a step that somebody labels as an incident is still a step', async () => {
  const scene = await led()
  addLabels(scene.world, scene.actor('mallory'), scene.issue('find-cause').id, [labelId(scene, 'incident')])
  const { size } = scene.world.state.issues
  scene.scenario.turnTo(scene.issue('find-cause').number)
  await scene.rest()
  expect(scene.world.state.issues.size).toBe(size)
})

describe('another repository', () => {
  const elsewhere = (scene: Scene): Repository => {
    const files = { 'README.md': '# Website\n' }
    const other = addRepository(scene.world, { owner, name: 'website', visibility: 'private', files })
    for (const name of ['dana', 'mallory']) setRole(scene.world, other.id, scene.actor(name).user, 'write')
    return other
  }

  /** All that can be seen of it there. */
  const seen = (scene: Scene, { id }: Issue): string => {
    const comments = [...scene.world.state.comments.values()].filter(one => one.issueId === id)
    const { state, labelIds, assigneeIds, body } = scene.world.state.issues.get(id) ?? {}
    return JSON.stringify([state, labelIds, assigneeIds, body, comments])
  }

  test('an issue of it, put first under the incident, with the number of a step: nothing is said there', async () => {
    const scene = await led()
    const other = elsewhere(scene)
    const { number } = scene.issue('find-cause')
    const mallory = scene.actor('mallory')
    const theirs = Array.from({ length: number }, () =>
      createIssue(scene.world, mallory, other.id, { title: 'A typo', body: 'On the front page.' }),
    ).at(-1)
    if (theirs?.number !== number) throw new Error('not the same number')
    addSubIssue(scene.world, mallory, scene.issue().id, theirs.id)
    reprioritizeSubIssue(scene.world, mallory, scene.issue().id, theirs.id, {})
    const before = seen(scene, theirs)
    await scene.says('mallory', '/skip no need of it', 'find-cause')
    expect(scene.lastReply('find-cause')).toContain('@mallory `/skip no need of it` was rejected.')
    expect(seen(scene, theirs)).toBe(before)
    await quiet(scene)
  })

  test('a step’s page that was moved there is left alone, and the step has a page here again', async () => {
    // what is told of a transfer is not all that GitHub tells
    const scene = await led({ validate: false })
    const other = elsewhere(scene)
    const moved = transferIssue(scene.world, scene.actor('mallory'), scene.issue('find-cause').id, other.id)
    const before = seen(scene, moved)
    await scene.rest()
    await scene.says('dana', '/done find-cause')
    await scene.says('dana', '/severity SEV-1 it is worse')
    expect(seen(scene, moved)).toBe(before)
    expect(scene.issue('find-cause').repositoryId).toBe(scene.home().id)
    expect(scene.board()).toContain(`| #${scene.issue('find-cause').number} | \`find-cause\``)
    await quiet(scene)
  })
})
