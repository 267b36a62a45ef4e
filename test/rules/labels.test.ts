import { expect, test } from 'vitest'
import type { ManualChange } from '../../src/domain/events/manual-change.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { withIndex } from '../../src/domain/view/index-snapshot.ts'
import { describe } from '../../src/operations/operation.ts'
import { labels } from '../../src/rules/labels.ts'
import { commands, incidentOf, recordAs } from '../incident-of.ts'
import { child, snapshotOf, user, words } from '../snapshot-of.ts'

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
  // only that one, of that step
  expect(words(rule, tidied, { steps: { eject: { labels: [] } } })).toEqual(['add label incident-step to #11'])
  const labelled = recordAs('bob')({ is: 'noticed', manualChange: 'labelled', step: 'clean' })
  expect(
    words(rule, { ...incident, events: [...incident.events, labelled] }, { steps: { clean: { labels: [] } } }),
  ).toEqual(['add label incident-step to #13'])
})

test('where it was asked about the severity is left, until the commander says what holds; the label of an incident never is', () => {
  const asked = (manualChange: ManualChange) =>
    ['bob', { is: 'manual-change-questioned', manualChange, says: 'What?' }] as const
  const issue = { labels: ['SEV-1'] }
  expect(words(rule, incidentOf(asked('labelled'), asked('unlabelled')), { issue })).toEqual([
    'add label incident to #7',
  ])
  expect(words(rule, incidentOf(asked('labelled'), commands('dana')), { issue })).toEqual([
    'add label incident to #7',
    'add label SEV-2 to #7',
    'remove label SEV-1 from #7',
  ])
})

test('a label that a bot takes off again at once is left to the next hour; a person’s is not', () => {
  const back = ['bob', { is: 'reverted', manualChange: 'unlabelled', says: 'No.' }] as const
  const fought = incidentOf(commands('dana'), back, back, back, back)
  const taken = (login: string, before = fought) => {
    const event = recordAs('bob')({ is: 'noticed', manualChange: 'unlabelled' })
    return { ...before, events: [...before.events, { ...event, by: { id: 60, login, role: 'write' as const } }] }
  }
  const lookAt = (incident: Incident, now: string) =>
    rule(incident, { ...withIndex(snapshotOf(fought, { issue: { labels: ['SEV-2'] } })), now }).map(describe)
  const look = (login: string, now: string) => lookAt(taken(login), now)
  const [soon, later] = ['2026-03-01T10:00:30Z', '2026-03-01T12:00:00Z']
  expect(look('mallory', soon)).toEqual(['add label incident to #7'])
  expect(look('tidy[bot]', soon)).toEqual([])
  expect(look('tidy[bot]', later)).toEqual(['add label incident to #7'])
  // taken off at 10:42
  expect(look('tidy[bot]', '2026-03-01T11:41:59Z')).toEqual([])
  expect(look('tidy[bot]', '2026-03-01T11:42:00Z')).toEqual(['add label incident to #7'])
  // no more often than is answered; or somebody else since
  const seldom = taken('tidy[bot]', incidentOf(commands('dana'), back, back, back))
  expect(lookAt(seldom, soon)).toEqual(['add label incident to #7'])
  const since = { ...taken('tidy[bot]'), events: [...taken('tidy[bot]').events, recordAs('alice')(back[1])] }
  expect(lookAt(since, soon)).toEqual(['add label incident to #7'])
})
