import { expect, test } from 'vitest'
import { commands, incidentOf } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('what is cancelled is over', () => {
  const over = incidentOf(commands('dana'), ['dana', { is: 'cancelled', because: 'a test' }])
  expect(refusal(over, 'dana', '/cancel again')).toContain('can reopen it')
})

test('needs a reason and a full commander', () => {
  expect(say(incidentOf(commands('dana')), 'dana', '/cancel our own monitoring')).toEqual([
    { is: 'cancelled', because: 'our own monitoring' },
    {
      is: 'answered',
      command: '/cancel our own monitoring',
      says: 'This incident is now **cancelled as a false alarm**, and its issue is closed. Reason: `our own monitoring`. If that was not meant, take it back with GitHub’s *Reopen issue* button: anyone with write access can, and nothing is lost.',
    },
  ])
  expect(refusal(incidentOf(commands('dana')), 'dana', '/cancel')).toContain('The reason is missing')
  expect(refusal(incidentOf(commands('bob')), 'bob', '/cancel it was me')).toContain('not an acting one')
})

test('is allowed to nobody while there is no incident commander, not even to the roster', () => {
  expect(refusal(incidentOf(), 'dana', '/cancel it was me')).toContain('no incident commander yet')
})

test('a reason of spaces is none', () => {
  expect(refusal(incidentOf(commands('dana')), 'dana', '/cancel \t ')).toContain('The reason is missing')
})

test.each([
  'the meeting',
  'the meeting at 15:00',
  'the 4 pm call',
  'all jobs',
  'my order',
  'today’s standup',
  'the failing build please',
  'meeting',
  'it',
  'everything',
  'the rollout for now',
])('what else is cancelled ends no incident: /cancel %s', thing =>
  expect(refusal(incidentOf(commands('dana')), 'dana', `/cancel ${thing}`)).toContain('nothing was recorded'),
)

test.each([
  'a test',
  'false alarm',
  'our own monitoring',
  'the login was our own monitoring',
  'the alert came from the backup job',
  'it was me',
  'the scanner',
  'it was the meeting room display',
  'this was a drill',
  'duplicate of #12',
])('a reason is taken: /cancel %s', because =>
  expect(say(incidentOf(commands('dana')), 'dana', `/cancel ${because}`)[0]).toEqual({ is: 'cancelled', because }),
)
