import { type Incident, isBlocked, isFinished, type StepState, waitsFor } from '../domain/incident/incident.ts'
import { may } from '../domain/incident/permissions.ts'
import type { IssueView } from '../domain/view/snapshot.ts'
import { gateClosed, skippedByClosing, stepNotTheirsToClose, stepNotTheirsToSkip } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** Closing a step's issue is doing it; closing it as not planned, or as a duplicate, is leaving it out. */
export const stepClosed = (
  incident: Incident,
  step: StepState,
  reason: IssueView['stateReason'],
  { by, doer }: Hand,
): Verdict => {
  if (isFinished(step)) return []
  const manualChange = 'closed'
  if (reason === 'not-planned' || reason === 'duplicate') {
    if (doer !== null && may(incident, doer, 'skip-step'))
      return [{ is: 'step-skipped', step: step.id, because: skippedByClosing(reason) }]
    return revert(incident, { manualChange, step, says: stepNotTheirsToSkip(incident, step, by) })
  }
  if (isBlocked(incident, step)) return revert(incident, { manualChange, step, says: gateClosed(incident, step, by) })
  if (doer !== null && may(incident, doer, 'finish-step'))
    return [{ is: 'step-done', step: step.id, waitedFor: [...waitsFor(incident, step)] }]
  return revert(incident, { manualChange, step, says: stepNotTheirsToClose(step, by) })
}
