import { expect, test } from 'vitest'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { commands, incidentOf, reviewOf, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('saying what it is already changes nothing', () => {
  const contained = incidentOf(commands('dana'), ['dana', { is: 'status-set', to: 'contained' }])
  expect(refusal(contained, 'dana', '/status contained')).toContain('already contained')
})

test('alone answers anyone', () => {
  const [answer] = say(incidentOf(commands('bob')), 'carol', '/status')
  expect(answer).toMatchInlineSnapshot(`
    {
      "command": "/status",
      "is": "answered",
      "says": "**suspected**, SEV-2 (major: access was gained, its extent is not yet known). Acting incident commander: **bob**. 0 of 5 steps finished.

    - Ready: \`eject\` (required) unassigned
    - Blocked: \`analyse\` by \`eject\`; \`clean\` by \`analyse\`; \`tell-company\` needs \`/rule-out insider\`; \`tell-authority\` needs approval (\`/approve external\`)",
    }
  `)
})

test('with a value is the commander’s word', () => {
  expect(say(incidentOf(commands('bob')), 'bob', '/status contained key is dead')).toEqual([
    { is: 'status-set', to: 'contained', because: 'key is dead' },
  ])
  expect(refusal(incidentOf(commands('dana')), 'bob', '/status contained')).toContain('Incident commander: **dana**')
  expect(refusal(incidentOf(commands('dana')), 'dana', '/status closed')).toContain('Unknown status `closed`')
})

test('may be set by the deputy too, and by nobody while there is no incident commander', () => {
  const deputised = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'deputy', who: [who('alice')] }])
  expect(say(deputised, 'alice', '/status Contained')).toMatchObject([{ is: 'status-set', to: 'contained' }])
  expect(refusal(incidentOf(), 'dana', '/status contained')).toContain('no incident commander yet')
})

test('of a closed incident is told, not set', () => {
  const closed = incidentOf(commands('dana'), ['dana', { is: 'closed' }])
  expect(say(closed, 'bob', '/status')).toMatchObject([{ is: 'answered' }])
  expect(refusal(closed, 'dana', '/status contained')).toContain('can reopen it')
})

test('the example of a refusal is what comes next', () => {
  const at = (to: 'contained' | 'resolved') => incidentOf(commands('dana'), ['dana', { is: 'status-set', to }])
  const refused = (incident: Incident) => refusal(incident, 'dana', '/status over')
  expect(refused(incidentOf(commands('dana')))).toContain('Example: `/status investigating`')
  expect(refused(at('contained'))).toContain('Example: `/status eradicated`')
  expect(refused(at('resolved'))).toContain('Example: `/status contained`')
})

test('of a review of readiness is told, and not set', () => {
  expect(say(reviewOf(), 'bob', '/status')).toMatchObject([{ says: expect.stringContaining('Readiness review.') }])
  expect(refusal(reviewOf(), 'bob', '/status contained')).toContain('This is a readiness review')
})
