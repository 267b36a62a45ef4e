import { expect, test } from 'vitest'
import { builtInPlaybooks } from '../../../src/domain/playbook/built-in.ts'

const playbook = builtInPlaybooks().find(({ id }) => id === 'security-incident')
const steps = playbook?.steps ?? []
const step = (id: string) => steps.find(one => one.id === id)

test('the general security incident has its steps in their order', () => {
  expect(steps.map(({ id }) => id)).toEqual(
    [
      ['stop-attack', 'cut-vector', 'page-commander', 'open-channels', 'assemble-team', 'invite-leadership', 'isolate'],
      ['trace-timeline', 'identify-data', 'assess-systems', 'assess-reattack', 'rotate-accounts', 'mitigate'],
      ['analyse', 'watch-return', 'tell-company', 'follow-up', 'call-police', 'call-federal', 'warn-partners'],
      ['ask-experts', 'call-insurer', 'tell-customers-first', 'tell-public'],
    ].flat(),
  )
})

test('it is confidential, and says where it was learned', () => {
  expect(playbook).toMatchObject({ confidential: true, source: expect.stringMatching(/PagerDuty.*ShipmentBot/) })
})

test('everything may begin at once but what has to wait', () => {
  expect(Object.fromEntries(steps.filter(({ after }) => after.length > 0).map(({ id, after }) => [id, after]))).toEqual(
    {
      'invite-leadership': ['assemble-team'],
      analyse: ['stop-attack', 'cut-vector', 'isolate', 'mitigate'],
      'watch-return': ['mitigate'],
      'tell-company': ['analyse'],
      'follow-up': ['tell-company'],
      'tell-customers-first': ['trace-timeline', 'identify-data', 'mitigate'],
      'tell-public': [
        'trace-timeline',
        'identify-data',
        'assess-reattack',
        'mitigate',
        'analyse',
        'tell-customers-first',
      ],
    },
  )
})

test('no machine with the same hole is started in the place of one that is taken away while the attack runs', () => {
  const guidance = step('stop-attack')?.guidance ?? ''
  expect(guidance).not.toContain('--no-should-decrement-desired-capacity')
  expect(guidance.indexOf('suspend-processes')).toBeGreaterThan(0)
  expect(guidance.indexOf('suspend-processes')).toBeLessThan(guidance.indexOf('--should-decrement-desired-capacity'))
})

test('nobody outside of the team is told before a gate opens', () => {
  expect(Object.fromEntries(steps.filter(({ gate }) => gate !== null).map(({ id, gate }) => [id, gate]))).toEqual({
    'tell-company': 'internal',
    'follow-up': 'internal',
    'call-police': 'external',
    'call-federal': 'external',
    'warn-partners': 'external',
    'ask-experts': 'external',
    'call-insurer': 'external',
    'tell-customers-first': 'external',
    'tell-public': 'external',
  })
})

test('it cannot be closed without containment, timeline, data, accounts, mitigations and analysis', () => {
  expect(steps.filter(({ required }) => required).map(({ id }) => id)).toEqual(
    [
      ['stop-attack', 'cut-vector', 'isolate', 'trace-timeline'],
      ['identify-data', 'rotate-accounts', 'mitigate', 'analyse'],
    ].flat(),
  )
})

test('somebody alone can finish it without naming a single machine', () => {
  expect(steps.length).toBeGreaterThan(20)
  expect(steps.filter(({ perAsset }) => perAsset)).toEqual([])
})

test.each([
  ['stop-attack', null],
  ['page-commander', null],
  ['tell-company', 'engineering-lead'],
  ['call-police', 'engineering-lead'],
  ['tell-public', 'marketing'],
  ['analyse', 'forensics'],
])('%s is for %s', (id, role) => {
  expect(step(id)?.role).toBe(role)
})

test('the attack is stopped in a quarter of an hour, and a return is watched for thirty days', () => {
  expect(step('stop-attack')?.within).toBe(15)
  expect(step('watch-return')?.within).toBe(30 * 24 * 60)
})
