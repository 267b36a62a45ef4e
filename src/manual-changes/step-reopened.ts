import { type Incident, isFinished, type StepState } from '../domain/incident/incident.ts'
import { may } from '../domain/incident/permissions.ts'
import { stepNotTheirsToReopen } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** Reopening a step's issue says that there is more to do. */
export const stepReopened = (incident: Incident, step: StepState, { by, doer }: Hand): Verdict => {
  if (!isFinished(step)) return []
  if (doer !== null && may(incident, doer, 'reopen-step')) return [{ is: 'step-reopened', step: step.id }]
  return revert(incident, { manualChange: 'reopened', step, says: stepNotTheirsToReopen(step, by) })
}
