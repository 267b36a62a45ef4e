import { isDeepStrictEqual } from 'node:util'
import type { FaultMode, FaultOrder } from 'github-emulator'
import { afterEach, describe, expect, test } from 'vitest'
import { standing } from '../../src/drill/standing.ts'
import { firstDifference } from '../laws/prefix.ts'
import { draw } from '../laws/sample.ts'
import { picture } from '../picture.ts'
import { type AppWorld, closeApp, openApp } from './app-world.ts'

/** A sample of the places, drawn for each kind of refusal; all of them in `npm run test:all`. */
const sampled = <T>(places: readonly T[], mode: string): readonly T[] =>
  draw(`${mode} of ${places.length}`, places, Math.ceil(places.length / 6))

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1)

// Whatever GitHub answers for a moment: within a minute the App has looked again, and nobody was told of what passed.

const opened: AppWorld[] = []
const open = async (...args: Parameters<typeof openApp>): Promise<AppWorld> => {
  const world = await openApp(...args)
  opened.push(world)
  return world
}
afterEach(async () => {
  for (const world of opened.splice(0)) await closeApp(world)
})

const declare = (world: AppWorld) =>
  world.ask('bob', 'POST', '/issues', { title: 'Report', body: 'It is down.', labels: ['incident'] })
const say = (world: AppWorld, body: string) => world.ask('dana', 'POST', '/issues/1/comments', { body })

const words = (world: AppWorld): string =>
  [...world.emulator.world.state.comments.values()].map(one => one.body).join('\n')

/** An incident that opens and a command, with this fault on the way. */
const play = async (order: FaultOrder | null, seconds: number): Promise<AppWorld> => {
  const world = await open()
  await declare(world)
  if (order !== null) world.emulator.faults.add(order)
  await world.pass(0)
  await say(world, '/ic\n/severity SEV-1 nobody can sign in')
  await world.pass(seconds)
  return world
}

const writing = { mutating: true, path: '/graphql' }

describe('one refusal of one request', () => {
  const modes: readonly FaultMode[] = ['401', '403', '404']
  test.each(modes)('%s at any write: the same end within a minute, and no alarm', async mode => {
    const undisturbed = await play(null, 0)
    const end = picture(undisturbed.emulator)
    const writes = undisturbed.emulator.requests.filter(one => one.mutating && one.identity.startsWith('inst')).length
    expect(writes).toBeGreaterThan(4)
    for (const request of sampled(upTo(writes), mode)) {
      const world = await play({ request, mode, where: { ...writing, identity: idOf(undisturbed) } }, 60)
      const found = picture(world.emulator)
      expect(isDeepStrictEqual(found, end) ? null : `${request}: ${firstDifference(end, found, '')}`).toBe(null)
      expect(world.emulator.faults.pending()).toEqual([])
      expect(words(world)).not.toMatch(/cannot carry out commands|cannot write the record/)
    }
  })

  test.each([...modes, '502-before' as const])('%s at any read: the same end within a minute', async mode => {
    const undisturbed = await play(null, 0)
    const end = picture(undisturbed.emulator)
    for (const request of sampled(upTo(4), mode)) {
      const world = await play({ request, mode, where: { mutating: false, path: '/graphql' } }, 60)
      const found = picture(world.emulator)
      expect(isDeepStrictEqual(found, end) ? null : `${request}: ${firstDifference(end, found, '')}`).toBe(null)
    }
  })

  test.each(['too-quickly', 'priority-taken', 'forbidden'] as const)(
    '%s at any alias: the others are done, and the same end within two minutes',
    async mode => {
      const undisturbed = await play(null, 0)
      const end = picture(undisturbed.emulator)
      const writes = undisturbed.emulator.requests.filter(one => one.mutating && one.path === '/graphql')
      const places = writes.flatMap(({ aliases }, k) => aliases.map(({ field }, i) => [k + 1, i + 1, field] as const))
      for (const [request, alias, field] of sampled(places, mode)) {
        const world = await play({ request, mode, alias, where: writing }, 120)
        const found = picture(world.emulator)
        const where = `${request}.${alias} ${field}`
        expect(isDeepStrictEqual(found, end) ? null : `${where}: ${firstDifference(end, found, '')}`).toBe(null)
        expect(words(world)).not.toMatch(/cannot carry out commands/)
      }
    },
  )
})

