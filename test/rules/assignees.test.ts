import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import { assignees } from '../../src/rules/assignees.ts'
import { commands, incidentOf, isDone, type Name, who } from '../incident-of.ts'
import { account, words } from '../snapshot-of.ts'

const rule = assignees
const given = (step: string, ...names: readonly Name[]) =>
  ['dana', { is: 'step-assigned', step, who: names.map(who) }] as const
const has = (...names: readonly Name[]) => ({ assignees: names.map(account) })

test('while nobody commands and nobody has anything, nobody is assigned', () =>
  expect(words(rule, incidentOf())).toEqual([]))

describe('the incident', () => {
  test('shows who commands and who responds, and nobody else', () => {
    const incident = incidentOf(commands('dana'), [
      'dana',
      { is: 'role-assigned', role: 'responder', who: [who('bob')] },
    ])
    expect(words(rule, incident, { issue: has('dana', 'bob') })).toEqual([])
    expect(words(rule, incident, { issue: has('alice', 'bob') })).toEqual([
      'assign dana to #7',
      'unassign alice from #7',
    ])
  })

  test('shows the commander once, who responds as well', () => {
    const incident = incidentOf(commands('dana'), [
      'dana',
      { is: 'role-assigned', role: 'responder', who: [who('dana')] },
    ])
    expect(words(rule, incident)).toEqual(['assign dana to #7'])
  })

  test('is left as it is where it was asked about', () => {
    const incident = incidentOf(commands('dana'), [
      'alice',
      { is: 'manual-change-questioned', manualChange: 'assigned', who: who('alice'), says: 'What should hold?' },
    ])
    expect(words(rule, incident, { issue: has('dana', 'alice') })).toEqual([])
    expect(words(rule, incident, { issue: has('dana', 'bob') })).toEqual(['unassign bob from #7'])
  })
})

describe('a step', () => {
  test('that can be begun shows who was named for it', () => {
    const incident = incidentOf(given('eject', 'bob', 'alice'))
    expect(words(rule, incident, { steps: { eject: has('bob', 'alice') } })).toEqual([])
    expect(words(rule, incident, { steps: { eject: has('bob') } })).toEqual(['assign alice to #11'])
  })

  test('that waits pings nobody, but leaves one who was named for it', () => {
    const incident = incidentOf(given('analyse', 'alice'))
    expect(words(rule, incident)).toEqual([])
    expect(words(rule, incident, { steps: { analyse: has('alice', 'bob') } })).toEqual(['unassign bob from #12'])
  })

  test('goes to the holders of its role the moment it can be begun', () => {
    const role: readonly [Name, Decision] = ['dana', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }]
    expect(words(rule, incidentOf(role))).toEqual([])
    expect(words(rule, incidentOf(role, isDone('eject')))).toEqual(['assign alice to #12'])
  })

  test('behind a blocked gate is unassigned, whoever was named', () => {
    expect(words(rule, incidentOf(given('tell-company', 'bob')), { steps: { 'tell-company': has('bob') } })).toEqual([
      'unassign bob from #14',
    ])
  })

  test('that is done shows who had it, however late that was heard of', () => {
    expect(words(rule, incidentOf(isDone('eject'), given('eject', 'bob')))).toEqual(['assign bob to #11'])
  })

  test('is not given to somebody whom GitHub would drop in silence', () => {
    expect(words(rule, incidentOf(given('eject', 'carol', 'mallory', 'bob')))).toEqual(['assign bob to #11'])
  })

  test('loses who can no longer be assigned, where others have it', () => {
    expect(words(rule, incidentOf(given('eject', 'bob', 'carol')), { steps: { eject: has('bob', 'carol') } })).toEqual([
      'unassign carol from #11',
    ])
    const three = incidentOf(given('eject', 'bob', 'alice', 'carol'))
    expect(words(rule, three, { steps: { eject: has('bob', 'alice', 'carol') } })).toEqual(['unassign carol from #11'])
  })

  test('is left as it is where it was asked about', () => {
    const asked = [
      'bob',
      { is: 'manual-change-questioned', manualChange: 'assigned', step: 'eject', says: 'What should hold?' },
    ] as const
    expect(words(rule, incidentOf(asked), { steps: { eject: has('bob') } })).toEqual([])
    expect(words(rule, incidentOf(asked, given('eject', 'alice')), { steps: { eject: has('bob') } })).toEqual([
      'assign alice to #11',
      'unassign bob from #11',
    ])
  })

  test('whose page is not there yet waits for it', () => {
    expect(words(rule, incidentOf(given('eject', 'bob')), { without: ['eject'] })).toEqual([])
  })
})
