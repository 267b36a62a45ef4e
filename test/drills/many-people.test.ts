import { accountByLogin, addUser, pullsOf, repositoryByName, setRole, type World } from 'github-emulator'
import { expect, test } from 'vitest'
import { fill, owner, repo } from '../../src/drill/stage.ts'
import { standing } from '../../src/drill/standing.ts'
import { openScene, type Scene, small } from './scene.ts'

// More people than one answer of GitHub's brings, all of them listed before those who matter.

const crowd = (world: World, given: Record<string, string> = small): void => {
  const people = Array.from({ length: 130 }, (_, i) => addUser(world, { login: `person-${i}` }))
  fill(world, given)
  const home = repositoryByName(world.state, owner, repo)
  for (const { id } of people) setRole(world, home?.id ?? 0, id, 'write')
}

const asked = (scene: Scene): readonly number[] =>
  pullsOf(scene.world.state, scene.home().id).flatMap(pull => pull.requestedReviewerIds)

const idOf = (scene: Scene, login: string): number | undefined => accountByLogin(scene.world.state, login)?.id

const deployments = ['app', 'action'] as const

test.each(deployments)(
  'through the %s: the roster is known, its commander can close, its reviewers are asked',
  async identity => {
    const scene = await openScene({ identity, setUp: world => crowd(world) })
    await scene.declare()
    expect(scene.events()[0]?.roster).toMatchObject({
      'incident-commander': [{ login: 'dana' }, { login: 'erin' }],
      counsel: [{ login: 'carol' }],
    })
    await scene.says('dana', '/ic')
    expect(scene.board()).not.toMatch(/acting/i)
    await scene.says('bob', '/done', 'stop-harm')
    await scene.closes('dana')
    expect(scene.issue().state).toBe('closed')
    expect(asked(scene)).toEqual([idOf(scene, 'erin')])
    expect(scene.emulator.violations).toEqual([])
  },
)

test.each(deployments)('through the %s: a roster of more people than one look-up asks for', async identity => {
  const names = Array.from({ length: 120 }, (_, i) => `person-${129 - i}`)
  const roles = Array.from({ length: 8 }, (_, i) => `  role-${i}: [${names.slice(i * 15, i * 15 + 15).join(', ')}]\n`)
  const team = `roster:\n${roles.join('')}  incident-commander: [dana]\nplaybook: outage\nidentities: [41898282]\n`
  const scene = await openScene({
    identity,
    setUp: world => crowd(world, { ...small, '.github/incidents.yml': team }),
  })
  await scene.declare()
  const roster = Object.values(scene.events()[0]?.roster ?? {})
  expect(roster.flat()).toHaveLength(121)
  expect(standing(scene.emulator).board(1)).toContain('@dana')
})
