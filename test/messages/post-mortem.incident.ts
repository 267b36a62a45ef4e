import type { Decision, IncidentEvent } from '../../src/domain/events/event.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { reduceEvents } from '../../src/domain/incident/reduce.ts'
import type { Playbook, Step } from '../../src/domain/playbook/playbook.ts'
import { snapshotStep } from '../../src/domain/playbook/step-snapshot.ts'
import { playbookWith, stepWith } from '../playbook-of.ts'

export const dana = { id: 1, login: 'dana' }
export const bob = { id: 2, login: 'bob' }
export const erin = { id: 3, login: 'erin' }
export const alice = { id: 4, login: 'alice' }
export const tocsin = { id: 90, login: 'tocsin[bot]' }

const step = (id: string, title: string, phase: Step['phase'], more: Partial<Step> = {}): Step =>
  stepWith(id, { title, phase, ...more })

export const playbook: Playbook = playbookWith(
  'server-access',
  [
    step('eject', 'Disable the key and end its sessions', 'Contain', { required: true, within: 15 }),
    step('pull-logs', 'Pull the logs of every service', 'Contain', { role: 'forensics', required: true }),
    step('analyse', 'Find out what was done', 'Investigate', { role: 'forensics', after: ['pull-logs'] }),
    step('rebuild', 'Move to a new machine', 'Recover', { after: ['analyse'] }),
    step('tell-customers', 'Tell the customers', 'Communicate', { gate: 'external', after: ['analyse'] }),
    step('tell-police', 'Talk to the police', 'Communicate', { gate: 'external' }),
  ],
  { title: 'Server access compromised', summary: 'Somebody else may be on the machine.' },
)

const by = (who: { id: number; login: string }) => ({ ...who, role: 'write' as const })
let sources = 0

/** An event said at `clock` (a time of 1 March 2026, or a whole moment), recorded three seconds later. */
export const said = (
  clock: string,
  who: { id: number; login: string },
  decision: Decision,
  more: Partial<Pick<IncidentEvent, 'source' | 'link' | 'flags' | 'recorded' | 'by'>> = {},
): IncidentEvent => {
  const at = clock.length > 5 ? clock : `2026-03-01T${clock}:00Z`
  sources += 1
  return {
    v: 1,
    happened: at,
    said: at,
    recorded: at.replace(':00Z', ':03Z'),
    by: by(who),
    writer: { ...tocsin, run: 'run-1' },
    source: `IC_${sources}`,
    link: `https://github.com/acme/ops/issues/7#issuecomment-${at.replace(/\D/g, '')}`,
    ...decision,
    ...more,
  } as IncidentEvent
}

export const declared = (more: Partial<Extract<Decision, { is: 'declared' }>> = {}): Decision => ({
  is: 'declared',
  id: '0'.repeat(32),
  repository: { id: 'R_1', name: 'acme/ops' },
  playbook: 'server-access',
  title: playbook.title,
  confidential: playbook.confidential,
  steps: playbook.steps.map(one => snapshotStep(one, playbook.id)),
  severity: 'SEV-2',
  codename: 'sapphire-unicorn',
  drill: false,
  settings: 'a'.repeat(40),
  roster: { 'incident-commander': [dana] },
  seen: 'A login as **deploy** from an address that nobody knows.\nSee #12, @erin was on call.',
  ...more,
})

/** A whole incident, as it may go: declared by bob, commanded by erin and then by dana, closed in the evening. */
export const story = (): IncidentEvent[] => [
  said('10:42', bob, { ...declared(), happened: '2026-03-01T10:20:00Z' }),
  said('11:01', erin, { is: 'commander-set', who: erin, acting: true, how: 'taken' }),
  said('11:03', erin, { is: 'confirmed' }),
  said('11:04', erin, { is: 'step-assigned', step: 'eject', who: [alice] }),
  said('11:05', erin, { is: 'role-assigned', role: 'forensics', who: [bob] }),
  said('11:20', alice, { is: 'step-done', step: 'eject', waitedFor: [], happened: '2026-03-01T11:12:00Z' }),
  said('11:25', bob, {
    is: 'timeline-noted',
    text: 'first strange login in auth.log',
    raw: '09:58 first strange login in auth.log',
    happened: '2026-03-01T09:58:00Z',
  }),
  said('11:30', dana, { is: 'commander-set', who: dana, acting: false, how: 'taken' }),
  said('11:32', dana, { is: 'severity-set', to: 'SEV-1', because: 'customer data is on that host' }),
  said('11:40', bob, {
    is: 'refused',
    what: 'command',
    command: '/close',
    says: 'Only the incident commander closes.',
  }),
  said('11:50', bob, { is: 'step-done', step: 'analyse', waitedFor: ['pull-logs'], because: 'live look first' }),
  said('12:10', bob, { is: 'step-done', step: 'pull-logs', waitedFor: [] }, { flags: ['edited'] }),
  said('12:15', alice, {
    is: 'reverted',
    manualChange: 'closed',
    says: 'Closing is for the incident commander, with `/close`.',
  }),
  said('17:00', dana, { is: 'external-approved', because: 'facts are checked', as: 'incident-commander' }),
  said('17:05', alice, { is: 'step-done', step: 'rebuild', waitedFor: [] }),
  said('17:20', dana, { is: 'step-done', step: 'tell-customers', waitedFor: [] }),
  said('17:30', dana, { is: 'severity-set', to: 'SEV-3' }),
  said('17:35', dana, { is: 'step-skipped', step: 'tell-police', because: 'counsel: no duty | no use' }),
  said('17:40', dana, { is: 'closed' }),
]

export const incidentOf = (events: readonly IncidentEvent[], of: Playbook = playbook): Incident => {
  const [first, ...rest] = events
  const { title, confidential } = of
  const steps = of.steps.map(one => snapshotStep(one, of.id))
  const begun: IncidentEvent[] =
    first?.is === 'declared' ? [{ ...first, title, confidential, steps }, ...rest] : [...events]
  const incident = reduceEvents(begun, [of])
  if (incident === null) throw new Error('these events do not begin with a declaration')
  return incident
}
