import type { Phase } from '../terms/phase.ts'
import { type Status, statuses } from '../terms/status.ts'
import { checklistOf, type IncidentState, isFinished } from './state.ts'

/** Which status a phase wins once its steps, and those of the phases before it, are finished. */
const wins = [
  ['Contain', 'contained'],
  ['Eradicate', 'eradicated'],
  ['Recover', 'recovered'],
] as const satisfies readonly (readonly [Phase, Status])[]

/** Where the steps say that it stands. Nothing counts as more than a suspicion until somebody in command confirmed it. */
export const derivedStatus = (incident: IncidentState): Status => {
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
export const statusOf = (incident: IncidentState): Status => {
  if (incident.ended !== null) return incident.ended
  const derived = derivedStatus(incident)
  if (incident.word === null) return derived
  const { to, derivedThen } = incident.word
  return statuses.indexOf(derived) > statuses.indexOf(derivedThen) ? furthest(to, derived) : to
}
