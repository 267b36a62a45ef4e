import { expect, test } from 'vitest'
import type { ManualChange } from '../../src/domain/events/manual-change.ts'
import { labels } from '../../src/rules/labels.ts'
import { commands, incidentOf, recordAs } from '../incident-of.ts'
import { child, user, words } from '../snapshot-of.ts'

const rule = labels
const incident = incidentOf()

test('an incident that carries what it should, and labels of its people, is left alone', () =>
  expect(words(rule, incident, { issue: { labels: ['incident', 'SEV-2', 'team-blue', 'sev'] } })).toEqual([]))

test('GitHub does not tell capitals from small letters, so neither do we', () => {
  const names = ['Incident', 'sev-2', 'INCIDENT-STEP']
  expect(words(rule, incident, { labels: names, issue: { labels: ['Incident', 'sev-2'] } })).toEqual([])
})

test('a label that the repository does not have is created, and worn once it is there', () => {
  expect(words(rule, incident, { labels: ['incident', 'SEV-2'], issue: { labels: [] } })).toEqual([
    'create label incident-step',
    'add label incident to #7',
    'add label SEV-2 to #7',
  ])
  expect(words(rule, incident, { labels: ['incident', 'incident-step'], issue: { labels: ['incident'] } })).toEqual([
    'create label SEV-2',
  ])
})

test('there is one severity', () => {
  expect(words(rule, incident, { issue: { labels: ['incident', 'sev-1', 'SEV-4'] } })).toEqual([
    'add label SEV-2 to #7',
    'remove label sev-1 from #7',
    'remove label SEV-4 from #7',
  ])
})

test('each step wears the label of a step, and nobody else’s sub-issue does', () => {
  const beside = [child(30, 'eject', { author: user('bob'), labels: [] })]
  expect(words(rule, incident, { steps: { clean: { labels: ['blue'] } }, beside })).toEqual([
    'add label incident-step to #13',
  ])
})

test('one that somebody took off a step stays off', () => {
  const noticed = recordAs('bob')({ is: 'noticed', manualChange: 'unlabelled', step: 'clean' })
  const tidied = { ...incident, events: [...incident.events, noticed] }
  expect(words(rule, tidied, { steps: { clean: { labels: [] } } })).toEqual([])
})

test('where it was asked about it is left, until the commander says what holds', () => {
  const asked = (manualChange: ManualChange) =>
    ['bob', { is: 'manual-change-questioned', manualChange, says: 'What?' }] as const
  const issue = { labels: ['SEV-1', 'SEV-2'] }
  expect(words(rule, incidentOf(asked('labelled'), asked('unlabelled')), { issue })).toEqual([])
  expect(words(rule, incidentOf(asked('labelled'), commands('dana')), { issue })).toEqual([
    'add label incident to #7',
    'remove label SEV-1 from #7',
  ])
})
