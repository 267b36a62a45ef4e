import { describe, expect, test } from 'vitest'
import { duration, incidentMetrics } from '../../../src/domain/incident/metrics.ts'
import { alice, bob, declared, playbook, said, story } from '../../messages/post-mortem.incident.ts'

const declaration = said('10:42', bob, declared())
const done = (clock: string, step: string, happened?: string) =>
  said(clock, bob, {
    is: 'step-done',
    step,
    waitedFor: [],
    ...(happened === undefined ? {} : { happened: `2026-03-01T${happened}:00Z` }),
  })

describe('the times of an incident', () => {
  test('nothing is measured before anything is done', () => {
    expect(incidentMetrics([declaration], playbook)).toEqual({ acknowledge: null, contain: null, resolve: null })
    expect(incidentMetrics([], playbook)).toEqual({ acknowledge: null, contain: null, resolve: null })
  })

  test('of a whole incident', () => {
    expect(incidentMetrics(story(), playbook)).toEqual({
      acknowledge: { minutes: 19 },
      contain: { minutes: 88 },
      resolve: { minutes: 418 },
    })
  })

  test('an order counts from when it was said, whatever it claims', () => {
    const taken = said('11:00', alice, {
      is: 'commander-set',
      who: alice,
      acting: false,
      how: 'taken',
      happened: '2026-03-01T10:43:00Z',
    })
    expect(incidentMetrics([declaration, taken], playbook).acknowledge).toEqual({ minutes: 18 })
  })

  test('a change counts from when it happened, and the last to be told need not be the last to have happened', () => {
    const events = [declaration, done('11:00', 'eject'), done('12:00', 'pull-logs', '10:50')]
    expect(incidentMetrics(events, playbook).contain).toEqual({ minutes: 18 })
  })

  test('contained is the first time, whatever is reopened later, and a step reopened before it does not count', () => {
    const reopened = (clock: string) => said(clock, bob, { is: 'step-reopened', step: 'eject' })
    const early = [declaration, done('10:50', 'eject'), reopened('10:55'), done('11:00', 'pull-logs')]
    expect(incidentMetrics(early, playbook).contain).toBeNull()
    const later = [...early, done('11:10', 'eject'), reopened('11:20')]
    expect(incidentMetrics(later, playbook).contain).toEqual({ minutes: 28 })
  })

  test('a playbook without a phase Contain is never contained by its steps', () => {
    expect(incidentMetrics(story(), playbook).contain).not.toBeNull()
    expect(incidentMetrics(story(), { steps: [] }).contain).toBeNull()
  })

  test('resolved at the last close; not while it is reopened, and not by being cancelled', () => {
    const end = (clock: string, is: 'closed' | 'reopened') => said(clock, alice, { is })
    const events = [declaration, end('11:00', 'closed'), end('11:10', 'reopened')]
    expect(incidentMetrics(events, playbook).resolve).toBeNull()
    expect(incidentMetrics([...events, end('11:42', 'closed')], playbook).resolve).toEqual({ minutes: 60 })
    const cancelled = said('11:00', alice, { is: 'cancelled', because: 'a test' })
    expect(incidentMetrics([declaration, cancelled], playbook).resolve).toBeNull()
  })

  test('odd clocks: never less than nothing, and nothing happened after it was told', () => {
    const before = [declaration, done('11:00', 'eject', '09:00'), done('11:00', 'pull-logs', '09:00')]
    expect(incidentMetrics(before, playbook).contain).toEqual({ minutes: 0 })
    const after = [declaration, done('11:00', 'eject', '23:00'), done('11:00', 'pull-logs')]
    expect(incidentMetrics(after, playbook).contain).toEqual({ minutes: 18 })
  })
})

describe('a duration in words', () => {
  test.each([
    [-5, '0 min'],
    [0, '0 min'],
    [0.9, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [125, '2 h 5 min'],
    [1440, '1 d'],
    [1500, '1 d 1 h'],
    [4 * 1440 + 1, '4 d 1 min'],
  ])('%s minutes: %s', (minutes, words) => {
    expect(duration(minutes)).toBe(words)
  })
})
