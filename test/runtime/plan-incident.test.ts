import { accountByLogin, push, setVisibility } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { readOnly } from '../../src/adapters/github/client/read-only.ts'
import { type PlannedIncident, planIncident } from '../../src/runtime/plan-incident.ts'
import { openScene, type Scene, small, team } from '../drills/scene.ts'
import { portsOf, ref } from './connection.ts'

// A dry run is looked at before anybody trusts the product with a repository: whatever it meets, it only reads.

/** A dry run, which has sent queries and nothing else, and left the world as it was. */
const dryRun = async (scene: Scene, number: number, token?: string): Promise<PlannedIncident> => {
  const from = scene.emulator.requests.length
  const before = structuredClone([...scene.world.state.issues.values(), ...scene.world.state.comments.values()])
  const planned = await planIncident(ref(number), portsOf(scene, token))
  const sent = scene.emulator.requests.slice(from)
  expect(sent.length).toBeGreaterThan(0)
  expect(sent.filter(one => one.mutating)).toEqual([])
  expect([...scene.world.state.issues.values(), ...scene.world.state.comments.values()]).toEqual(before)
  expect(JSON.parse(JSON.stringify(planned))).toEqual(planned)
  return planned
}

const words = ({ operations }: PlannedIncident): readonly string[] => operations.map(one => one.words)

test('of an incident in order nothing would be done', async () => {
  const scene = await openScene({ memory: 0 })
  await scene.declare()
  expect(await dryRun(scene, 1)).toMatchObject({ outcome: 'in-order', events: [], commits: false, operations: [] })
})

test('a new report: what would be recorded and opened, in words and as data, with nobody told', async () => {
  const scene = await openScene({ memory: 0 })
  await scene.declare({}, 'unseen')
  const planned = await dryRun(scene, 1)
  expect(planned).toMatchObject({ incident: ref(1), outcome: 'planned', commits: true, moreMayFollow: true })
  expect(planned.events.map(event => event.is)).toEqual(['declared'])
  expect(words(planned)).toContain('open step stop-harm under #1')
  expect(planned.operations.find(one => one.words === 'open step stop-harm under #1')?.operation).toMatchObject({
    do: 'open-step',
    step: 'stop-harm',
  })
  expect(scene.comments()).toEqual([])
  // and a run does just this
  const outcome = await scene.scenario.start().run()
  expect(outcome.run.made.length).toBeGreaterThan(3)
  expect(scene.kinds()).toEqual(['declared'])
})

test('a command that was said: its event by its author, and what follows from it', async () => {
  const scene = await openScene({ memory: 0 })
  await scene.declare()
  await scene.posts('dana', '/ic')
  const planned = await dryRun(scene, 1)
  expect(planned.events).toMatchObject([{ is: 'commander-set', by: { login: 'dana' } }])
  expect(words(planned)).toEqual(expect.arrayContaining(['assign dana to #1', 'edit the board of #1']))
  expect(scene.assignees()).toEqual([])
})

test('with a person’s token, what that person said counts like everybody’s', async () => {
  // the bot that writes the record is listed, as a person's token needs it
  const { world, emulator } = await openScene({ memory: 0 })
  const bot = accountByLogin(world.state, emulator.app.slug)?.id
  const given = { ...small, '.github/incidents.yml': team.replace('[41898282]', `[41898282, ${bot}]`) }
  const scene = await openScene({ memory: 0, given })
  await scene.declare()
  await scene.says('dana', '/ic')
  await scene.posts('dana', '/severity SEV-1 nobody can sign in')
  const [hers, ours] = [await dryRun(scene, 1, scene.emulator.tokenFor('dana')), await dryRun(scene, 1)]
  expect(words(hers)).toContain('create label SEV-1')
  expect(words(hers)).toEqual(words(ours))
})

describe('where there is nothing to do, it says why', () => {
  test('an issue that is no incident', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({ labels: [] }, 'unseen')
    expect(await dryRun(scene, 1)).toMatchObject({ outcome: 'not-an-incident', operations: [] })
  })

  test('a number that no issue has', async () => {
    expect(await dryRun(await openScene({ memory: 0 }), 404)).toMatchObject({ outcome: 'absent', operations: [] })
  })

  test('a repository that is not private', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({}, 'unseen')
    setVisibility(scene.world, null, scene.home().id, 'public')
    expect(await dryRun(scene, 1)).toMatchObject({ outcome: 'not-private', events: [], operations: [] })
  })

  test('a token that GitHub does not take', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare()
    expect(await dryRun(scene, 1, 'ghs_wrong')).toMatchObject({ outcome: 'unauthorised', operations: [] })
  })

  test('a record that somebody else has written to: people would be told, and no more', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare()
    push(scene.world, scene.actor('bob'), scene.home().id, { branch: 'incident/1', files: { 'incidents/1/x': 'y' } })
    const planned = await dryRun(scene, 1)
    expect(planned).toMatchObject({ outcome: 'ledger-tampered', events: [], commits: false })
    expect(words(planned)).toEqual(['reply on #1'])
  })
})

test('what another run has under its lease is left to it, also if it died', async () => {
  const scene = await openScene({ memory: 0 })
  await scene.declare({}, 'unseen')
  const dying = scene.scenario.start('app', { request: 2, when: 'after' })
  void dying.run()
  await dying.killed
  const planned = await dryRun(scene, 1)
  expect(planned).toMatchObject({ outcome: 'planned', events: [], until: '2026-03-01T21:45:00.000Z' })
  expect(words(planned)).toContain('add label SEV-2 to #1')
  expect(words(planned).filter(line => line.startsWith('open step'))).toEqual([])
})

test('a mutation is refused before it leaves, should a rule ever ask for one', async () => {
  const scene = await openScene({ memory: 0 })
  const from = scene.emulator.requests.length
  const github = readOnly(portsOf(scene).github)
  await expect(github.mutate('mutation { x }', {})).rejects.toThrow('a dry run sends no mutation')
  const issue = { owner: 'acme', repo: 'response', title: 'x' }
  await expect(github.rest('POST /repos/{owner}/{repo}/issues', issue)).rejects.toThrow('a dry run only reads')
  expect(scene.emulator.requests.length).toBe(from)
})
