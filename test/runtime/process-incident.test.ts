import { addRuleset, push, setVisibility } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { oneRun, type Patience, type Processed, processIncident } from '../../src/runtime/process-incident.ts'
import { openScene, type Scene } from '../drills/scene.ts'
import { portsOf, ref } from './connection.ts'

const process = (scene: Scene, number = 1, patience: Patience = oneRun): Promise<Processed> =>
  processIncident(ref(number), [], { ports: portsOf(scene), renew: null, patience })

test('an incident in order is settled, and nothing was done', async () => {
  const scene = await openScene({ memory: 0 })
  await scene.declare()
  expect(await process(scene)).toEqual({
    incident: ref(1),
    outcome: 'settled',
    again: null,
    recorded: [],
    done: [],
    settled: {
      asked: expect.stringContaining('2026-03-01T21:4'),
      due: null,
      began: expect.any(Number),
      head: expect.stringMatching(/^[0-9a-f]{40}$/),
    },
  })
})

describe('what is not settled is not called so', () => {
  test('not an incident', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({ labels: [] }, 'unseen')
    expect(await process(scene)).toMatchObject({ outcome: 'not-an-incident', again: null, done: [] })
  })

  test('no such issue', async () => {
    expect(await process(await openScene({ memory: 0 }), 404)).toMatchObject({ outcome: 'absent', again: null })
  })

  test('not private', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({}, 'unseen')
    setVisibility(scene.world, null, scene.home().id, 'public')
    expect(await process(scene)).toMatchObject({ outcome: 'not-private', again: null, recorded: [], done: [] })
  })

  test('a record that a ruleset keeps from being written: the checklist opens, and the outcome says the rest', async () => {
    const scene = await openScene({ memory: 0 })
    const include = ['refs/heads/incident/**']
    addRuleset(scene.world, scene.home().id, { name: 'closed', include, exclude: [], rules: ['creation'] })
    await scene.declare({}, 'unseen')
    const { outcome, recorded, done } = await process(scene)
    expect([outcome, recorded]).toEqual(['ledger-not-writable', []])
    expect(done.map(one => one.do)).toContain('open-step')
  })

  test('a record that somebody else wrote to, or that is gone', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare()
    push(scene.world, scene.actor('bob'), scene.home().id, { branch: 'incident/1', files: { 'incidents/1/x': 'y' } })
    expect(await process(scene)).toMatchObject({ outcome: 'ledger-tampered', recorded: [] })
    // said once, and the outcome stays what it is
    expect(await process(scene)).toMatchObject({ outcome: 'ledger-tampered', done: [] })
  })
})

describe('a token that GitHub takes no more', () => {
  test('is renewed once, and the run made again', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({}, 'unseen')
    let renewed = 0
    const renew = async () => {
      renewed += 1
      return portsOf(scene)
    }
    const ports = portsOf(scene, 'ghs_old')
    const processed = await processIncident(ref(1), [], { ports, renew, patience: oneRun })
    expect(processed).toMatchObject({ outcome: 'settled', recorded: [{ is: 'declared' }] })
    expect(renewed).toBe(1)
  })

  test('and the new one neither: no third run', async () => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({}, 'unseen')
    let renewed = 0
    const renew = async () => {
      renewed += 1
      return portsOf(scene, 'ghs_new')
    }
    const from = scene.emulator.requests.length
    const ports = portsOf(scene, 'ghs_old')
    const processed = await processIncident(ref(1), [], { ports, renew, patience: oneRun })
    expect(processed).toMatchObject({ outcome: 'unauthorised', again: null })
    expect([renewed, scene.emulator.requests.length - from]).toEqual([1, 2])
  })

  test('where there is no other, that is how it ends', async () => {
    const scene = await openScene({ memory: 0 })
    const ports = portsOf(scene, 'ghs_old')
    const processed = await processIncident(ref(1), [], { ports, renew: null, patience: oneRun })
    expect(processed.outcome).toBe('unauthorised')
  })
})

describe('work that is under another run’s lease', () => {
  const afterDeath = async (): Promise<Scene> => {
    const scene = await openScene({ memory: 0 })
    await scene.declare({}, 'unseen')
    const dying = scene.scenario.start('app', { request: 2, when: 'after' })
    void dying.run()
    await dying.killed
    return scene
  }

  test('who has a queue is told when to come again, by GitHub’s clock', async () => {
    const { outcome, again, done } = await process(await afterDeath())
    expect([outcome, done.filter(one => one.do === 'open-step')]).toEqual(['waiting', []])
    const wait = Date.parse(again?.notBefore ?? '') - Date.parse(again?.now ?? '')
    expect(wait).toBeGreaterThan(50_000)
    expect(wait).toBeLessThanOrEqual(66_000)
  })

  test('who has none waits for it, and no longer than it may', async () => {
    const slept: number[] = []
    const scene = await afterDeath()
    const ports = portsOf(scene, undefined, slept)
    const patience = { runs: 3, milliseconds: 66_000 }
    const { outcome, again, done } = await processIncident(ref(1), [], { ports, renew: null, patience })
    expect([outcome, again]).toEqual(['settled', null])
    expect(done.map(one => one.do)).toContain('open-step')
    expect(slept.filter(milliseconds => milliseconds > 50_000)).toHaveLength(1)

    const late = await process(await afterDeath(), 1, { runs: 3, milliseconds: 10_000 })
    expect(late.outcome).toBe('waiting')
  })

  test('who only waited before has no reason to believe that the record is refused', async () => {
    const scene = await afterDeath()
    const patience = { runs: 2, milliseconds: 66_000 }
    scene.emulator.faults.refuse('createCommitOnBranch')
    const ended = () => processIncident(ref(1), [], { ports: portsOf(scene), renew: null, patience })
    expect((await ended()).outcome).toBe('ledger-refused')
    // and whoever saw it refused has
    expect((await ended()).outcome).toBe('ledger-not-writable')
  })
})
