import type { Fact } from '../events/event.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { Phase } from '../terms/phase.ts'
import { isSame, type Person } from '../terms/person.ts'
import { type Status, statuses } from '../terms/status.ts'
import { emptyChecklist, withSteps } from './asset-steps.ts'
import { grown, stepsIn } from './grow-checklist.ts'
import { checklistOf, heldIn, type Incident, isFinished, ownersOf, type StepState } from './incident.ts'

/**
 * Facts, in the order in which they were recorded, to the incident that they add up to; null before it is declared. Of the
 * files only the guidance of steps is taken.
 */
export const fold = (facts: readonly Fact[], playbooks: readonly Playbook[]): Incident | null =>
  facts.reduce<Incident | null>((incident, fact) => advance(incident, fact, playbooks), null)

/** One fact further. */
export const advance = (incident: Incident | null, fact: Fact, playbooks: readonly Playbook[]): Incident | null => {
  if (fact.is === 'declared') return incident ?? declare(fact, playbooks)
  if (incident === null) return null
  const next = { ...change(incident, fact, playbooks), facts: [...incident.facts, fact] }
  return { ...next, status: statusOf(next) }
}

const declare = (fact: Extract<Fact, { is: 'declared' }>, playbooks: readonly Playbook[]): Incident => ({
  kind: fact.kind ?? 'incident',
  playbook: { id: fact.playbook, title: fact.title, confidential: fact.confidential },
  asked: fact.asked ?? null,
  codename: fact.codename ?? reviewName,
  drill: fact.drill,
  declaredAt: fact.said,
  declaredBy: fact.by,
  severity: fact.severity,
  roster: fact.roster,
  roles: {},
  commander: null,
  confirmedAt: null,
  ...withSteps(emptyChecklist, stepsIn(fact, playbooks), fact.said),
  insiderRuledOut: false,
  approvals: [],
  word: null,
  status: 'suspected',
  endings: [],
  ended: null,
  facts: [fact],
})

/** What a review is called where an incident has its codename. */
const reviewName = 'Readiness'

const change = (incident: Incident, fact: Fact, playbooks: readonly Playbook[]): Incident => {
  switch (fact.is) {
    case 'declared':
    case 'timeline-noted':
    case 'refused':
    case 'noticed':
    case 'answered':
    case 'put-back':
      return incident
    case 'commander-set':
      return { ...incident, commander: { who: fact.who, acting: fact.acting, since: fact.said } }
    case 'confirmed':
      return { ...incident, confirmedAt: incident.confirmedAt ?? fact.said }
    case 'severity-set':
      return { ...incident, severity: fact.to }
    case 'status-set':
      return { ...incident, word: { to: fact.to, derivedThen: derivedStatus(incident) } }
    case 'role-assigned':
      return withRole(incident, fact.role, fact.who)
    case 'role-unassigned':
      return withRole(incident, fact.role, without(heldIn(incident.roles, fact.role), fact.who))
    case 'step-assigned':
      return withStep(incident, fact.step, step => ({ ...step, named: union(step.named, fact.who) }))
    case 'step-unassigned':
      return withStep(incident, fact.step, step => ({ ...step, named: without(step.named, fact.who) }))
    case 'step-done':
      return withStep(incident, fact.step, step => ({
        ...step,
        state: 'done',
        // whoever holds the role later had no part in it
        named: ownersOf(incident, step),
        waitedFor: fact.waitedFor,
        ended: { at: fact.happened, by: fact.by, because: fact.because ?? null },
      }))
    case 'step-skipped':
      return withStep(incident, fact.step, step => ({
        ...step,
        state: 'skipped',
        ended: { at: fact.happened, by: fact.by, because: fact.because },
      }))
    case 'step-reopened':
      return withStep(incident, fact.step, step => ({ ...step, state: 'open', ended: null, waitedFor: [] }))
    case 'playbook-added':
    case 'step-added':
    case 'asset-added':
    case 'exposed':
    case 'review-due':
      return {
        ...incident,
        ...grown(incident, fact, playbooks),
        ended: fact.is === 'review-due' ? null : incident.ended,
      }
    case 'insider-ruled-out':
      return { ...incident, insiderRuledOut: true }
    case 'external-approved':
      return { ...incident, approvals: [...incident.approvals, { by: fact.by, as: fact.as }] }
    case 'closed':
    case 'cancelled':
      return {
        ...incident,
        ended: fact.is,
        endings: [...incident.endings, { line: incident.facts.length + 1, at: fact.said, is: fact.is }],
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
