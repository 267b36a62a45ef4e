import { addRepository, closeIssue, createIssue, createRef, deleteIssue, setRole, transferIssue } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import type { GitHub } from '../../../src/adapters/github/client/client.ts'
import { isUnlisted } from '../../../src/adapters/github/client/find.ts'
import { firstLook } from '../../../src/adapters/github/client/first-look.ts'
import { actorOf, asApp, repositoryOf, startVault } from './room.ts'

const openIncidents = async (github: GitHub, owner: string, repo: string) => {
  const look = await firstLook(github, { owner, repo })
  return isUnlisted(look) ? look : look.sights.map(({ number }) => number)
}

test('open ones, those closed of late, and what has a record and is open, was closed of late or is gone, each once', async () => {
  const emulator = await startVault()
  const { world } = emulator
  const [alice, { id, refs }] = [actorOf(world, 'alice'), repositoryOf(world)]
  const open = (labels: string[]) => createIssue(world, alice, id, { title: 'x', labels })
  closeIssue(world, alice, open(['incident']).id)
  emulator.clock.advance(10 * 86_400_000)
  closeIssue(world, alice, open(['incident']).id)
  emulator.clock.advance(10 * 86_400_000)
  const unlabelled = open([])
  const closed = open([])
  closeIssue(world, alice, closed.id)
  open([])
  const head = refs.get('refs/heads/main') ?? ''
  for (const number of [1, unlabelled.number, closed.number, 77])
    createRef(world, alice, id, `refs/heads/incident/${number}`, head)
  createRef(world, alice, id, 'refs/heads/incident/x', head)
  expect(await openIncidents(asApp(emulator), 'acme', 'vault')).toEqual([1, 3, unlabelled.number, closed.number, 77])
})

test('more than a page of each', async () => {
  const emulator = await startVault()
  const { world } = emulator
  const [alice, { id, refs }] = [actorOf(world, 'alice'), repositoryOf(world)]
  const head = refs.get('refs/heads/main') ?? ''
  for (let i = 0; i < 120; i += 1) createIssue(world, alice, id, { title: 'x', labels: ['incident'] })
  for (let i = 0; i < 110; i += 1) {
    const { number } = createIssue(world, alice, id, { title: 'y' })
    createRef(world, alice, id, `refs/heads/incident/${number}`, head)
  }
  expect(await openIncidents(asApp(emulator), 'acme', 'vault')).toHaveLength(231)
})

test('what it cannot see, it says', async () => {
  const emulator = await startVault()
  expect(await openIncidents(asApp(emulator), 'acme', 'nothing')).toEqual({
    unlisted: 'no such repository, or only a part of an answer',
  })
})

describe('what GitHub did not give is not taken for gone', () => {
  /** Twelve unlabelled issues with a record each. */
  const records = async () => {
    const emulator = await startVault()
    const { world } = emulator
    const [alice, { id, refs }] = [actorOf(world, 'alice'), repositoryOf(world)]
    const numbers = Array.from({ length: 12 }, () => createIssue(world, alice, id, { title: 'y' }).number)
    for (const number of numbers)
      createRef(world, alice, id, `refs/heads/incident/${number}`, refs.get('refs/heads/main') ?? '')
    return { emulator, numbers }
  }

  test.each([
    ['States', 'partial-errors', ''],
    ['States', 'partial-errors', '.state'],
    ['States', 'partial-errors', '.closedAt'],
    ['States', 'forbidden', ''],
    ['SightsOf', 'partial-errors', ''],
    ['SightsOf', 'partial-errors', '.subIssues'],
    ['SightsOf', 'partial-errors', '.updatedAt'],
  ] as const)(
    '%s, %s at an issue%s: the sweep says that it could not list them all',
    async (operation, mode, field) => {
      const { emulator } = await records()
      emulator.faults.add({ request: 1, mode, at: `repository.issue5${field}`, where: { operation } })
      expect(await openIncidents(asApp(emulator), 'acme', 'vault')).toEqual({ unlisted: expect.stringMatching(/\w/) })
      expect(await openIncidents(asApp(emulator), 'acme', 'vault')).toHaveLength(13)
    },
  )

  test('nor the steps of a labelled one, or a record, of the first list', async () => {
    for (const at of ['repository.open.nodes.0.subIssues.nodes', 'repository.records.nodes.3.target']) {
      const { emulator } = await records()
      for (let request = 1; request <= 6; request += 1)
        emulator.faults.add({ request, mode: 'partial-errors', at, where: { operation: 'Sights' } })
      expect(await openIncidents(asApp(emulator), 'acme', 'vault')).toHaveProperty('unlisted')
    }
  })

  test('where it gives up on so many at once, fewer are asked for, and none is left out', async () => {
    const { emulator, numbers } = await records()
    const app = asApp(emulator)
    const query: GitHub['query'] = async (document, variables) => {
      const answer = await app.query(document, variables)
      if (document.split('issueOrPullRequest').length <= 6 || answer.is !== 'answered') return answer
      const errors = numbers.map(number => ({
        type: 'RESOURCE_LIMITS_EXCEEDED',
        path: ['repository', `issue${number}`],
        message: 'x',
      }))
      const repository = Object.fromEntries(numbers.map(number => [`issue${number}`, null]))
      return { ...answer, data: { repository }, errors }
    }
    expect(await openIncidents({ ...app, query }, 'acme', 'vault')).toEqual([1, ...numbers])
  })
})

test('a record whose issue was transferred or deleted is seen, with its head; with issues switched off none is', async () => {
  const emulator = await startVault()
  const { world } = emulator
  const [alice, { id, refs }] = [actorOf(world, 'alice'), repositoryOf(world)]
  const other = addRepository(world, { owner: 'acme', name: 'elsewhere', files: { 'README.md': '#' } })
  setRole(world, other.id, alice.user, 'admin')
  const [moved, deleted] = [1, 2].map(() => createIssue(world, alice, id, { title: 'y' }))
  if (moved === undefined || deleted === undefined) throw new Error('no issues')
  const head = refs.get('refs/heads/main') ?? ''
  for (const { number } of [moved, deleted]) createRef(world, alice, id, `refs/heads/incident/${number}`, head)
  transferIssue(world, alice, moved.id, other.id)
  deleteIssue(world, alice, deleted.id)
  expect(await firstLook(asApp(emulator), { owner: 'acme', repo: 'vault' })).toMatchObject({
    sights: [{ number: 1 }, { number: moved.number, head, moved: null }, { number: deleted.number, head, moved: null }],
  })
  repositoryOf(world).hasIssues = false
  expect(await openIncidents(asApp(emulator), 'acme', 'vault')).not.toContain(moved.number)
})
