import { addRepository, addSubIssue, removeSubIssue, setRole, transferIssue } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { openScene, type Scene } from './scene.ts'

// What Tocsin makes again mails everybody who watches: it is counted like a correction, and then asked about once.

const opened = async (commander = true): Promise<Scene> => {
  const scene = await openScene({ validate: true })
  await scene.declare()
  if (commander) await scene.says('dana', '/ic')
  return scene
}

const pages = (scene: Scene): number => scene.issue().subIssueIds.length
const all = (scene: Scene): number => scene.world.state.issues.size

const quiet = async (scene: Scene): Promise<void> => {
  scene.emulator.clock.advance(900_000)
  const writes = scene.writes()
  await scene.rest()
  expect(writes()).toBe(0)
}

const unlink = async (scene: Scene, step: string): Promise<void> => {
  scene.emulator.clock.advance(60_000)
  removeSubIssue(scene.world, scene.actor('mallory'), scene.issue().id, latest(scene, step))
  await scene.rest()
}

/** The newest page of a step under the incident. */
const latest = (scene: Scene, step: string): number => {
  const under = scene.issue().subIssueIds.filter(id => scene.world.state.issues.get(id)?.body.includes(`key=${step} `))
  return under.at(-1) ?? 0
}

const boardOf = (scene: Scene): number => scene.comments().find(one => one.body.includes('tocsin:board'))?.id ?? 0

describe.each([true, false])('while somebody commands: %s', commander => {
  test('a step taken out from under the incident again and again: three pages, one question, and no more', async () => {
    const scene = await opened(commander)
    const before = all(scene)
    for (let time = 1; time <= 3; time += 1) {
      await unlink(scene, 'find-cause')
      expect(all(scene)).toBe(before + time)
      expect(scene.lastReply()).toContain('`find-cause` is opened again on a new page')
    }
    await unlink(scene, 'find-cause')
    expect(all(scene)).toBe(before + 3)
    expect(scene.lastReply()).toContain('the page of `find-cause` was taken away again')
    expect(scene.replies()).toHaveLength(4)
    await quiet(scene)
    // the other steps are none the worse, and the step itself can still be done
    await scene.says('alice', '/done find-cause')
    expect(scene.kinds().at(-1)).toBe('step-done')
  })

  test('the board deleted again and again: three boards, one question, and no more', async () => {
    const scene = await opened(commander)
    for (let time = 1; time <= 3; time += 1) {
      await scene.deletes('mallory', boardOf(scene))
      await scene.rest()
      expect(boardOf(scene)).not.toBe(0)
    }
    await scene.deletes('mallory', boardOf(scene))
    await scene.rest()
    expect(boardOf(scene)).toBe(0)
    expect(scene.lastReply()).toContain('a comment of Tocsin’s was deleted again')
    await quiet(scene)
    await scene.says('bob', '/timeline 21:40Z the first error')
    expect(scene.kinds().at(-1)).toBe('timeline-noted')
    expect(boardOf(scene)).toBe(0)
  })
})

test('the commander’s word brings the page, and the board, back', async () => {
  const scene = await opened()
  for (let time = 1; time <= 4; time += 1) await unlink(scene, 'find-cause')
  for (let time = 1; time <= 4; time += 1) {
    await scene.deletes('mallory', boardOf(scene))
    await scene.rest()
  }
  expect(boardOf(scene)).toBe(0)
  const before = all(scene)
  await scene.says('dana', '/assign find-cause @alice')
  expect(all(scene)).toBe(before + 1)
  await scene.says('dana', '/assign responder @bob')
  expect(boardOf(scene)).not.toBe(0)
  await quiet(scene)
})

test('the marker taken out of one page after the other: three new pages, one question; a step that comes later has its page', async () => {
  const scene = await opened()
  const before = all(scene)
  const strip = async (): Promise<void> => {
    const { number } = scene.world.state.issues.get(latest(scene, 'find-cause')) ?? { number: 0 }
    await scene.act('mallory', 'PATCH', `/issues/${number}`, { body: 'Nothing.' })
    await scene.rest()
  }
  for (let time = 1; time <= 3; time += 1) {
    await strip()
    expect(all(scene)).toBe(before + time)
    expect(scene.lastReply()).toContain('@mallory You removed Tocsin’s marker, the last line, from the text of #')
  }
  await strip()
  expect(all(scene)).toBe(before + 3)
  expect(scene.lastReply()).toContain('the page of a step was taken away again')
  await quiet(scene)
  await scene.says('bob', '/step add Call the bank')
  expect(all(scene)).toBe(before + 4)
  await quiet(scene)
})

test('a page transferred to another repository: told, and the step has a page here', async () => {
  const scene = await openScene({ validate: false })
  await scene.declare()
  const elsewhere = addRepository(scene.world, {
    owner: 'acme',
    name: 'website',
    visibility: 'private',
    files: { 'README.md': '#' },
  })
  setRole(scene.world, elsewhere.id, scene.actor('mallory').user, 'write')
  const before = pages(scene)
  transferIssue(scene.world, scene.actor('mallory'), scene.issue('find-cause').id, elsewhere.id)
  await scene.rest()
  expect(pages(scene)).toBe(before + 1)
  expect(scene.lastReply()).toContain('to another repository. `find-cause` is opened again')
  await quiet(scene)
})

test('a page that is linked again before anybody looks is not made again, and nothing is said', async () => {
  const scene = await opened()
  const before = all(scene)
  const id = latest(scene, 'find-cause')
  removeSubIssue(scene.world, scene.actor('mallory'), scene.issue().id, id)
  addSubIssue(scene.world, scene.actor('bob'), scene.issue().id, id)
  await scene.rest()
  expect(all(scene)).toBe(before)
  expect(scene.replies()).toEqual([])
  await quiet(scene)
})

test('old replies that somebody tidies away are not missed, and count for nothing', async () => {
  const scene = await opened()
  for (let time = 1; time <= 5; time += 1) await scene.says('mallory', `/severity SEV-4 ${time}`)
  await scene.says('bob', '/timeline 21:40Z the first error')
  scene.emulator.clock.advance(3_600_000)
  await scene.says('bob', '/timeline 22:40Z the second error')
  const replies = scene.comments().filter(one => one.body.includes('tocsin:reply'))
  expect(replies).toHaveLength(5)
  for (const { id } of replies) await scene.deletes('dana', id)
  await scene.rest()
  expect(scene.replies()).toEqual([])
  await scene.deletes('mallory', boardOf(scene))
  await scene.rest()
  expect(boardOf(scene)).not.toBe(0)
  await quiet(scene)
})

test('the newest reply deleted again and again: three more, one question, and no more', async () => {
  const scene = await opened()
  await scene.says('mallory', '/severity SEV-4 it was nothing')
  const drop = async (): Promise<void> => {
    for (const { id } of scene.comments().filter(one => one.body.includes('tocsin:reply')))
      await scene.deletes('mallory', id)
    await scene.rest()
  }
  for (let time = 1; time <= 8; time += 1) await drop()
  expect(scene.replies()).toEqual([])
  await quiet(scene)
  const asked = scene
    .events()
    .filter(({ is, manualChange }) => is === 'manual-change-questioned' && manualChange === 'deleted')
  expect(asked).toHaveLength(1)
  await scene.says('mallory', '/severity SEV-4 really')
  expect(scene.replies()).toHaveLength(1)
})
