import { expect, test } from 'vitest'
import { proposeSeverity } from '../../../src/domain/intake/propose-severity.ts'

const unknown = { working: null, data: null, access: null, down: null }
const none = { working: false, data: false, access: false, down: false }

test('without an answer nothing is proposed', () => expect(proposeSeverity(unknown)).toBeNull())

test.each([
  ['somebody is at work now', { working: true }, 'SEV-1'],
  ['data may be out', { data: true }, 'SEV-1'],
  ['somebody got access', { access: true }, 'SEV-2'],
  ['something is down', { down: true }, 'SEV-3'],
  ['it is down and somebody got access', { down: true, access: true }, 'SEV-2'],
] as const)('%s: the worst answer counts, whether the others are no or not known', (_, answers, severity) => {
  expect(proposeSeverity({ ...none, ...answers })).toBe(severity)
  expect(proposeSeverity({ ...unknown, ...answers })).toBe(severity)
})

test('four times No is the least, and three times with one not known says nothing', () => {
  expect(proposeSeverity(none)).toBe('SEV-4')
  for (const question of ['working', 'data', 'access', 'down'])
    expect(proposeSeverity({ ...none, [question]: null })).toBeNull()
})
