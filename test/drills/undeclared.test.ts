import { createComment, createIssue, lockIssue } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import type { Name } from '../../src/drill/acme.ts'
import { openScene, type Scene } from './scene.ts'

// Somebody reports an incident, and the issue has no label: whoever takes command is told why nothing happens.

const reported = async (more: object = {}): Promise<Scene> => {
  const scene = await openScene()
  await scene.declare({ labels: [], ...more })
  return scene
}

test('`/ic` is answered once, whoever says it and however often, with the way to declare', async () => {
  const scene = await openScene({ identity: 'action' })
  await scene.declare({ labels: [] })
  await scene.says('dana', '/ic')
  expect(scene.replies()).toHaveLength(1)
  expect(scene.lastReply()).toContain('This issue is not an incident, so `/ic` did nothing')
  for (const who of ['bob', 'mallory', 'dana'] satisfies Name[]) await scene.says(who, '/ic\n\n/page')
  expect(scene.replies()).toHaveLength(1)
  const writes = scene.writes()
  await scene.scenario.rest('app')
  expect(writes()).toBe(0)
})

test('what it says to do works, though the repository had no such label', async () => {
  const scene = await reported()
  await scene.says('dana', '/page the database is gone')
  expect(scene.lastReply()).toContain('Then comment `/ic`:')
  expect(scene.lastReply()).not.toMatch(/comment `\/page`/)
  await scene.act('dana', 'POST', '/issues/1/labels', { labels: ['incident'] })
  await scene.rest()
  expect(scene.board()).toContain('no incident commander yet')
  await scene.says('dana', '/ic')
  expect(scene.board()).toContain('Incident commander: **dana**')
  expect(scene.replies()).toHaveLength(1)
  expect(scene.emulator.violations).toEqual([])
})

test('one that was closed before it was seen is reopened, and what was said is carried out', async () => {
  const scene = await openScene()
  await scene.declare({}, 'unseen')
  await scene.act('bob', 'PATCH', '/issues/1', { state: 'closed' })
  await scene.says('dana', '/ic')
  expect(scene.lastReply()).toContain('reopen it with *Reopen issue*')
  await scene.reopens('dana')
  expect(scene.board()).toContain('Incident commander: **dana**')
})

describe('nothing is said', () => {
  test.each([
    '/assign bob',
    '/label bug',
    '/help',
    '/close',
    '/status',
    '/icing on the cake',
    '/pages are slow',
    'see /ic',
    '`/ic`',
    '> /ic',
    '```\n/ic\n```',
    '/etc/passwd',
  ])('to %s, which may be meant for another', async body => {
    const scene = await reported()
    const writes = scene.writes()
    await scene.says('bob', body)
    expect(writes()).toBe(0)
  })

  test('to a bot', async () => {
    const scene = await reported()
    const writes = scene.writes()
    createComment(scene.world, scene.robot(), scene.issue().id, '/ic')
    await scene.rest()
    expect(writes()).toBe(0)
  })

  test('on a locked issue, where nothing can be said', async () => {
    const scene = await reported()
    await scene.posts('dana', '/ic')
    lockIssue(scene.world, scene.actor('dana'), scene.issue().id, null)
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)
  })

  test('on the page of a step, to a run that takes it for an issue of its own', async () => {
    const scene = await openScene()
    await scene.declare()
    await scene.posts('dana', '/ic', 'find-cause')
    scene.scenario.turnTo(scene.issue('find-cause').number)
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)
  })
})

test('an issue of a thousand comments costs no more than one of a hundred', async () => {
  const scene = await openScene()
  const { id, number } = createIssue(scene.world, scene.actor('bob'), scene.home().id, { title: 'A typo', body: 'x' })
  scene.scenario.turnTo(number)
  const talk = async (count: number): Promise<number> => {
    for (let i = 0; i < count; i += 1) createComment(scene.world, scene.actor('bob'), id, `${i}`)
    scene.emulator.clock.advance(40 * 86_400_000)
    createComment(scene.world, scene.actor('bob'), id, '/label bug')
    const from = scene.emulator.requests.length
    await scene.rest()
    return scene.emulator.requests.length - from
  }
  const [few, many] = [await talk(100), await talk(900)]
  expect(many).toBeLessThanOrEqual(few)
})
