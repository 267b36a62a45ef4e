import { readConfiguration } from '../src/domain/config/configuration.ts'
import type { IncidentEvent } from '../src/domain/events/event.ts'
import type { Incident } from '../src/domain/incident/incident.ts'
import type { Account, Actor } from '../src/domain/terms/person.ts'
import { writeMarker } from '../src/domain/text/marker.ts'
import { withIndex } from '../src/domain/view/index-snapshot.ts'
import type { ChildView, IncidentView, IssueView, Item, Snapshot } from '../src/domain/view/snapshot.ts'
import { describe, type Operation } from '../src/operations/operation.ts'
import type { Rule } from '../src/rules/rule.ts'
import { members, type Name, said, who } from './incident-of.ts'

/** We in this deployment, and in the other. */
export const us: Actor = { id: 99, login: 'tocsin[bot]', kind: 'bot' }
export const action: Actor = { id: 41_898_282, login: 'github-actions[bot]', kind: 'bot' }

export const user = (name: Name): Actor => ({ ...who(name), kind: 'user' })
export const account = (name: Name): Account => ({ ...who(name), node: `U_${who(name).id}` })

const { configuration } = readConfiguration(null)

type Comment = Extract<Item, { is: 'comment' }>

export const comment = (id: string, by: Actor, body: string, more: Partial<Comment> = {}): Comment => ({
  is: 'comment',
  id,
  at: said,
  by,
  url: `https://github.com/acme/ops/issues/7#${id}`,
  body,
  editedAt: null,
  editor: null,
  byEmail: false,
  minimized: false,
  acknowledged: false,
  secrets: [],
  digest: 'd'.repeat(64),
  ...more,
})

const page = (number: number): IssueView => ({
  id: `I_${number}`,
  number,
  url: `https://github.com/acme/ops/issues/${number}`,
  title: '',
  body: '',
  state: 'open',
  stateReason: null,
  author: us,
  createdAt: said,
  labels: [],
  assignees: [],
  locked: false,
  thread: [],
})

/** The line that ends a text of ours. */
export const marker = (kind: 'step' | 'reply' | 'board', key: string, of = 7): string =>
  writeMarker({ kind, incident: `I_${of}`, number: of, key })

/** The sub-issue of a step. */
export const child = (number: number, step: string, more: Partial<ChildView> = {}): ChildView => ({
  ...page(number),
  title: `${number - 10}. ${step}`,
  body: `Do it.\n\n${marker('step', step)}`,
  labels: ['incident-step'],
  blockedBy: [],
  ...more,
})

type Spoilt = {
  readonly issue?: Partial<IncidentView>
  /** By step: what is different on its sub-issue. */
  readonly steps?: Readonly<Record<string, Partial<ChildView>>>
  /** Steps whose sub-issue is not there. */
  readonly without?: readonly string[]
  /** More sub-issues. */
  readonly beside?: readonly ChildView[]
  readonly events?: readonly IncidentEvent[]
  readonly labels?: readonly string[]
  readonly postMortem?: Snapshot['postMortem']
}

/**
 * What GitHub shows of an incident, #7, whose steps are all open and nobody's: in order, but for what a test spoils. Its
 * sub-issues are #11 and following, in the order of its steps.
 */
export const snapshotOf = (incident: Incident, spoilt: Spoilt = {}): Snapshot => {
  const numbers = new Map(incident.steps.map((step, index) => [step.id, 11 + index]))
  const blockedBy = (after: readonly string[]) => after.map(id => `I_${numbers.get(id)}`)
  return {
    now: said,
    asked: said,
    readFrom: null,
    us,
    ours: [us.id, action.id],
    repository: {
      id: 'R_1',
      owner: 'acme',
      name: 'ops',
      url: 'https://github.com/acme/ops',
      visibility: 'private',
      archived: false,
      isRecordGuarded: null,
      defaultBranch: { name: 'main', oid: 'b'.repeat(40) },
      labels: (spoilt.labels ?? ['incident', 'incident-step', 'drill', 'SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']).map(
        name => ({ id: `L_${name}`, name }),
      ),
    },
    settings: { oid: 'b'.repeat(40), configuration, playbooks: [], problems: [] },
    today: configuration,
    issue: {
      ...page(7),
      title: 'Somebody is in',
      author: user('bob'),
      labels: ['incident', incident.severity],
      lastEditedAt: null,
      secrets: [],
      pinnedComment: null,
      board: null,
      ...spoilt.issue,
    },
    lost: [],
    declaredOn: { id: 'I_7', number: 7 },
    successors: [],
    strays: [],
    away: false,
    children: [
      ...incident.steps
        .filter(step => !spoilt.without?.includes(step.id))
        .map((step, index) =>
          child(numbers.get(step.id) ?? 11 + index, step.id, {
            blockedBy: blockedBy(step.after),
            ...spoilt.steps?.[step.id],
          }),
        ),
      ...(spoilt.beside ?? []),
    ],
    ledger: {
      state: 'ready',
      oid: 'c'.repeat(40),
      events: spoilt.events ?? incident.events,
      raw: [],
      commits: [{ oid: 'c'.repeat(40), lines: (spoilt.events ?? incident.events).length }],
      lease: { v: 1, writer: 1, watermark: said, leases: [] },
      last: { name: '0001.ndjson', text: '' },
    },
    members,
    tags: {},
    postMortem: spoilt.postMortem ?? { branches: [], pulls: [] },
    paged: false,
    complete: true,
  }
}

/** What a rule would do, as data. */
export const owed = (rule: Rule, incident: Incident, spoilt: Spoilt = {}): readonly Operation[] =>
  rule(incident, withIndex(snapshotOf(incident, spoilt)))

/** What a rule would do, in words. */
export const words = (rule: Rule, incident: Incident, spoilt: Spoilt = {}): readonly string[] =>
  owed(rule, incident, spoilt).map(describe)
