import { addRepository, addRuleset, push, setRole } from 'github-emulator'
import { expect, test } from 'vitest'
import { connect } from '../../src/adapters/github/client/client.ts'
import { requestWith } from '../../src/adapters/github/client/octokit.ts'
import { repositoryKey } from '../../src/domain/terms/incident-ref.ts'
import { type RulesetCheck, startRulesetCheck } from '../../src/runtime/check-rulesets.ts'
import { resyncInstallation } from '../../src/runtime/resync.ts'
import { openScene, type Scene, small, team } from './scene.ts'

// The App can be kept alone with its record by a ruleset: where there is none, whoever runs it is told in its first look, and the
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

test('in its first resync the App is told which of the repositories that use it have none, once', async () => {
  const scene = await openScene({ given: alone })
  const { emulator, world } = scene
  const others = ['website', 'archive'].map(name =>
    addRepository(world, { owner: 'acme', name, visibility: 'private', files: { 'README.md': '#' } }),
  )
  const [, archive] = others
  if (archive === undefined) throw new Error('there is no archive')
  // it had an incident once, and lost its configuration since
  setRole(world, archive.id, scene.actor('dana').user, 'write')
  push(world, scene.actor('dana'), archive.id, { branch: 'incident/3', files: { 'incidents/3/x': 'y' } })
  const found: string[] = []
  const check = startRulesetCheck(repository => found.push(repositoryKey(repository)))
  const token = emulator.installationToken()
  const request = requestWith(token, emulator.api).defaults({ request: { fetch: emulator.fetch } })
  const resync = async (inUse: RulesetCheck): Promise<readonly string[]> => {
    const from = emulator.requests.length
    await resyncInstallation(1, {
      connect: async () => connect({ request }),
      add: () => undefined,
      settled: { isSettled: () => true, look: () => undefined },
      inUse,
      unlisted: (_, why) => found.push(String(why)),
    })
    return emulator.requests.slice(from).flatMap(({ path }) => /\/repos\/(.+)\/rules\//.exec(path)?.[1] ?? [])
  }
  expect((await resync(check)).toSorted()).toEqual(['acme/archive', 'acme/incidents'])
  expect(found.toSorted()).toEqual(['acme/archive', 'acme/incidents'])
  expect(await resync(check)).toEqual([])
  expect(found).toHaveLength(2)
  protect(scene)
  await resync(startRulesetCheck(repository => found.push(repositoryKey(repository))))
  expect(found.slice(2)).toEqual(['acme/archive'])
})

test('one of which GitHub does not say it is asked about again in the next', async () => {
  const scene = await openScene({ given: alone })
  const { emulator } = scene
  const request = requestWith(emulator.installationToken(), emulator.api).defaults({
    request: { fetch: emulator.fetch },
  })
  const found: string[] = []
  const check = startRulesetCheck(repository => found.push(repositoryKey(repository)))
  emulator.faults.add({ request: 1, mode: '404', where: { path: /\/rules\/branches\// } })
  const home = { owner: 'acme', repo: 'incidents' }
  await check(connect({ request }), home)
  expect(found).toEqual([])
  await check(connect({ request }), home)
  expect(found).toEqual(['acme/incidents'])
})