const idOf = ({ emulator }: AppWorld): string => `installation:${emulator.app.installationId}`

describe('a run that can get no token', () => {
  const where = { path: /^\/app\/installations\/\d+\/access_tokens/ }
  test.each<FaultMode>(['401', '403', '404', '502-before', 'reset-before', 'timeout-before'])(
    '%s: it is made within a minute, and the log says why it was not at once',
    async mode => {
      const world = await open()
      // octokit repeats some of these at once
      for (let request = 1; request <= 8; request += 1) world.emulator.faults.add({ request, mode, where })
      await declare(world)
      await world.pass(5)
      world.emulator.faults.clear()
      await world.pass(60)
      expect(world.ended.at(-1)).toBe('settled')
      expect(standing(world.emulator).board(1)).toContain('Stop the harm')
    },
  )
})

describe('an installation', () => {
  test('is suspended, and everything waits; lifted, it is looked at at once', async () => {
    const world = await open()
    const id = world.emulator.app.installationId
    await declare(world)
    await world.pass(0)
    world.emulator.suspend(id, true)
    await world.pass(0)
    const before = world.ended.length
    await say(world, '/ic')
    await world.pass(20)
    expect(world.ended.slice(before)).not.toContain('settled')
    world.emulator.suspend(id, false)
    await world.pass(1)
    expect(words(world)).toContain('Incident commander')
    expect(world.ended.at(-1)).toBe('settled')
  })

  test('of one tenant fails in a resync: it is tried again by itself, and the log names what failed', async () => {
    const world = await open()
    await declare(world)
    await world.pass(0)
    const where = { path: '/installation/repositories' }
    for (let request = 1; request <= 3; request += 1) world.emulator.faults.add({ request, mode: '502-before', where })
    void world.running.resync()
    await world.pass(2)
    const told = world.log.filter(({ level }) => level >= 40).map(({ msg }) => msg)
    expect(told).toEqual([
      expect.stringMatching(/^could not list the incidents: status 502\. Tocsin looks again in 1\d/),
    ])
    const before = world.ended.length
    await world.pass(20)
    expect(world.ended.length).toBe(before + 1)
  })
})

describe('a comment on the page of an incident', () => {
  test('wakes a run if the parser would answer it, and talk costs no request, with whatever paths in it', async () => {
    const world = await open()
    await declare(world)
    await world.pass(0)
    const from = world.emulator.requests.length
    await say(world, 'see /etc/passwd, and https://example.com/a')
    await say(world, '/home was wiped')
    await world.pass(0)
    const sent = world.emulator.requests.slice(from).filter(({ identity }) => !identity.startsWith('user:'))
    expect(sent).toEqual([])
    await say(world, '✅ /ic')
    await world.pass(0)
    expect(words(world)).toContain('@dana `✅ /ic`')
  })
})

test('a run is given the channels of its own installation, and of the account that it is on', async () => {
  const world = await open()
  await declare(world)
  await world.pass(0)
  const installation = world.emulator.app.installationId
  expect(world.tenants.length).toBeGreaterThan(0)
  for (const tenant of world.tenants) expect(tenant).toEqual({ installation, owner: 'acme' })
})

describe('what lasts is told', () => {
  test('the record is refused for good: nobody is told at once, and once after half a minute', async () => {
    const world = await open()
    world.emulator.faults.refuse('createRef')
    world.emulator.faults.refuse('createCommitOnBranch')
    await declare(world)
    await world.pass(1)
    expect(words(world)).toBe('')
    await world.pass(60)
    expect(words(world).match(/cannot carry out commands yet/g)).toHaveLength(1)
    expect(words(world)).toContain('*Contents: read and write*')
    world.emulator.faults.clear()
    await world.pass(150)
    expect(standing(world.emulator).board(1)).toContain('Stop the harm')
  })

  test('pauses grow and end: a dead end costs little', async () => {
    const world = await open()
    await declare(world)
    await world.pass(0)
    world.emulator.suspend(world.emulator.app.installationId, true)
    await world.pass(0)
    const from = world.emulator.requests.length
    void world.running.resync()
    await world.pass(300)
    expect(world.emulator.requests.length - from).toBeLessThan(40)
  })
})
