import { expect, test } from 'vitest'
import { incidentOf, isDone } from '../incident-of.ts'
import { on, refusal, say } from './say.ts'

test('what is done is done', () => {
  expect(refusal(incidentOf(isDone('eject', 'alice')), 'bob', '/done eject')).toContain('already done, by **alice**')
})

test('on the page of a step the step goes without saying', () => {
  expect(say(incidentOf(), 'bob', '/done', on('eject'))).toEqual([{ is: 'step-done', step: 'eject', waitedFor: [] }])
  expect(say(incidentOf(), 'bob', '/done three keys', on('eject'))).toMatchObject([{ because: 'three keys' }])
  expect(say(incidentOf(), 'bob', '/done eject three keys', on('eject'))).toMatchObject([{ because: 'three keys' }])
})

test('a note that begins with another step is asked about, not guessed at', () => {
  expect(refusal(incidentOf(), 'bob', '/done analyse shows nothing', on('eject'))).toContain('page of `eject`')
  expect(say(incidentOf(), 'bob', '/done analyse', on('eject'))).toMatchObject([{ step: 'analyse' }])
})

test.each([
  'for today',
  'for today, thanks all',
  'for tonight!',
  'For now.',
  'for the day',
  'for this week',
  'with my shift',
  'here',
  'working',
])('on its page `/done %s` is talk of going home, and asked about', note => {
  expect(refusal(incidentOf(), 'bob', `/done ${note}`, on('eject'))).toContain('reads like part of a sentence')
})

test.each([
  'for now on web-1 only',
  'for all of today’s hosts',
  'here and on web-2',
  'with my shift lead, keys rotated',
])('on its page `/done %s` is done, with that note', note => {
  expect(say(incidentOf(), 'bob', `/done ${note}`, on('eject'))).toMatchObject([{ is: 'step-done', because: note }])
})

test('a step that is named is meant, whatever follows', () => {
  expect(say(incidentOf(), 'bob', '/done eject for today')).toMatchObject([{ step: 'eject', because: 'for today' }])
})

test('on the incident it must be said', () => {
  expect(refusal(incidentOf(), 'bob', '/done')).toContain('Which step?')
  expect(refusal(incidentOf(), 'bob', '/done ejcet')).toContain('Did you mean `eject`?')
  expect(say(incidentOf(), 'bob', '/done eject')).toMatchObject([{ step: 'eject' }])
})

test('the example of a refusal names a step that is open here', () => {
  expect(refusal(incidentOf(), 'bob', '/done')).toContain('Example: `/done eject`')
  expect(refusal(incidentOf(isDone('eject')), 'bob', '/done')).toContain('Example: `/done analyse`')
  const over = incidentOf(isDone('eject'), isDone('analyse'), isDone('clean'))
  expect(refusal(over, 'bob', '/done')).toContain('Example: `/done isolate`')
})

test('out of order is recorded with what it waited for', () => {
  expect(say(incidentOf(), 'bob', '/done analyse')).toEqual([
    { is: 'step-done', step: 'analyse', waitedFor: ['eject'] },
  ])
})

test('a blocked gate refuses and says what opens it', () => {
  expect(refusal(incidentOf(), 'bob', '/done tell-company')).toContain('`/rule-out insider <reason>`')
  const ruledOut = incidentOf(['dana', { is: 'insider-ruled-out', because: 'a botnet' }])
  expect(say(ruledOut, 'bob', '/done tell-company')).toMatchObject([{ is: 'step-done' }])
})

test('somebody who only reads does not finish steps', () => {
  expect(refusal(incidentOf(), 'carol', '/done eject')).toContain('anyone with write access')
})
