import { describe, expect, test } from 'vitest'
import type { ManualChange } from '../../src/domain/events/manual-change.ts'
import { states } from '../../src/rules/states.ts'
import { commands, incidentOf, isDone } from '../incident-of.ts'
import { words } from '../snapshot-of.ts'

const rule = states
const closed = { state: 'closed' } as const
const asked = (manualChange: ManualChange, step?: string) =>
  [
    'bob',
    {
      is: 'manual-change-questioned',
      manualChange,
      ...(step === undefined ? {} : { step }),
      says: 'What should hold?',
    },
  ] as const

test('what is open and should be is left alone', () => expect(words(rule, incidentOf())).toEqual([]))

describe('a step', () => {
  test('that is done is closed, one that is skipped is not planned', () => {
    const skipped = ['dana', { is: 'step-skipped', step: 'clean', because: 'it is off' }] as const
    const incident = incidentOf(isDone('eject'), skipped)
    expect(words(rule, incident)).toEqual(['close #11 as completed', 'close #13 as not planned'])
    expect(words(rule, incident, { steps: { eject: closed, clean: closed } })).toEqual([])
  })

  test('that is not finished is opened again', () =>
    expect(words(rule, incidentOf(), { steps: { eject: closed } })).toEqual(['reopen #11']))

  test('is left as it is where it was asked about', () => {
    const incident = incidentOf(asked('closed', 'eject'))
    expect(words(rule, incident, { steps: { eject: closed, analyse: closed } })).toEqual(['reopen #12'])
  })
})

describe('the incident', () => {
  test('is closed with its commander’s word, and not before', () => {
    const incident = incidentOf(commands('dana'), ['dana', { is: 'closed' }])
    expect(words(rule, incident)).toEqual(['close #7 as completed'])
    expect(words(rule, incident, { issue: closed })).toEqual([])
    expect(words(rule, incidentOf(commands('dana')), { issue: closed })).toEqual(['reopen #7'])
  })

  test('that is a false alarm is not planned', () => {
    const incident = incidentOf(commands('dana'), ['dana', { is: 'cancelled', because: 'a test' }])
    expect(words(rule, incident)).toEqual(['close #7 as not planned'])
  })

  test('is not opened again while nobody commands', () =>
    expect(words(rule, incidentOf(), { issue: closed })).toEqual([]))

  test('is left as it is where it was asked about', () => {
    const incident = incidentOf(commands('dana'), asked('closed'))
    expect(words(rule, incident, { issue: closed })).toEqual([])
  })
})
