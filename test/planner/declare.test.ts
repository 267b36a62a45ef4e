import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/domain/config/configuration.ts'
import { withIndex } from '../../src/domain/view/index-snapshot.ts'
import { declare } from '../../src/planner/declare.ts'
import { incidentOf } from '../incident-of.ts'
import { playbookWith, stepWith } from '../playbook-of.ts'
import { snapshotOf } from '../snapshot-of.ts'

const playbook = playbookWith('server', [stepWith('isolate')], { severity: 'SEV-3' })

const eventsOf = (body: string, configured = '', labels: readonly string[] = []) => {
  const { configuration } = readConfiguration(configured)
  const snapshot = snapshotOf(incidentOf(), { issue: { body, labels: ['incident', 'playbook: server', ...labels] } })
  const settings = { ...snapshot.settings, configuration, playbooks: [playbook] }
  return declare(withIndex({ ...snapshot, settings }), 'run')
}

const declared = (...from: Parameters<typeof eventsOf>) => {
  const [first] = eventsOf(...from)
  return first?.is === 'declared' ? first : null
}

const working = '### Is an attacker active in our systems right now?\n\nYes\n'

describe('with which severity it opens', () => {
  test('without a word, that of the playbook', () => expect(declared('Odd.')?.severity).toBe('SEV-3'))

  test('the configured one before that', () => expect(declared('Odd.', 'severity: SEV-4')?.severity).toBe('SEV-4'))

  test('what the answers about harm come to before that', () => {
    expect(declared(working, 'severity: SEV-4')?.severity).toBe('SEV-1')
  })

  test('what was chosen before all', () => {
    expect(declared(`${working}\n### Severity\n\nSEV-2 major`)?.severity).toBe('SEV-2')
  })

  test.each(['sev-1', 'SEV-1', 'sev1', 'SEV 1', 'severity: 1', 'severity/critical', 'Sev_1'])(
    'a label with which it was opened says it, however it is spelled: %s',
    label => expect(declared('Odd.', 'severity: SEV-4', [label])?.severity).toBe('SEV-1'),
  )

  test('of a label and the form, and of two labels, the higher counts, and nothing is said where no label goes', () => {
    expect(declared(working, '', ['sev-3'])?.severity).toBe('SEV-1')
    expect(declared('### Severity\n\nSEV-2 major', '', ['sev-1'])?.severity).toBe('SEV-1')
    expect(declared('Odd.', '', ['sev4', 'sev2'])?.severity).toBe('SEV-2')
    expect(eventsOf('Odd.', '', ['sev-1']).filter(({ is }) => is === 'answered')).toEqual([])
  })

  test('whoever set a lower label is told that it goes', () => {
    expect(eventsOf('Odd.', '', ['sev-3', 'SEV-1']).filter(({ is }) => is === 'answered')).toMatchObject([
      {
        command: 'sev-3',
        source: 'declaration:severity',
        says: expect.stringContaining('the label `sev-3` is removed'),
      },
    ])
  })

  test('what was chosen and says no severity is kept, so that the board can say so', () => {
    expect(declared('### Severity\n\nAll hands on deck')).toMatchObject({
      severity: 'SEV-3',
      unreadSeverity: 'All hands on deck',
      impact: 'Severity All hands on deck',
    })
  })
})

test('the answers about harm stand in the record with the impact', () => {
  const body = `### What is the impact on customers and staff?\n\n${'x'.repeat(10_000)}\n\n${working}`
  expect(declared(body)?.impact).toMatch(/^x+ … \(cut\)\n\nIs an attacker active in our systems right now\? Yes$/)
})
