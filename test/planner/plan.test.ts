import { Octokit } from '@octokit/rest'
import { expect, test } from 'vitest'
import { connect } from '../../src/adapters/github/client/client.ts'
import { read } from '../../src/adapters/github/read/read.ts'
import type { Snapshot } from '../../src/domain/view/snapshot.ts'
import { owner, repo } from '../../src/drill/stage.ts'
import { keyOf } from '../../src/operations/operation.ts'
import { plan } from '../../src/planner/plan.ts'
import { openScenario, type Scenario } from '../scenario.ts'
import { comment, user } from '../snapshot-of.ts'

const run = { id: 'run', unclear: new Set<string>(), refused: new Map<string, string>(), ledgerNotWritable: null }

const lookAt = async ({ emulator, incident }: Scenario): Promise<Snapshot> => {
  const octokit = new Octokit({
    auth: emulator.installationToken(),
    baseUrl: emulator.api,
    request: { fetch: emulator.fetch },
  })
  const place = { owner, repo, number: incident() }
  const seen = await read(connect({ request: octokit.request }), place)
  if (seen.is !== 'snapshot') throw new Error(`nothing to see: ${seen.is}`)
  return seen.snapshot
}

test('of an incident in order there is nothing to do', async () => {
  const scenario = await openScenario({ validate: false, memory: 0 })
  await scenario.until(3)
  const snapshot = await lookAt(scenario)
  const drawn = plan(snapshot, run, snapshot.now)
  expect([drawn.halt, drawn.append, drawn.operations, drawn.waitUntil]).toEqual([null, null, [], null])
})

test.each([
  ['incomplete', (one: Snapshot): Snapshot => ({ ...one, complete: false })],
  ['not-private', (one: Snapshot): Snapshot => ({ ...one, repository: { ...one.repository, visibility: 'public' } })],
  ['not-private', (one: Snapshot): Snapshot => ({ ...one, repository: { ...one.repository, visibility: 'internal' } })],
  ['archived', (one: Snapshot): Snapshot => ({ ...one, repository: { ...one.repository, archived: true } })],
] as const)(
  'an incident whose read is %s is left alone, although half of it seems to be missing',
  async (why, spoil) => {
    const scenario = await openScenario({ validate: false, memory: 0 })
    await scenario.until(3)
    const snapshot = spoil({ ...(await lookAt(scenario)), children: [] })
    const drawn = plan(snapshot, run, snapshot.now)
    expect([drawn.halt, drawn.append, drawn.operations]).toEqual([why, null, []])
  },
)

test('an issue that is no incident is left alone', async () => {
  const scenario = await openScenario({ validate: false, memory: 0 })
  await scenario.until(1)
  const snapshot = await lookAt(scenario)
  const plain = { ...snapshot, ledger: { state: 'absent' }, issue: { ...snapshot.issue, labels: [] } } as const
  expect(plan(plain, run, snapshot.now)).toMatchObject({ halt: 'not-an-incident', append: null, operations: [] })
})

test('what GitHub put off, or refused, is not asked again of the same read: that of no incident too', async () => {
  const scenario = await openScenario({ validate: false, memory: 0 })
  await scenario.until(1)
  const snapshot = await lookAt(scenario)
  const thread = [comment('IC_1', user('dana'), '/ic')]
  const plain = { ...snapshot, ledger: { state: 'absent' }, issue: { ...snapshot.issue, labels: [], thread } } as const
  const [first, ...others] = plan(plain, run, snapshot.now).operations
  if (first === undefined) throw new Error('nobody is told')
  expect(plan(plain, { ...run, deferred: new Set([keyOf(first)]) }, snapshot.now).operations).toEqual(others)
  const refused = new Map([[keyOf(first), 'no']])
  expect(plan(plain, { ...run, refused }, snapshot.now).operations).toEqual(others)
})
