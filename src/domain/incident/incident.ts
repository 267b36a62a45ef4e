import type { IncidentEvent } from '../events/event.ts'
import type { IncidentState } from '../state/state.ts'

export {
  type Author,
  type Commander,
  checklistOf,
  type Ending,
  heldIn,
  isBlocked,
  isFinished,
  isReady,
  isUnopened,
  type Missing,
  missingFor,
  ownersOf,
  type StepState,
  stepOf,
  stepsMeant,
  unfinishedRequired,
  unopened,
  waitsFor,
} from '../state/state.ts'

/** What the events add up to, with the events. */
export type Incident = IncidentState & { readonly events: readonly IncidentEvent[] }
