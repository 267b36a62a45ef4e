import { expect, test } from 'vitest'
import { commands, incidentOf } from '../incident-of.ts'
import { refusal, say } from './say.ts'

test('saying what it is already changes nothing', () =>
  expect(refusal(incidentOf(), 'bob', '/severity SEV-2')).toContain('already SEV-2'))

test.each(['SEV-1', 'sev1', 'SEV1', '1', 'Sev-1', 'P1', 's1', 'critical'])(
  '%s is raised by anyone with write access',
  to => {
    expect(say(incidentOf(), 'bob', `/severity ${to} tokens are out`)).toEqual([
      { is: 'severity-set', to: 'SEV-1', because: 'tokens are out' },
    ])
  },
)

test('is lowered by a full commander with a reason', () => {
  expect(say(incidentOf(commands('dana')), 'dana', '/severity 3 nobody used it')).toMatchObject([{ to: 'SEV-3' }])
  expect(refusal(incidentOf(commands('dana')), 'dana', '/severity 3')).toContain('needs a reason')
  expect(refusal(incidentOf(commands('bob')), 'bob', '/severity 3 nobody used it')).toContain('not an acting one')
})

test('nonsense is told what there is', () => {
  expect(refusal(incidentOf(), 'bob', '/severity SEV-9')).toContain('Unknown severity `SEV-9`')
  expect(refusal(incidentOf(), 'bob', '/severity')).toContain('SEV-1|SEV-2|SEV-3|SEV-4')
})

test('the example of a refusal is the next worse, and of the worst a lighter one', () => {
  const at = (to: 'SEV-1' | 'SEV-3') => incidentOf(['bob', { is: 'severity-set', to }])
  expect(refusal(incidentOf(), 'bob', '/severity 9')).toContain('Example: `/severity SEV-1 customer')
  expect(refusal(at('SEV-3'), 'bob', '/severity 9')).toContain('Example: `/severity SEV-2 customer')
  expect(refusal(at('SEV-1'), 'bob', '/severity 9')).toContain('Example: `/severity SEV-2 nobody')
})

test('is lowered by nobody while nobody commands, though anyone may raise it', () => {
  expect(refusal(incidentOf(), 'bob', '/severity 4 a test')).toContain('no incident commander yet')
  expect(refusal(incidentOf(), 'carol', '/severity 1')).toContain('anyone with write access')
})

test('twice in a comment counts from what the first one made of it', () => {
  expect(say(incidentOf(), 'bob', '/severity 1\n/severity 2 not so bad')).toMatchObject([
    { is: 'severity-set', to: 'SEV-1' },
    { is: 'refused' },
  ])
})
