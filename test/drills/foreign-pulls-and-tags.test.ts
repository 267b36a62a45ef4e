import { accountByLogin, createPull, createRef, deleteRef, mergePull, pullsOf, push, refOid } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { standing } from '../../src/drill/standing.ts'
import { openScene, type Scene } from './scene.ts'

// Somebody with write access makes beforehand, or in between, what we would make: nothing of hers becomes ours.

const ready = async (): Promise<Scene> => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('dana', '/ic\n/done stop-harm')
  return scene
}

const byMallory = (scene: Scene, branch: string): number => {
  const files = { 'incidents/1/post-mortem.md': 'Nothing happened.\n' }
  push(scene.world, scene.actor('mallory'), scene.home().id, { branch, files })
  return createPull(scene.world, scene.actor('mallory'), scene.home().id, {
    title: 'Post-mortem',
    head: branch,
    base: 'main',
  }).id
}

const ours = (scene: Scene) => {
  const us = accountByLogin(scene.world.state, scene.emulator.app.slug)?.id
  return pullsOf(scene.world.state, scene.home().id).filter(
    pull => scene.world.state.issues.get(pull.issueId)?.authorId === us,
  )
}

const isNamed = (scene: Scene): void => {
  const number = scene.world.state.issues.get(ours(scene).at(-1)?.issueId ?? 0)?.number
  expect(scene.board()).toContain(`Post-mortem: #${number}.`)
}

const quiet = async (scene: Scene): Promise<void> => {
  const writes = scene.writes()
  await scene.rest()
  expect(writes()).toBe(0)
  expect(scene.emulator.violations).toEqual([])
}

const secondsLater = (scene: Scene): void => scene.emulator.clock.advance(2_000)

describe('a pull request of somebody else’s', () => {
  test('made after the close and before our run: ours goes beside it, and the board names ours', async () => {
    const scene = await ready()
    await scene.act('dana', 'PATCH', '/issues/1', { state: 'closed', state_reason: 'completed' })
    secondsLater(scene)
    byMallory(scene, 'post-mortem/1')
    await scene.rest()
    expect(ours(scene).map(pull => pull.headRef)).toEqual(['post-mortem/1-2'])
    isNamed(scene)
    await quiet(scene)
  })

  test('made while the incident was open again: the same', async () => {
    const scene = await ready()
    await scene.closes('dana')
    mergePull(scene.world, scene.actor('erin'), ours(scene)[0]?.id ?? 0)
    await scene.reopens('bob')
    byMallory(scene, 'post-mortem/1-2')
    await scene.closes('dana')
    expect(ours(scene).map(pull => pull.headRef)).toEqual(['post-mortem/1', 'post-mortem/1-3'])
    isNamed(scene)
    await quiet(scene)
  })

  test('made beside ours: it is not named, and not reviewed', async () => {
    const scene = await ready()
    await scene.closes('dana')
    byMallory(scene, 'post-mortem/1-2')
    await quiet(scene)
    isNamed(scene)
  })

  test('made and closed by her: nothing was decided on ours', async () => {
    const scene = await ready()
    await scene.act('dana', 'PATCH', '/issues/1', { state: 'closed', state_reason: 'completed' })
    secondsLater(scene)
    byMallory(scene, 'post-mortem/1')
    const number = scene.world.state.issues.get(pullsOf(scene.world.state, scene.home().id)[0]?.issueId ?? 0)?.number
    await scene.act('mallory', 'PATCH', `/pulls/${number}`, { state: 'closed' })
    await scene.rest()
    expect(ours(scene)).toHaveLength(1)
    isNamed(scene)
    await quiet(scene)
  })
})

test('the description of ours, written anew by people, leaves it ours', async () => {
  const scene = await ready()
  await scene.closes('dana')
  const number = scene.world.state.issues.get(ours(scene)[0]?.issueId ?? 0)?.number
  await scene.act('erin', 'PATCH', `/pulls/${number}`, { body: 'Please read it by Friday.' })
  await quiet(scene)
  isNamed(scene)
})

