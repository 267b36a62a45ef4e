import { type Decision, eventSchema, type IncidentEvent } from '../src/domain/events/event.ts'
import type { CommandContext } from '../src/domain/incident/command-context.ts'
import type { Incident } from '../src/domain/incident/incident.ts'
import { reduceEvents } from '../src/domain/incident/reduce.ts'
import type { Playbook } from '../src/domain/playbook/playbook.ts'
import { snapshotStep } from '../src/domain/playbook/step-snapshot.ts'
import { doer, members, type Name, roster, who } from './cast.ts'
import { playbookWith, stepWith } from './playbook-of.ts'

// A small incident for tests: a playbook of a few steps, and the events that a test adds.

export { doer, members, type Name, who } from './cast.ts'

export const playbook: Playbook = playbookWith(
  'server',
  [
    stepWith('eject', { required: true }),
    stepWith('analyse', { phase: 'Investigate', role: 'forensics', after: ['eject'] }),
    stepWith('clean', { phase: 'Eradicate', after: ['analyse'] }),
    stepWith('tell-company', { phase: 'Communicate', gate: 'internal' }),
    stepWith('tell-authority', { phase: 'Communicate', gate: 'external' }),
  ],
  { title: 'Server access compromised' },
)

export const said = '2026-03-01T10:42:00Z'

let sources = 0

/** What a ledger makes of a decision: `by` and the times come from here, whatever the decision says. */
export const recordAs =
  (by: Name | null, at: string = said) =>
  (decision: Decision): IncidentEvent => {
    sources += 1
    const happened = decision.happened ?? at
    return eventSchema.parse({
      ...decision,
      v: 1,
      happened,
      said: at,
      recorded: at,
      by: by === null ? null : doer(by),
      writer: { id: 99, login: 'tocsin[bot]', run: 'run-1' },
      source: `C_${sources}`,
    })
  }

const declaration = {
  is: 'declared',
  id: '0'.repeat(32),
  repository: { id: 'R_1', name: 'acme/ops' },
  playbook: playbook.id,
  title: playbook.title,
  confidential: playbook.confidential,
  steps: playbook.steps.map(step => snapshotStep(step, playbook.id)),
  severity: 'SEV-2',
  drill: false,
  settings: 'c0ffee',
  roster,
} as const satisfies Decision

export const declared = recordAs('bob')({ ...declaration, codename: 'sapphire-unicorn' })

/** The incident as it stands once bob has declared it and these things were said, each by somebody. */
export const incidentOf = (...said: readonly (readonly [Name, Decision])[]): Incident => since(declared, said)

/** The same as a review of readiness, which has neither commander nor codename. */
export const reviewOf = (...said: readonly (readonly [Name, Decision])[]): Incident =>
  since(recordAs('bob')({ ...declaration, kind: 'readiness' }), said)

const since = (declared: IncidentEvent, said: readonly (readonly [Name, Decision])[]): Incident => {
  const events = said.map(([name, decision]) => recordAs(name)(decision))
  const incident = reduceEvents([declared, ...events], [playbook])
  if (incident === null) throw new Error('the playbook of the test is not found')
  return incident
}

/** `name` commands: full if they are on the roster. */
export const commands = (name: Name): readonly [Name, Decision] => [
  name,
  {
    is: 'commander-set',
    who: who(name),
    acting: !(roster['incident-commander'] ?? []).some(one => one.login === name),
    how: 'taken',
  },
]

export const isDone = (id: string, by: Name = 'bob'): readonly [Name, Decision] => [
  by,
  { is: 'step-done', step: id, waitedFor: [] },
]

/** On the incident's own page, at 10:42 UTC, by people whose clocks show Berlin's time. */
export const known: CommandContext = {
  members,
  timezone: 'Europe/Berlin',
  said,
  step: null,
  playbooks: [playbook],
  otherPages: 0,
  isAway: false,
  comments: [],
  legalHold: false,
}
