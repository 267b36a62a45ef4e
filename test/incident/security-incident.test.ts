import { expect, test } from 'vitest'
import { builtInPlaybooks } from '../../src/incident/built-in.ts'

const playbook = builtInPlaybooks().find(({ id }) => id === 'security-incident')
const steps = playbook?.steps ?? []
const step = (id: string) => steps.find(one => one.id === id)

test('the general security incident has its fourteen steps in their order', () => {
  expect(steps.map(({ id }) => id)).toEqual(
    [
      ['stop-attack', 'cut-vector', 'assemble-team', 'isolate', 'trace-timeline', 'identify-data', 'assess-systems'],
      ['assess-reattack', 'mitigate', 'analyse', 'tell-company', 'involve-law', 'warn-partners', 'tell-public'],
    ].flat(),
  )
})

test('it is confidential, and says where it was learned', () => {
  expect(playbook).toMatchObject({ confidential: true, source: expect.stringMatching(/PagerDuty.*ShipmentBot/) })
})

test('everything may begin at once but what has to wait', () => {
  expect(Object.fromEntries(steps.filter(({ after }) => after.length > 0).map(({ id, after }) => [id, after]))).toEqual(
    {
      analyse: ['stop-attack', 'cut-vector', 'isolate', 'mitigate'],
      'tell-company': ['analyse'],
      'tell-public': ['trace-timeline', 'identify-data', 'mitigate'],
    },
  )
})

test('nobody outside of the team is told before a gate opens', () => {
  expect(Object.fromEntries(steps.filter(({ gate }) => gate !== null).map(({ id, gate }) => [id, gate]))).toEqual({
    'tell-company': 'internal',
    'involve-law': 'external',
    'warn-partners': 'external',
    'tell-public': 'external',
  })
})

test('it cannot be closed without containment, time line, data, mitigations and analysis', () => {
  expect(steps.filter(({ required }) => required).map(({ id }) => id)).toEqual(
    [['stop-attack', 'cut-vector', 'isolate', 'trace-timeline', 'identify-data', 'mitigate', 'analyse']].flat(),
  )
})

test.each([
  ['stop-attack', null],
  ['tell-company', 'engineering-lead'],
  ['involve-law', 'engineering-lead'],
  ['tell-public', 'marketing'],
  ['analyse', 'forensics'],
])('%s is for %s', (id, role) => {
  expect(step(id)?.role).toBe(role)
})

test('every step helps somebody who was just woken up', () => {
  for (const { guidance } of steps) expect(guidance.length).toBeGreaterThan(150)
})
