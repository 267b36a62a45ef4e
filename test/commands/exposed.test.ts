import { expect, test } from 'vitest'
import { snapshotStep } from '../../src/domain/playbook/step-snapshot.ts'
import { incidentOf, known } from '../incident-of.ts'
import { playbookWith, stepWith } from '../playbook-of.ts'
import { refusal, say } from './say.ts'

const three = ['revoke', 'rotate-everywhere', 'check-use'].map(id => stepWith(id, { perAsset: true, required: true }))
const parts = ['credential', 'data', 'account'].map(what => playbookWith(`exposed-${what}`, three, { kind: 'part' }))
const way = { known: { playbooks: [...known.playbooks, ...parts] } }
const pinned = (what: string) =>
  parts.find(one => one.id === `exposed-${what}`)?.steps.map(step => snapshotStep(step, `exposed-${what}`)) ?? []
const key = {
  is: 'exposed',
  what: 'credential',
  asset: 'credential-deploy-key',
  name: 'deploy-key',
  playbook: 'exposed-credential',
} as const

test('what is named already is not exposed again', () => {
  const incident = incidentOf(['bob', { ...key, steps: pinned('credential') }])
  expect(refusal(incident, 'bob', '/exposed credential deploy-key', way)).toContain('already on the list of assets')
})

test('a credential: revoked, rotated everywhere, its use looked at, each with a step of its own', () => {
  const events = say(incidentOf(), 'bob', '/exposed credential deploy-key it was in the build log', way)
  expect(events).toEqual([{ ...key, note: 'it was in the build log', steps: pinned('credential') }])
  const incident = incidentOf(['bob', { ...key, steps: pinned('credential') }])
  expect(incident.steps.slice(-3).map(({ id, title, required }) => [id, title, required])).toEqual([
    ['revoke:credential-deploy-key', 'Title of revoke: deploy-key', true],
    ['rotate-everywhere:credential-deploy-key', 'Title of rotate-everywhere: deploy-key', true],
    ['check-use:credential-deploy-key', 'Title of check-use: deploy-key', true],
  ])
})

test('a number after the name is how many, and what is no number is a note', () => {
  expect(say(incidentOf(), 'bob', '/exposed data customers 1200 from the backup', way)).toMatchObject([
    { what: 'data', asset: 'data-customers', count: 1200, note: 'from the backup' },
  ])
  const [late] = say(incidentOf(), 'bob', '/exposed account dana 2 days ago', way)
  expect(late).toMatchObject({ note: '2 days ago' })
  const [event] = say(incidentOf(), 'bob', '/exposed account dana 2nd laptop', way)
  expect(event).toMatchObject({ note: '2nd laptop' })
  expect(event).not.toHaveProperty('count')
})

test('a machine, its data and an account may have one name', () => {
  const incident = incidentOf(
    ['bob', { is: 'asset-added', asset: 'web-1', name: 'web-1' }],
    ['bob', { ...key, asset: 'credential-web-1', name: 'web-1', steps: [] }],
  )
  expect(say(incident, 'bob', '/exposed data web-1', way)).toMatchObject([{ asset: 'data-web-1' }])
  expect(say(incident, 'bob', '/exposed account web-1', way)).toMatchObject([{ asset: 'account-web-1' }])
})

test('an affected asset gets none of these steps, and what is exposed none of the assets’', () => {
  const incident = incidentOf(
    ['bob', { ...key, steps: pinned('credential') }],
    ['bob', { is: 'asset-added', asset: 'web-1', name: 'web-1' }],
  )
  expect(incident.steps.filter(step => step.asset === 'credential-deploy-key')).toHaveLength(3)
  expect(incident.steps.filter(step => step.asset === 'web-1')).toEqual([])
})

test.each([
  ['/exposed', 'The kind is missing.\nUsage: `/exposed credential|data|account '],
  ['/exposed key deploy-key', 'Unknown kind `key`'],
  ['/exposed credential', 'The asset’s name is missing'],
])('%s teaches', (line, words) => expect(refusal(incidentOf(), 'bob', line, way)).toContain(words))

test('a team that took the steps away is told how to add them', () => {
  expect(refusal(incidentOf(), 'bob', '/exposed credential deploy-key')).toContain(
    'the playbook `exposed-credential`, which is missing',
  )
})

test('no more than GitHub has room for', () => {
  const full = { known: { ...way.known, otherPages: 94 } }
  expect(refusal(incidentOf(), 'bob', '/exposed credential deploy-key', full)).toContain('there is room for 1')
})

test('as many as GitHub has room for just fit', () => {
  const full = { known: { ...way.known, otherPages: 92 } }
  expect(say(incidentOf(), 'bob', '/exposed credential deploy-key', full)).toMatchObject([{ is: 'exposed' }])
})
