import { addRuleset } from 'github-emulator'
import { expect, test } from 'vitest'
import { connect } from '../../src/adapters/github/client/client.ts'
import { requestWith } from '../../src/adapters/github/client/octokit.ts'
import { repositoryKey } from '../../src/domain/terms/incident-ref.ts'
import { checkRulesets } from '../../src/runtime/check-rulesets.ts'
import { openScene, type Scene, small, team } from './scene.ts'

// The App can be kept alone with its record by a ruleset: where there is none, whoever runs it is told at its start, and the
// board says so.

const alone = { ...small, '.github/incidents.yml': team.replace(/^identities.*\n/m, '') }

const protect = (scene: Scene): void => {
  addRuleset(scene.world, scene.home().id, {
    name: 'records',
    include: ['refs/heads/incident/**'],
    rules: ['creation', 'update', 'deletion', 'non_fast_forward'],
    bypass: [{ type: 'Integration', appId: scene.emulator.app.id }],
  })
}

const missing = 'No ruleset protects the record of this incident'

test('without one the board says so, until there is one', async () => {
  const scene = await openScene({ given: alone })
  await scene.declare()
  await scene.says('dana', '/ic')
  expect(scene.board()).toContain(missing)
  protect(scene)
  await scene.rest()
  expect(scene.board()).not.toContain(missing)
  await scene.says('dana', '/severity SEV-1 worse')
  expect(scene.board()).toContain('· SEV-1 ·')
  const writes = scene.writes()
  await scene.rest()
  expect(writes()).toBe(0)
  expect(scene.emulator.violations).toEqual([])
})

test('where workflows may write the record too none is asked for', async () => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('dana', '/ic')
  expect(scene.board()).not.toContain(missing)
})

test('at its start the App is told which repositories have none', async () => {
  const scene = await openScene({ given: alone })
  const open = async (): Promise<readonly string[]> => {
    const found: string[] = []
    const { emulator } = scene
    const token = emulator.installationToken()
    const request = requestWith(token, emulator.api).defaults({ request: { fetch: emulator.fetch } })
    await checkRulesets({
      installations: async () => [1, 2],
      connect: async installation => {
        if (installation === 1) throw new Error('suspended')
        return connect({ request })
      },
      open: repository => found.push(repositoryKey(repository)),
      unread: why => found.push(String(why)),
    })
    return found
  }
  expect(await open()).toEqual(['acme/incidents'])
  protect(scene)
  expect(await open()).toEqual([])
})
