import type { Incident, StepState } from '../domain/incident/incident.ts'
import { isContested, isStepContested } from '../domain/incident/revert-limit.ts'
import { childOf } from '../domain/view/queries.ts'
import type { ChildView } from '../domain/view/snapshot.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** A finished step is closed, an unfinished one open; the incident is closed when the one in command closed it. */
export const states: Rule = (incident, view) => {
  const { id, number, state } = view.issue
  return [
    ...ofIncident(incident, { id, number }, state),
    ...incident.steps.flatMap(step => {
      const child = childOf(view, step.id)
      return child === null || isStepContested(incident, step.id) ? [] : ofStep(step, child)
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
  const manualChange = wanted === 'open' ? 'closed' : 'reopened'
  if (state === wanted || isContested(incident, { manualChange, step: null, who: null })) return []
  if (wanted === 'closed') {
    return [{ do: 'close', on, reason: incident.ended === 'closed' ? 'completed' : 'not-planned' }]
  }
  // without an incident commander nothing is reverted
  return incident.commander === null && incident.kind === 'incident' ? [] : [{ do: 'reopen', on }]
}
