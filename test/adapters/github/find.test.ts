import { closeIssue, createIssue, createRef } from 'github-emulator'
import { expect, test } from 'vitest'
import type { GitHub } from '../../../src/adapters/github/client/client.ts'
import { isUnlisted } from '../../../src/adapters/github/client/find.ts'
import { firstLook } from '../../../src/adapters/github/client/first-look.ts'
import { actorOf, asApp, repositoryOf, startVault } from './room.ts'

const openIncidents = async (github: GitHub, owner: string, repo: string) => {
  const look = await firstLook(github, { owner, repo })
  return isUnlisted(look) ? look : look.sights.map(({ number }) => number)
}

test('open ones, those closed of late, and what has a record and is open or was closed of late, each once', async () => {
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
  expect(await openIncidents(asApp(emulator), 'acme', 'vault')).toEqual([1, 3, unlabelled.number, closed.number])
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
