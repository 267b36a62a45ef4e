import { describe, expect, test } from 'vitest'
import { isNotified, namesIn, stateAfter, toldText } from '../../../src/domain/events/event.ts'
import { events } from '../../../src/domain/events/index.ts'
import { stepOf } from '../../../src/domain/incident/incident.ts'
import { commands, incidentOf, recordAs, who } from '../../incident-of.ts'

test('each kind stands in the list under its own name', () => {
  expect(Object.values(events).map(({ is }) => is)).toEqual(Object.keys(events))
})

test('a skipped step is finished, with the reason', () => {
  const incident = incidentOf(['dana', { is: 'step-skipped', step: 'clean', because: 'it is off' }])
  expect(stepOf(incident, 'clean')).toMatchObject({ state: 'skipped', ended: { because: 'it is off' } })
})

test('a second declaration changes nothing', () => {
  const incident = incidentOf(commands('dana'))
  const [declared] = incident.events
  if (declared === undefined) throw new Error('nothing was declared')
  expect(stateAfter(incident, declared, { line: 3, playbooks: [] })).toBe(incident)
})

describe('what an event says of itself', () => {
  test('whom it names', () => {
    expect(namesIn(recordAs('bob')({ is: 'step-assigned', step: 'eject', who: [who('alice')] }))).toEqual([
      who('alice'),
    ])
    expect(namesIn(recordAs('bob')({ is: 'commander-set', who: who('erin'), acting: false, how: 'taken' }))).toEqual([
      who('erin'),
    ])
    expect(namesIn(recordAs('bob')({ is: 'confirmed' }))).toEqual([])
    expect(
      incidentOf()
        .events.flatMap(namesIn)
        .map(({ login }) => login),
    ).toEqual(['dana', 'erin', 'alice', 'gwen'])
  })

  test('whether somebody is told, and what', () => {
    const asked = recordAs('bob')({ is: 'manual-change-questioned', manualChange: 'closed', says: 'Who commands?' })
    expect(isNotified(asked)).toBe(true)
    expect(toldText(asked)).toBe('Who commands?')
    expect(isNotified(recordAs('bob')({ is: 'manual-change-left', manualChange: 'closed' }))).toBe(false)
  })
})
