import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import type { ManualChange } from '../../src/domain/events/manual-change.ts'
import { type Incident, stepOf } from '../../src/domain/incident/incident.ts'
import { removed } from '../../src/manual-changes/removed.ts'
import { commands, incidentOf, type Name, who } from '../incident-of.ts'

// Somebody takes away what Tocsin made: the page of a step, or a comment.

const alice = { ...who('alice'), kind: 'user' } as const
const takesAway = (incident: Incident, manualChange: 'unlinked' | 'edited' | 'moved' | 'deleted', id: string | null) =>
  removed(incident, { manualChange, step: id === null ? null : stepOf(incident, id), page: 11 }, alice)

const back = (manualChange: ManualChange, step?: string): readonly [Name, Decision] => [
  'alice',
  { is: 'reverted', manualChange, ...(step === undefined ? {} : { step }), says: 'Made again.' },
]
const asked = (manualChange: ManualChange, step?: string): readonly [Name, Decision] => [
  'alice',
  { is: 'manual-change-questioned', manualChange, ...(step === undefined ? {} : { step }), says: 'Leave it?' },
]

describe('the page of a step', () => {
  test('is made again, and it is said whose it was, also while nobody commands', () => {
    for (const incident of [incidentOf(), incidentOf(commands('dana'))])
      expect(takesAway(incident, 'unlinked', 'eject')).toEqual([
        { is: 'reverted', manualChange: 'unlinked', step: 'eject', says: expect.stringContaining('`eject`') },
      ])
  })

  test('three times, then it is asked about once, then it is left', () => {
    const three = [back('unlinked', 'eject'), back('moved', 'eject'), back('unlinked', 'eject')]
    expect(takesAway(incidentOf(...three.slice(0, 2)), 'unlinked', 'eject')).toMatchObject([{ is: 'reverted' }])
    expect(takesAway(incidentOf(...three), 'unlinked', 'eject')).toMatchObject([
      { is: 'manual-change-questioned', manualChange: 'unlinked', step: 'eject' },
    ])
    expect(takesAway(incidentOf(...three, asked('unlinked', 'eject')), 'unlinked', 'eject')).toEqual([])
    // another step has its own count
    expect(takesAway(incidentOf(...three, asked('unlinked', 'eject')), 'unlinked', 'clean')).toMatchObject([
      { is: 'reverted', step: 'clean' },
    ])
  })
})

describe('a comment', () => {
  test('is posted again, and that is said of no step', () => {
    const [event, ...more] = takesAway(incidentOf(), 'deleted', null)
    expect(more).toEqual([])
    expect(event).toEqual({
      is: 'reverted',
      manualChange: 'deleted',
      says: expect.stringContaining('deleted a comment of Tocsin’s'),
    })
  })

  test('three times, then it is asked about once, then it is left', () => {
    const three = [back('deleted'), back('deleted'), back('deleted')]
    expect(takesAway(incidentOf(...three.slice(0, 2)), 'deleted', null)).toMatchObject([{ is: 'reverted' }])
    expect(takesAway(incidentOf(...three), 'deleted', null)).toMatchObject([
      { is: 'manual-change-questioned', manualChange: 'deleted' },
    ])
    expect(takesAway(incidentOf(...three, asked('deleted')), 'deleted', null)).toEqual([])
  })
})
