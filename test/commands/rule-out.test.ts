import { expect, test } from 'vitest'
import { commands, incidentOf } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('once is enough', () => {
  const ruledOut = incidentOf(commands('dana'), ['dana', { is: 'insider-ruled-out', because: 'a botnet' }])
  expect(refusal(ruledOut, 'dana', '/rule-out insider a botnet')).toContain('already ruled out')
})

test('by the full commander, with a reason', () => {
  const incident = incidentOf(commands('dana'))
  expect(say(incident, 'dana', '/rule-out insider a botnet')).toEqual([
    { is: 'insider-ruled-out', because: 'a botnet' },
  ])
  expect(refusal(incident, 'dana', '/rule-out outsider a botnet')).toContain('Unknown suspicion `outsider`')
  expect(refusal(incident, 'bob', '/rule-out insider a botnet')).toContain('have permission')
})

test('not by an acting commander, who could be the insider', () => {
  expect(refusal(incidentOf(commands('bob')), 'bob', '/rule-out insider trust me')).toContain('not an acting one')
})

test('not by the roster while nobody commands, nor without a reason', () => {
  expect(refusal(incidentOf(), 'dana', '/rule-out insider a botnet')).toContain('no incident commander yet')
  expect(refusal(incidentOf(commands('dana')), 'dana', '/rule-out insider')).toContain('The reason is missing')
})