describe('where workflows may not open pull requests', () => {
  const closedByAction = async (): Promise<Scene> => {
    const scene = await openScene({ identity: 'action' })
    const home = scene.home()
    scene.world.state.repositories.set(home.id, { ...home, actionsMayCreatePulls: false })
    await scene.declare()
    await scene.says('dana', '/ic\n/done stop-harm')
    await scene.closes('dana')
    expect(scene.board()).toContain('open it by hand')
    return scene
  }
  const opened = async (scene: Scene): Promise<number> => {
    const wanted = { title: 'Post-mortem', head: 'post-mortem/1', base: 'main' }
    const made = (await scene.act('erin', 'POST', '/pulls', wanted)) as { number: number }
    await scene.rest()
    return made.number
  }
  const idOf = (scene: Scene): number => pullsOf(scene.world.state, scene.home().id)[0]?.id ?? 0

  test('one that somebody opens of our branch is the post-mortem', async () => {
    const scene = await closedByAction()
    const number = await opened(scene)
    expect(scene.board()).toContain(`Post-mortem: #${number}.`)
    await quiet(scene)
  })

  test.each(['merged', 'closed'])('and %s, with its branch deleted, it was decided on', async how => {
    const scene = await closedByAction()
    const number = await opened(scene)
    scene.emulator.clock.advance(60_000)
    if (how === 'merged') mergePull(scene.world, scene.actor('erin'), idOf(scene))
    else await scene.act('erin', 'PATCH', `/pulls/${number}`, { state: 'closed' })
    await scene.act('erin', 'DELETE', '/git/refs/heads/post-mortem/1')
    await quiet(scene)
    expect(pullsOf(scene.world.state, scene.home().id)).toHaveLength(1)
  })
})

describe('a tag', () => {
  const tagged = (scene: Scene, oid: string): void => {
    createRef(scene.world, scene.actor('mallory'), scene.home().id, 'refs/tags/incident-1-1', oid)
  }
  const ref = (scene: Scene, name: string): string => refOid(scene.world.state, scene.home().id, name) ?? ''
  const text = (scene: Scene): string => standing(scene.emulator).postMortem(1) ?? ''

  test('of ours holds the close', async () => {
    const scene = await ready()
    await scene.closes('dana')
    expect(text(scene)).toContain(`| Tag | \`incident-1-1\` |`)
    expect(text(scene)).toContain(`\`${ref(scene, 'refs/tags/incident-1-1')}\``)
    expect(ref(scene, 'refs/tags/incident-1-1')).toBe(ref(scene, 'refs/heads/incident/1'))
  })

  test.each([
    ['on a commit of hers', (scene: Scene) => ref(scene, 'refs/heads/main')],
    ['on the record as it was before the close', (scene: Scene) => ref(scene, 'refs/heads/incident/1')],
  ])('made in advance %s: the post-mortem says so, and names the commit that holds the close', async (_where, on) => {
    const scene = await ready()
    const theirs = on(scene)
    tagged(scene, theirs)
    await scene.closes('dana')
    const closing = ref(scene, 'refs/heads/incident/1')
    expect(text(scene)).not.toContain(theirs)
    expect(text(scene)).toContain(`\`${closing}\``)
    expect(text(scene)).toContain('`incident-1-1` does not hold these events: somebody else created it')
    expect(text(scene)).toContain(`git ls-tree --name-only ${closing} incidents/1/events/`)
    await scene.says('bob', '/timeline 21:50Z the last light went out')
    await quiet(scene)
    expect(text(scene)).toContain(`\`${closing}\``)
  })

  test('is made on the commit of its close, though more was said since', async () => {
    const scene = await ready()
    await scene.closes('dana')
    const closing = ref(scene, 'refs/tags/incident-1-1')
    await scene.says('bob', '/timeline 21:50Z the last light went out')
    deleteRef(scene.world, scene.actor('mallory'), scene.home().id, 'refs/tags/incident-1-1')
    await scene.rest()
    expect(ref(scene, 'refs/tags/incident-1-1')).toBe(closing)
    await quiet(scene)
  })
})

test('a secret that only seems to be cut out of the report is no secret', async () => {
  const scene = await openScene()
  await scene.declare({ body: '### What did you see?\n\nThe log says [removed: github] everywhere.\n' })
  expect(scene.events()[0]?.seen).toContain('[removed: github]')
  expect(scene.replies()).toEqual([])
})
