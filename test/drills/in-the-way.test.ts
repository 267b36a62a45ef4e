import { addSubIssue, createIssue, createRef, deleteRef, refOid, removeSubIssue } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { openScene, type Scene } from './scene.ts'

// What somebody made takes the place of what Tocsin would make. It is said once where people are, and goes on once it can.

const closed = async (inTheWay: string): Promise<Scene> => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('dana', '/ic')
  await scene.says('bob', '/done stop-harm')
  const main = refOid(scene.world.state, scene.home().id, 'refs/heads/main') ?? ''
  createRef(scene.world, scene.actor('mallory'), scene.home().id, inTheWay, main)
  await scene.closes('dana')
  return scene
}

describe.each(['refs/heads/post-mortem', 'refs/heads/post-mortem/1/x'])('a branch %s', inTheWay => {
  test('keeps the post-mortem from its branch: said once, and it is written once that branch is gone', async () => {
    const scene = await closed(inTheWay)
    const told = () => scene.replies().filter(text => text.includes('The post-mortem cannot be written'))
    expect(told()).toHaveLength(1)
    scene.emulator.clock.advance(900_000)
    await scene.rest()
    expect(told()).toHaveLength(1)
    deleteRef(scene.world, scene.actor('mallory'), scene.home().id, inTheWay)
    scene.emulator.clock.advance(900_000)
    await scene.rest()
    expect(refOid(scene.world.state, scene.home().id, 'refs/heads/post-mortem/1')).not.toBeNull()
    expect(scene.board()).toContain('Post-mortem: #')
  })
})

test('ninety-nine sub-issues of mallory’s before it opens: the board names the steps without a page, until there is room', async () => {
  const scene = await openScene()
  await scene.declare({}, 'unseen')
  const [mallory, parent] = [scene.actor('mallory'), scene.issue().id]
  const others = Array.from({ length: 99 }, () => {
    const { id } = createIssue(scene.world, mallory, scene.home().id, { title: 'x', body: 'x' })
    addSubIssue(scene.world, mallory, parent, id)
    return id
  })
  await scene.rest()
  expect(scene.board()).toContain('**GitHub has no room for the pages of `find-cause`, `tell-company`**')
  for (const id of others.slice(0, 5)) removeSubIssue(scene.world, mallory, parent, id)
  scene.emulator.clock.advance(900_000)
  await scene.rest()
  expect(scene.board()).not.toContain('GitHub has no room')
  expect(scene.issue('tell-company').parentId).toBe(parent)
})
