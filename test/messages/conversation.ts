import { type Comment, obey } from '../../src/commands/parse/obey.ts'
import { type Decision, eventSchema, type IncidentEvent } from '../../src/domain/events/event.ts'
import type { CommandContext } from '../../src/domain/incident/command-context.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { applyEvent, reduceEvents } from '../../src/domain/incident/reduce.ts'
import type { Playbook } from '../../src/domain/playbook/playbook.ts'
import { snapshotStep } from '../../src/domain/playbook/step-snapshot.ts'
import type { Actor } from '../../src/domain/terms/person.ts'
import type { Item } from '../../src/domain/view/snapshot.ts'
import { eventsOfManualChange } from '../../src/manual-changes/index.ts'
import { reply } from '../../src/messages/reply.ts'
import { doer, members, type Name, roster, who } from '../cast.ts'
import { playbookWith, stepWith } from '../playbook-of.ts'

// An incident as people make it: they comment and change things by hand, and read what Tocsin replies.

export { type Name, who } from '../cast.ts'

export const playbook: Playbook = playbookWith(
  'server-access',
  [
    stepWith('eject', {
      title: 'Disable the key and end its sessions',
      guidance: 'Revoke the key first, then end every session that it opened.',
      required: true,
      within: 15,
    }),
    stepWith('image', { title: 'Take an image', role: 'forensics', perAsset: true }),
    stepWith('analyse', {
      title: 'Find out what was done',
      phase: 'Investigate',
      role: 'forensics',
      after: ['eject'],
    }),
    stepWith('tell-company', { title: 'Tell the company', phase: 'Communicate', gate: 'internal' }),
    stepWith('tell-customers', {
      title: 'Tell the customers',
      phase: 'Communicate',
      gate: 'external',
      after: ['analyse'],
    }),
    stepWith('publish', { title: 'Publish the report', phase: 'Communicate', gate: 'steps', after: ['analyse'] }),
  ],
  { title: 'Server access compromised' },
)

const exposedCredential = playbookWith('exposed-credential', [stepWith('revoke', { title: 'Revoke it' })], {
  kind: 'part',
  title: 'A credential is exposed',
})

export const review: Playbook = playbookWith(
  'readiness',
  [stepWith('check-roster', { title: 'Check the roster' }), stepWith('check-backups', { title: 'Restore a backup' })],
  { kind: 'readiness', title: 'Quarterly readiness review' },
)

const playbooks: readonly Playbook[] = [
  playbook,
  playbookWith('leaked-key', [stepWith('rotate', { title: 'Rotate the key' })], { title: 'A key leaked' }),
  exposedCredential,
  review,
]

export const known: CommandContext = {
  members,
  timezone: null,
  said: '2026-03-01T10:42:00Z',
  step: null,
  playbooks,
  otherPages: 0,
  isAway: false,
  comments: [],
  legalHold: false,
}

const clock = (minute: number): string => new Date(Date.parse('2026-03-01T10:42:00Z') + minute * 60_000).toISOString()

const recordAs =
  (by: Name | null, source: string, at: string) =>
  (decision: Decision): IncidentEvent =>
    eventSchema.parse({
      ...decision,
      v: 1,
      happened: decision.happened ?? at,
      said: at,
      recorded: at,
      by: by === null ? null : doer(by),
      writer: { id: 99, login: 'tocsin[bot]', run: 'run-1' },
      source,
    })

/** What bob reports, by this playbook; nothing else has happened yet. */
export const declared = (
  of: Playbook = playbook,
  more: Partial<Extract<Decision, { is: 'declared' }>> = {},
): Incident => {
  const decision: Decision = {
    is: 'declared',
    id: '0'.repeat(32),
    repository: { id: 'R_1', name: 'acme/ops' },
    ...(of.kind === 'readiness' ? { kind: 'readiness' } : { codename: 'sapphire-unicorn' }),
    playbook: of.id,
    title: of.title,
    confidential: of.confidential,
    steps: of.steps.map(step => snapshotStep(step, of.id)),
    severity: 'SEV-2',
    drill: false,
    settings: 'c0ffee',
    roster,
    seen: 'A sign-in as deploy from an address that nobody knows.',
    ...more,
  }
  const incident = reduceEvents([recordAs('bob', 'I_7', clock(0))(decision)], playbooks)
  if (incident === null) throw new Error('not declared')
  return incident
}

type Way = Partial<Pick<Comment, 'byEmail' | 'edited'>> & {
  readonly step?: string
  readonly known?: Partial<CommandContext>
}

const following = (incident: Incident, events: readonly IncidentEvent[]): Incident =>
  events.reduce((so, event) => applyEvent(so, event, playbooks) ?? so, incident)

const eventsOf = (incident: Incident, name: Name, body: string, way: Way): readonly IncidentEvent[] => {
  const at = clock(incident.events.length)
  return obey(
    incident,
    { body, byEmail: way.byEmail ?? false, edited: way.edited ?? 'no' },
    doer(name),
    { ...known, said: at, step: way.step ?? null, ...way.known },
    recordAs(name, `C_${incident.events.length}`, at),
  )
}

/** The incident once these people have commented, one after the other. */
export const after = (incident: Incident, ...comments: readonly (readonly [Name, string])[]): Incident =>
  comments.reduce((so, [name, body]) => following(so, eventsOf(so, name, body, {})), incident)

/** What somebody reads below their comment. */
export const answer = (incident: Incident, name: Name, body: string, way: Way = {}): string => {
  const events = eventsOf(incident, name, body, way)
  const told = events.filter(
    ({ is }) => is === 'refused' || is === 'answered' || is === 'redaction-asked' || is === 'reverted',
  )
  return reply(told, who(name), told.length < events.length)
}

type Change = DistributiveOmit<Exclude<Item, { is: 'comment' }>, 'id' | 'at' | 'by' | 'url'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

const changed = (incident: Incident, name: Name | 'robot', step: string | null, change: Change) => {
  const by: Actor = name === 'robot' ? { id: 77, login: 'robot[bot]', kind: 'bot' } : { ...who(name), kind: 'user' }
  const at = clock(incident.events.length)
  return eventsOfManualChange(
    incident,
    { id: 'E_1', at, url: '', ...change, by },
    step,
    name === 'robot' ? null : doer(name),
    recordAs(name === 'robot' ? null : name, `E_${incident.events.length}`, at),
  )
}

/** The incident once somebody has changed something by hand, so many times. */
export const afterChange = (
  incident: Incident,
  name: Name | 'robot',
  step: string | null,
  change: Change,
  times = 1,
): Incident =>
  Array.from({ length: times }).reduce<Incident>(so => following(so, changed(so, name, step, change)), incident)

/** What somebody reads after changing something by hand. */
export const answerToChange = (incident: Incident, name: Name | 'robot', step: string | null, change: Change): string =>
  reply(changed(incident, name, step, change), name === 'robot' ? null : who(name))
