import type { IncidentEvent } from '../events/event.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { isSame, type Person } from '../terms/person.ts'
import type { Phase } from '../terms/phase.ts'
import { type Status, statuses } from '../terms/status.ts'
import { emptyChecklist, withSteps } from './asset-steps.ts'
import { grown, stepsIn } from './grow-checklist.ts'
import { checklistOf, heldIn, type Incident, isFinished, ownersOf, type StepState } from './incident.ts'

/**
 * Events, in the order in which they were recorded, to the incident that they add up to; null before it is declared. Of the
 * files only the guidance of steps is taken.
 */
export const reduceEvents = (events: readonly IncidentEvent[], playbooks: readonly Playbook[]): Incident | null =>
  events.reduce<Incident | null>((incident, event) => applyEvent(incident, event, playbooks), null)

/** One event further. */
export const applyEvent = (
  incident: Incident | null,
  event: IncidentEvent,
  playbooks: readonly Playbook[],
): Incident | null => {
  if (event.is === 'declared') return incident ?? declare(event, playbooks)
  if (incident === null) return null
  const next = { ...change(incident, event, playbooks), events: [...incident.events, event] }
  return { ...next, status: statusOf(next) }
}

const declare = (event: Extract<IncidentEvent, { is: 'declared' }>, playbooks: readonly Playbook[]): Incident => ({
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
  ...withSteps(emptyChecklist, stepsIn(event, playbooks), event.said),
  insiderRuledOut: false,
  approvals: [],
  word: null,
  status: 'suspected',
  endings: [],
  ended: null,
  events: [event],
})

/** What a review is called where an incident has its codename. */
const reviewName = 'Readiness'

const change = (incident: Incident, event: IncidentEvent, playbooks: readonly Playbook[]): Incident => {
  switch (event.is) {
    case 'declared':
    case 'timeline-noted':
    case 'refused':
    case 'noticed':
    case 'answered':
    case 'reverted':
      return incident
    case 'commander-set':
      return { ...incident, commander: { who: event.who, acting: event.acting, since: event.said } }
    case 'confirmed':
      return { ...incident, confirmedAt: incident.confirmedAt ?? event.said }
    case 'severity-set':
      return { ...incident, severity: event.to }
    case 'status-set':
      return { ...incident, word: { to: event.to, derivedThen: derivedStatus(incident) } }
    case 'role-assigned':
      return withRole(incident, event.role, event.who)
    case 'role-unassigned':
      return withRole(incident, event.role, without(heldIn(incident.roles, event.role), event.who))
    case 'step-assigned':
      return withStep(incident, event.step, step => ({ ...step, named: union(step.named, event.who) }))
    case 'step-unassigned':
      return withStep(incident, event.step, step => ({ ...step, named: without(step.named, event.who) }))
    case 'step-done':
      return withStep(incident, event.step, step => ({
        ...step,
        state: 'done',
        // whoever holds the role later had no part in it
        named: ownersOf(incident, step),
        waitedFor: event.waitedFor,
        ended: { at: event.happened, by: event.by, because: event.because ?? null },
      }))
    case 'step-skipped':
      return withStep(incident, event.step, step => ({
        ...step,
        state: 'skipped',
        ended: { at: event.happened, by: event.by, because: event.because },
      }))
    case 'step-reopened':
      return withStep(incident, event.step, step => ({ ...step, state: 'open', ended: null, waitedFor: [] }))
    case 'playbook-added':
    case 'step-added':
    case 'asset-added':
    case 'exposed':
    case 'review-due':
      return {
        ...incident,
        ...grown(incident, event, playbooks),
        ended: event.is === 'review-due' ? null : incident.ended,
      }
    case 'insider-ruled-out':
      return { ...incident, insiderRuledOut: true }
    case 'external-approved':
      return { ...incident, approvals: [...incident.approvals, { by: event.by, as: event.as }] }
    case 'closed':
    case 'cancelled':
      return {
        ...incident,
        ended: event.is,
        endings: [...incident.endings, { line: incident.events.length + 1, at: event.said, is: event.is }],
      }
    case 'reopened':
      return { ...incident, ended: null }
  }
}

const without = (people: readonly Person[], gone: readonly Person[]): readonly Person[] =>
  people.filter(one => !gone.some(other => isSame(one, other)))

const union = (people: readonly Person[], more: readonly Person[]): readonly Person[] => [
  ...people,
  ...without(more, people),
]

const withRole = (incident: Incident, role: string, who: readonly Person[]): Incident => ({
  ...incident,
  roles: { ...incident.roles, [role]: who },
})

const withStep = (incident: Incident, id: string, to: (step: StepState) => StepState): Incident => ({
  ...incident,
  steps: incident.steps.map(step => (step.id === id ? to(step) : step)),
  perAsset: incident.perAsset.map(step => (step.id === id ? to(step) : step)),
})

/** Which status a phase wins once its steps, and those of the phases before it, are finished. */
const wins = [
  ['Contain', 'contained'],
  ['Eradicate', 'eradicated'],
  ['Recover', 'recovered'],
] as const satisfies readonly (readonly [Phase, Status])[]

/** Where the steps say that it stands. Nothing counts as more than a suspicion until somebody in command confirmed it. */
const derivedStatus = (incident: Incident): Status => {
  if (incident.confirmedAt === null && incident.kind === 'incident') return 'suspected'
  const all = checklistOf(incident)
  if (all.length > 0 && all.every(isFinished)) return 'resolved'
  let status: Status = 'investigating'
  for (const [phase, won] of wins) {
    const steps = all.filter(step => step.phase === phase)
    if (!steps.every(isFinished)) break
    if (steps.length > 0) status = won
  }
  return status
}

const furthest = (a: Status, b: Status): Status => (statuses.indexOf(a) > statuses.indexOf(b) ? a : b)

/** The IC's word stands above what the steps say, until the steps get further than they were when it was said. */
const statusOf = (incident: Incident): Status => {
  if (incident.ended !== null) return incident.ended
  const derived = derivedStatus(incident)
  if (incident.word === null) return derived
  const { to, derivedThen } = incident.word
  return statuses.indexOf(derived) > statuses.indexOf(derivedThen) ? furthest(to, derived) : to
}
