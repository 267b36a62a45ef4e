import { addSubIssue, createComment, createIssue, type Emulator, type World } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import type { GitHub } from '../../../src/adapters/github/client/client.ts'
import { firstLook } from '../../../src/adapters/github/client/first-look.ts'
import { read } from '../../../src/adapters/github/read/read.ts'
import type { Snapshot } from '../../../src/domain/view/snapshot.ts'
import { actorOf, asApp, repositoryOf, startVault } from './room.ts'

// GitHub gives up on long lists with lists in them, HTTP 200: what is read in small pieces must be the same incident.

const ref = { owner: 'acme', repo: 'vault', number: 1 }

const large = (world: World): void => {
  const [alice, { id }] = [actorOf(world, 'alice'), repositoryOf(world)]
  const [first] = [...world.state.issues.values()]
  if (first === undefined) throw new Error('no incident')
  for (let k = 0; k < 70; k += 1) createComment(world, alice, first.id, `talk ${k}`)
  for (let n = 0; n < 61; n += 1) {
    const step = createIssue(world, alice, id, { title: `step ${n}` })
    addSubIssue(world, alice, first.id, step.id)
    if (n % 20 === 0) for (let k = 0; k < 40; k += 1) createComment(world, alice, step.id, `talk ${k}`)
  }
}

const open = (): Promise<Emulator> => startVault({}, large)

const seen = async (github: GitHub): Promise<Snapshot> => {
  const answer = await read(github, ref)
  if (answer.is !== 'snapshot') throw new Error(`no snapshot: ${answer.is}`)
  return answer.snapshot
}

/** All that is decided from. When it was read, and in how many pages, is another matter. */
const matter = ({ now: _now, asked: _asked, paged: _paged, ...rest }: Snapshot): unknown => rest

describe('GitHub gives up on lists of more than', () => {
  test.each([99, 64, 50, 33, 20, 10, 7, 5])(
    '%i a page: asked narrower, paged on, and the same incident',
    async above => {
      const emulator = await open()
      const whole = await seen(asApp(emulator))
      expect([whole.complete, whole.children.length, whole.issue.thread.length]).toEqual([true, 61, 71])
      emulator.faults.limitResources(above)
      expect(matter(await seen(asApp(emulator)))).toEqual(matter(whole))
      expect(emulator.violations).toEqual([])
    },
  )

  test('30 a page, with all that stands above them: the same', async () => {
    const emulator = await open()
    const whole = await seen(asApp(emulator))
    emulator.faults.limitResources(30, { parent: true })
    expect(matter(await seen(asApp(emulator)))).toEqual(matter(whole))
  })

  test('once only: the next request is at once, and smaller', async () => {
    const emulator = await open()
    const whole = await seen(asApp(emulator))
    const from = emulator.requests.length
    emulator.faults.add({ request: 1, mode: 'resource-limits' })
    expect(matter(await seen(asApp(emulator)))).toEqual(matter(whole))
    expect(emulator.requests.slice(from).filter(one => one.operation === 'Incident')).toHaveLength(2)
  })

  test('the next read of the same run begins with what GitHub gave', async () => {
    const emulator = await open()
    emulator.faults.limitResources(50)
    const first = await read(asApp(emulator), ref)
    expect(first).toMatchObject({ is: 'snapshot', size: 50 })
    const from = emulator.requests.length
    await read(asApp(emulator), ref, [], 50)
    expect(emulator.requests.slice(from).filter(one => one.operation === 'Incident')).toHaveLength(1)
  })

  test('nothing at all: it is said, after a few requests', async () => {
    const emulator = await open()
    emulator.faults.limitResources(0)
    const from = emulator.requests.length
    expect(await read(asApp(emulator), ref)).toMatchObject({ is: 'refused', why: 'too-large' })
    expect(emulator.requests.length - from).toBeLessThan(10)
  })
})

test('a part given up is never taken for absence: people, too, are asked for again in halves', async () => {
  const emulator = await open()
  const whole = await seen(asApp(emulator))
  for (let request = 1; request <= 6; request += 1) {
    const trying = await open()
    trying.faults.add({ request, mode: 'resource-limits', parent: true })
    const answer = await read(asApp(trying), ref, ['alice', 'bob', 'carol'])
    if (answer.is === 'snapshot' && answer.snapshot.complete) {
      expect(answer.snapshot.children).toHaveLength(whole.children.length)
      expect(answer.snapshot.members.map(one => `${one.login} ${one.role}`)).toEqual(
        whole.members.map(one => `${one.login} ${one.role}`),
      )
    }
  }
})

test('a resync’s list is asked for in smaller pages', async () => {
  const emulator = await open()
  const query: GitHub['query'] = async (document, variables) => {
    const answer = await asApp(emulator).query(document, variables)
    if (!('first' in variables) || Number(variables.first) < 40 || answer.is !== 'answered') return answer
    const errors = [{ type: 'RESOURCE_LIMITS_EXCEEDED', path: ['repository'], message: 'x' }]
    return { ...answer, data: { repository: null }, errors }
  }
  expect(await firstLook({ ...asApp(emulator), query }, { owner: 'acme', repo: 'vault' })).toMatchObject({
    sights: [{ number: 1 }],
  })
})
