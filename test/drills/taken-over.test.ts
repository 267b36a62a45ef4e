import { issuesOf, push } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import type { Identity } from '../scenario.ts'
import { openScene, type Scene, small, team } from './scene.ts'

// An incident opened by one of our identities and taken over by the other, once today's default branch lists the first.

const alone = team.replace(/^identities: .*\n/m, '')

const steps = ['Stop the harm', 'Find the cause', 'Tell the company']

const opened = async (identity: Identity): Promise<Scene> => {
  const scene = await openScene({ identity, given: { ...small, '.github/incidents.yml': alone } })
  await scene.declare()
  return scene
}

/** The first identity is listed on the default branch, and from now on the other one serves. */
const takeOver = async (scene: Scene, from: Identity): Promise<void> => {
  const app = [...scene.world.state.apps.values()].find(one => one.slug === scene.emulator.app.slug)
  const listed = from === 'action' ? 41898282 : app?.botId
  const files = { '.github/incidents.yml': `${alone}identities: [${listed}]\n` }
  push(scene.world, scene.actor('dana'), scene.home().id, { branch: 'main', files })
  await scene.scenario.rest(from === 'action' ? 'app' : 'action')
}

const pagesIn = (scene: Scene): readonly string[] =>
  issuesOf(scene.world.state, scene.home().id)
    .filter(one => one.number !== scene.scenario.incident())
    .map(one => one.title.replace(/^.*?\d+\/\d+:? ?/, ''))

describe.each<[Identity, Identity]>([
  ['action', 'app'],
  ['app', 'action'],
])('opened by the %s and taken over by the %s', first => {
  test('the checklist is not opened again, and commands are still heard', async () => {
    const scene = await opened(first)
    const before = pagesIn(scene)
    expect(before).toHaveLength(steps.length)
    await takeOver(scene, first)
    expect(pagesIn(scene)).toEqual(before)
    await scene.posts('dana', '/ic\n/severity SEV-1 the shop is down')
    await scene.scenario.rest(first === 'action' ? 'app' : 'action')
    expect(scene.labels()).toContain('SEV-1')
    expect(pagesIn(scene)).toEqual(before)
  })

  test('a reply that was given stands, and is not given twice', async () => {
    const scene = await opened(first)
    await scene.says('mallory', '/severity SEV-4 it was only me testing')
    const said = () => scene.comments().map(({ body }) => body.replace(/^\*\*No ruleset .*\n\n/m, ''))
    const before = said()
    await takeOver(scene, first)
    await takeOver(scene, first)
    expect(said()).toEqual(before)
  })
})

test('who is listed on the incident’s own root only, and no longer today, is not ours', async () => {
  const scene = await openScene({ identity: 'action' })
  await scene.declare()
  const before = pagesIn(scene)
  push(scene.world, scene.actor('dana'), scene.home().id, {
    branch: 'main',
    files: { '.github/incidents.yml': alone },
  })
  const events = scene.events().length
  await scene.scenario.rest('app')
  expect(scene.events()).toHaveLength(events)
  expect(pagesIn(scene)).toEqual(before)
  expect(scene.comments().some(one => one.body.includes('github-actions'))).toBe(true)
})
