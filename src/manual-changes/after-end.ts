import { heldIn, type Incident, isFinished, ownersOf, type StepState } from '../domain/incident/incident.ts'
import { isCommander } from '../domain/incident/permissions.ts'
import { includes, type Person } from '../domain/terms/person.ts'
import { anybody } from '../domain/terms/roles.ts'
import { isSeverity } from '../domain/terms/severity.ts'
import type { Item } from '../domain/view/snapshot.ts'
import { changedAfterEnd } from '../messages/revert.ts'
import { type Hand, revert, type Verdict } from './manual-change.ts'

/** After the end what the commands refuse is reverted; null: it is weighed as before the end. */
export const afterEnd = (incident: Incident, step: StepState | null, item: Item, { by }: Hand): Verdict | null => {
  const { ended } = incident
  if (ended === null) return null
  const says = changedAfterEnd(incident, ended, by)
  switch (item.is) {
    case 'labelled':
      return step === null && isSeverity(item.label) && item.label.toLowerCase() !== incident.severity.toLowerCase()
        ? revert(incident, { manualChange: 'labelled', says })
        : null
    case 'assigned':
    case 'unassigned':
      return item.who === null || has(incident, step, item.who) === (item.is === 'assigned')
        ? []
        : revert(incident, { manualChange: item.is, who: item.who, says, ...(step === null ? {} : { step }) })
    case 'reopened':
      return step !== null && isFinished(step) ? revert(incident, { manualChange: 'reopened', step, says }) : null
    default:
      return null
  }
}

/** Is on record as responding, or as having the step to do. */
const has = (incident: Incident, step: StepState | null, who: Person): boolean =>
  step === null
    ? isCommander(incident, who) || includes(heldIn(incident.roles, anybody), who)
    : includes(ownersOf(incident, step), who)
