import { z } from 'zod'
import type { Playbook } from '../playbook/playbook.ts'
import { stepSnapshot } from '../playbook/step-snapshot.ts'
import { mostSteps } from '../playbook/validate-steps.ts'
import { emptyChecklist, withSteps } from '../state/asset-steps.ts'
import { includedSteps } from '../state/brought-steps.ts'
import type { IncidentState } from '../state/state.ts'
import { severities } from '../terms/severity.ts'
import { minuteOf } from '../terms/timestamp.ts'
import { defineEvent, unchanged } from './define-event.ts'
import { people, roleName, words } from './stamp.ts'

/** An issue became an incident, or a review of readiness. A second declaration changes nothing. */
export const declared = defineEvent({
  is: 'declared',
  shape: {
    /** The incident's own for ever, from `identity.ts`. */
    id: z.string().regex(/^[0-9a-f]{32}$/),
    /** Where it was declared: its node id, and owner and name as they were then. */
    repository: z.strictObject({ id: z.string().min(1).max(100), name: z.string().max(200) }),
    /** Left out: an incident. */
    kind: z.literal('readiness').optional(),
    playbook: roleName,
    /** The playbook as it was then: whatever becomes of its file, this is what the incident goes by. */
    title: z.string().max(200),
    confidential: z.boolean(),
    steps: z.array(stepSnapshot).max(mostSteps),
    /** What the form asked for, where there was no such playbook to be used. */
    asked: z.string().min(1).max(60).optional(),
    severity: z.enum(severities),
    /** What the form was answered with as severity, where none could be read from it. */
    unreadSeverity: z.string().min(1).max(60).optional(),
    /** A review has none. */
    codename: z.string().optional(),
    drill: z.boolean(),
    /** The commit whose configuration and playbooks bind this incident. */
    settings: z.string(),
    /** The roster as resolved to people at that moment. */
    roster: z.record(roleName, people),
    /** What the form's answers were, where there were any. */
    seen: words.optional(),
    noticed: words.optional(),
    assets: words.optional(),
    impact: words.optional(),
  },
  apply: unchanged,
  timeline: ({ severity, happened, said }) =>
    `Declared as ${severity}${Date.parse(happened) < Date.parse(said) ? `, detected at ${minuteOf(happened)}` : ''}`,
  told: null,
  moment: ({ severity }) => `declared as ${severity}`,
  names: ({ roster }) => Object.values(roster).flat(),
})

type Declared = z.infer<typeof declared.schema>

/** The incident as its declaration leaves it. */
export const begin = (event: Declared, playbooks: readonly Playbook[]): IncidentState => ({
  id: event.id,
  repository: event.repository,
  kind: event.kind ?? 'incident',
  playbook: { id: event.playbook, title: event.title, confidential: event.confidential },
  asked: event.asked ?? null,
  codename: event.codename ?? reviewName,
  drill: event.drill,
  declaredAt: event.said,
  declaredBy: event.by,
  severity: event.severity,
  roster: event.roster,
  roles: {},
  commander: null,
  confirmedAt: null,
  ...withSteps(emptyChecklist, includedSteps(event, playbooks), { at: event.said, line: 1 }),
  insiderRuledOut: false,
  secrets: [],
  redactions: [],
  approvals: [],
  word: null,
  status: 'suspected',
  endings: [],
  ownIssue: { replaced: null, asked: null },
  ended: null,
})

/** What a review is called where an incident has its codename. */
const reviewName = 'Readiness'
