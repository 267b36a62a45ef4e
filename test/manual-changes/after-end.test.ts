import { describe, expect, test } from 'vitest'
import { commands, incidentOf, isDone, who } from '../incident-of.ts'
import { byBot, byHand } from './by-hand.ts'

// A closed, or a cancelled, incident is what it was: by hand as by the commands, which are refused then.

const closed = incidentOf(
  commands('dana'),
  isDone('eject'),
  ['bob', { is: 'role-assigned', role: 'responder', who: [who('bob')] }],
  ['dana', { is: 'closed' }],
)
const cancelled = incidentOf(commands('dana'), isDone('eject'), ['dana', { is: 'cancelled', because: 'a drill' }])

describe.each([
  ['closed', closed],
  ['cancelled', cancelled],
] as const)('on a %s incident', (state, incident) => {
  const says = expect.stringContaining(`an incident that is ${state}. Reverted`)

  test.each(['dana', 'bob', 'mallory'] as const)('%s changes nothing', name => {
    for (const label of ['SEV-1', 'sev-4', 'Sev-3'])
      expect(byHand(incident, name, null, { is: 'labelled', label })).toMatchObject([
        { is: 'reverted', manualChange: 'labelled', says },
      ])
    expect(byHand(incident, name, 'eject', { is: 'reopened' })).toMatchObject([
      { is: 'reverted', manualChange: 'reopened', step: 'eject', says },
    ])
    expect(byHand(incident, name, null, { is: 'assigned', who: who('mallory') })).toMatchObject([
      { is: 'reverted', manualChange: 'assigned', who: { login: 'mallory' }, says },
    ])
    expect(byHand(incident, name, 'clean', { is: 'assigned', who: who('mallory') })).toMatchObject([
      { is: 'reverted', manualChange: 'assigned', step: 'clean', says },
    ])
    expect(byHand(incident, name, null, { is: 'unassigned', who: who('dana') })).toMatchObject([
      { is: 'reverted', manualChange: 'unassigned', says },
    ])
  })

  test('a bot neither', () =>
    expect(byBot(incident, 50, null, { is: 'labelled', label: 'SEV-1' })).toMatchObject([
      { is: 'reverted', says: expect.stringContaining('The bot **robot** changed an incident') },
    ]))

  test('what is so already, or nothing of ours, is nothing', () => {
    for (const label of ['SEV-2', 'sev-2', 'bug', 'SEV-5'])
      expect(byHand(incident, 'bob', null, { is: 'labelled', label })).toEqual([])
    expect(byHand(incident, 'bob', null, { is: 'assigned', who: who('dana') })).toEqual([])
    expect(byHand(incident, 'bob', null, { is: 'unassigned', who: who('mallory') })).toEqual([])
    expect(byHand(incident, 'bob', 'clean', { is: 'reopened' })).toEqual([])
  })

  test('a step that turns out to be done counts, and the incident may be taken up again', () => {
    expect(byHand(incident, 'bob', 'clean', { is: 'closed', reason: 'completed' })).toMatchObject([{ is: 'step-done' }])
    expect(byHand(incident, 'bob', null, { is: 'reopened' })).toEqual([{ is: 'reopened' }])
  })

  test('after three reverts it is asked once, with the way to change it', () => {
    const back = ['bob', { is: 'reverted', manualChange: 'labelled', says: 'No.' }] as const
    const events = [commands('dana'), isDone('eject'), ['dana', { is: 'closed' }], back, back, back] as const
    expect(byHand(incidentOf(...events), 'bob', null, { is: 'labelled', label: 'SEV-1' })).toMatchObject([
      { is: 'manual-change-questioned', says: expect.stringContaining('reopen it with *Reopen issue*') },
    ])
  })
})

test('taken up again, it is as before', () => {
  const again = incidentOf(commands('dana'), isDone('eject'), ['dana', { is: 'closed' }], ['bob', { is: 'reopened' }])
  expect(byHand(again, 'bob', null, { is: 'labelled', label: 'SEV-1' })).toEqual([{ is: 'severity-set', to: 'SEV-1' }])
  expect(byHand(again, 'bob', 'eject', { is: 'reopened' })).toEqual([{ is: 'step-reopened', step: 'eject' }])
})
