import type { Incident, StepState } from '../incident/incident.ts'
import type { Operation } from '../incident/operation.ts'
import type { ChildView } from '../incident/snapshot.ts'
import { childOf } from '../incident/view.ts'
import { patience } from './assignees.ts'
import type { Rule } from './rule.ts'

/** A finished step is closed, an unfinished one open; the incident is closed when the one in command closed it. */
export const states =
  (ours: readonly number[]): Rule =>
  (incident, snapshot) => {
    const { id, number, state } = snapshot.issue
    return [
      ...ofIncident(incident, { id, number }, state),
      ...incident.steps.flatMap(step => {
        const child = childOf(snapshot, ours, step.id)
        return child === null || step.putBack >= patience ? [] : ofStep(step, child)
      }),
    ]
  }

const ofStep = (step: StepState, { id, number, state }: ChildView): readonly Operation[] => {
  const wanted = step.state === 'open' ? 'open' : 'closed'
  if (state === wanted) return []
  if (wanted === 'open') return [{ do: 'reopen', on: { id, number } }]
  return [{ do: 'close', on: { id, number }, reason: step.state === 'done' ? 'completed' : 'not-planned' }]
}

const ofIncident = (
  incident: Incident,
  on: { id: string; number: number },
  state: 'open' | 'closed',
): readonly Operation[] => {
  const wanted = incident.ended === null ? 'open' : 'closed'
  if (state === wanted) return []
  if (wanted === 'closed') {
    return [{ do: 'close', on, reason: incident.ended === 'closed' ? 'completed' : 'not-planned' }]
  }
  // while nobody commands nothing is put back, and nobody is fought for ever
  return incident.commander === null || closedInVain(incident) >= patience ? [] : [{ do: 'reopen', on }]
}

/** How often in a row the incident was closed by hand without effect. */
const closedInVain = (incident: Incident): number => {
  const last = incident.facts.findLastIndex(fact => fact.is === 'reopened' || fact.is === 'commander-set')
  return incident.facts.slice(last + 1).filter(fact => fact.is === 'put-back' && fact.gesture === 'closed').length
}
