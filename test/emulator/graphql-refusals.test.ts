import { expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'

// What GitHub refuses with HTTP 200: a query that could bring too much, a part of an answer, one alias of several.

const nested = (first: number, second: number): string =>
  `{ repository(owner: "acme", name: "incidents") { issues(first: ${first}) { nodes { number comments(first: ${second}) { nodes { id } } subIssues(first: ${second}) { nodes { labels(first: 50) { nodes { name } } } } } } } }`

const asked = async (query: string, order: Parameters<typeof prepare>[1] = () => undefined) => {
  const emulator = await startAcme({ validate: false })
  const token = emulator.installationToken()
  await prepare(emulator, order)
  return ask(emulator, token, 'POST /graphql', { query })
}
const prepare = async (
  emulator: Awaited<ReturnType<typeof startAcme>>,
  order: (emulator: Awaited<ReturnType<typeof startAcme>>) => void,
): Promise<void> => {
  for (const title of ['a', 'b'])
    await ask(emulator, emulator.tokenFor('alice'), 'POST /repos/acme/incidents/issues', { title })
  order(emulator)
}

test('more than 500,000 possible nodes, by the documented formula: refused before it runs', async () => {
  // 100 issues, 100 times 100 comments and sub-issues, and 50 labels of each sub-issue
  const nodes = 100 + 2 * 100 * 100 + 100 * 100 * 50
  const { status, body } = await asked(nested(100, 100))
  const message = `This query requests up to ${nodes.toLocaleString('en-US')} possible nodes which exceeds the maximum limit of 500,000.`
  expect([status, body]).toEqual([200, { errors: [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message }] }])
  expect((await asked(nested(96, 100))).body).toMatchObject({ data: { repository: {} } })
})

test('long lists with lists in them are given up, node by node', async () => {
  const { status, body } = await asked(nested(50, 2), ({ faults }) => faults.limitResources(40))
  const error = (i: number) => ({
    type: 'RESOURCE_LIMITS_EXCEEDED',
    path: ['repository', 'issues', 'nodes', i],
    message: 'Resource limits for this query exceeded.',
  })
  expect([status, body]).toEqual([
    200,
    { data: { repository: { issues: { nodes: [null, null] } } }, errors: [error(0), error(1)] },
  ])
})

const labels = `mutation { ${['a', 'b', 'c'].map(name => `${name}: createLabel(input: {repositoryId: "ID", name: "${name}", color: "ffffff"}) { label { name } }`).join(' ')} }`

test.each([
  ['too-quickly', 'UNPROCESSABLE', 'was submitted too quickly'],
  ['priority-taken', 'UNPROCESSABLE', 'Priority has already been taken'],
  ['forbidden', 'FORBIDDEN', 'Resource not accessible by integration'],
  ['resource-limits', 'RESOURCE_LIMITS_EXCEEDED', 'Resource limits for this query exceeded.'],
] as const)('%s: one alias is null, and the others are done', async (mode, type, message) => {
  const emulator = await startAcme({ validate: false })
  const home = [...emulator.world.state.repositories.values()][0]
  emulator.faults.add({ request: 1, mode, alias: 2 })
  const query = labels.replaceAll('ID', home?.nodeId ?? '')
  const { status, body } = await ask(emulator, emulator.installationToken(), 'POST /graphql', { query })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    data: { a: { label: { name: 'a' } }, b: null, c: { label: { name: 'c' } } },
    errors: [{ type, path: ['b'], message }],
  })
})

test('one mutation is refused to an App, and not to people', async () => {
  const emulator = await startAcme({ validate: false })
  const home = [...emulator.world.state.repositories.values()][0]
  emulator.faults.refuse('createLabel')
  const query = labels.replaceAll('ID', home?.nodeId ?? '')
  const app = await ask(emulator, emulator.installationToken(), 'POST /graphql', { query })
  expect(app.body).toMatchObject({ data: { a: null, b: null, c: null }, errors: [{ type: 'FORBIDDEN' }, {}, {}] })
  const alice = await ask(emulator, emulator.tokenFor('alice'), 'POST /graphql', { query })
  expect(alice.body).toMatchObject({ data: { a: { label: { name: 'a' } } } })
})
