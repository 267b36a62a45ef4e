import type { Decision } from '../domain/events/event.ts'
import type { ManualChange } from '../domain/events/manual-change.ts'
import { mostWords } from '../domain/events/stamp.ts'
import type { Incident, StepState } from '../domain/incident/incident.ts'
import { lineOfGivingUp, patience, timesMadeAgain } from '../domain/incident/revert-limit.ts'
import type { Actor } from '../domain/terms/person.ts'
import { cut } from '../domain/text/escape.ts'
import { commentRemoved, leftRemoved, pageRemoved } from '../messages/revert.ts'

/** What somebody took away: the page of a step, with its number if it can still be seen, or a comment of ours. */
export type Removed = {
  readonly manualChange: Extract<ManualChange, 'unlinked' | 'edited' | 'moved' | 'deleted'>
  readonly step: StepState | null
  readonly page: number | null
}

/**
 * Making it again is a new page, or a new comment, and a mail to everybody: after the third time it is asked about once, and
 * left. Also while nobody commands, for the checklist is what there is to work by.
 */
export const removed = (
  incident: Incident,
  { manualChange, step, page }: Removed,
  by: Actor | null,
): readonly Decision[] => {
  const removal = { manualChange, step: step?.id ?? null }
  const what = { manualChange, ...(step === null ? {} : { step: step.id }) }
  if (timesMadeAgain(incident, removal) < patience) {
    const says = manualChange === 'deleted' ? commentRemoved(by) : pageRemoved(manualChange, step?.id ?? null, page, by)
    return [{ is: 'reverted', ...what, says: cut(says, mostWords) }]
  }
  if (lineOfGivingUp(incident, removal) !== 0) return []
  return [
    {
      is: 'manual-change-questioned',
      ...what,
      says: cut(leftRemoved(incident, manualChange, step?.id ?? null), mostWords),
    },
  ]
}
