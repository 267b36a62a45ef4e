import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/domain/config/configuration.ts'
import { withIndex } from '../../src/domain/view/index-snapshot.ts'
import { declare } from '../../src/planner/declare.ts'
import { incidentOf } from '../incident-of.ts'
import { playbookWith, stepWith } from '../playbook-of.ts'
import { snapshotOf } from '../snapshot-of.ts'

const playbook = playbookWith('server', [stepWith('isolate')], { severity: 'SEV-3' })

const declared = (body: string, configured = '') => {
  const { configuration } = readConfiguration(configured)
  const snapshot = snapshotOf(incidentOf(), { issue: { body, labels: ['incident', 'playbook: server'] } })
  const settings = { ...snapshot.settings, configuration, playbooks: [playbook] }
  const [first] = declare(withIndex({ ...snapshot, settings }), 'run')
  return first?.is === 'declared' ? first : null
}

const working = '### Is somebody at work in our systems right now?\n\nYes\n'

describe('with which severity it opens', () => {
  test('without a word, that of the playbook', () => expect(declared('Odd.')?.severity).toBe('SEV-3'))

  test('the configured one before that', () => expect(declared('Odd.', 'severity: SEV-4')?.severity).toBe('SEV-4'))

  test('what the answers about harm come to before that', () => {
    expect(declared(working, 'severity: SEV-4')?.severity).toBe('SEV-1')
  })

  test('what was chosen before all', () => {
    expect(declared(`${working}\n### How bad does it look?\n\nSEV-2 major`)?.severity).toBe('SEV-2')
  })
})

test('the answers about harm stand in the record with the impact', () => {
  const body = `### What does it do to people?\n\n${'x'.repeat(10_000)}\n\n${working}`
  expect(declared(body)?.impact).toMatch(/^x+ … \(cut\)\n\nIs somebody at work in our systems right now\? Yes$/)
})
