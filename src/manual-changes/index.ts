import type { Decision, IncidentEvent } from '../domain/events/event.ts'
import { type Incident, type StepState, stepOf } from '../domain/incident/incident.ts'
import type { Doer } from '../domain/incident/permissions.ts'
import type { Item } from '../domain/view/snapshot.ts'
import { afterEnd } from './after-end.ts'
import { assigned } from './assigned.ts'
import { closed } from './closed.ts'
import { joined } from './joined.ts'
import { labelled } from './labelled.ts'
import { left } from './left.ts'
import type { Hand, Verdict } from './manual-change.ts'
import { reopened } from './reopened.ts'
import { stepClosed } from './step-closed.ts'
import { stepReopened } from './step-reopened.ts'
import { unassigned } from './unassigned.ts'
import { unlabelled } from './unlabelled.ts'

/**
 * What follows from something that somebody other than us did by hand on the page of `step`, or with null on the incident's
 * own: events, a correction with its explanation, or nothing.
 */
export const eventsOfManualChange = (
  incident: Incident,
  item: Item,
  step: string | null,
  doer: Doer | null,
  record: (decision: Decision) => IncidentEvent,
): readonly IncidentEvent[] => {
  // A bot that is not ours answers to nobody here, whatever the repository lets it do.
  const hand = { by: item.by, doer: item.by?.kind === 'user' ? doer : null }
  const found = step === null ? null : stepOf(incident, step)
  if (step !== null && found === null) return []
  const usual = () => (found === null ? onIncident(incident, item, hand) : onStep(incident, found, item, hand))
  return (afterEnd(incident, found, item, hand) ?? usual()).map(record)
}

const onIncident = (incident: Incident, item: Item, hand: Hand): Verdict => {
  switch (item.is) {
    case 'comment':
    // what is ours and was taken away is weighed by itself
    case 'unlinked':
    case 'comment-deleted':
      return []
    case 'assigned':
      return item.who === null ? [] : joined(incident, item.who, hand)
    case 'unassigned':
      return item.who === null ? [] : left(incident, item.who, hand)
    case 'labelled':
      return labelled(incident, item.label, hand)
    case 'unlabelled':
      return unlabelled(incident, item.label, hand)
    case 'closed':
      return closed(incident, hand)
    case 'reopened':
      return reopened(incident, hand)
  }
}

const onStep = (incident: Incident, step: StepState, item: Item, hand: Hand): Verdict => {
  switch (item.is) {
    case 'comment':
    // The labels of a step say nothing that is decided on.
    case 'labelled':
    case 'unlabelled':
    case 'unlinked':
    case 'comment-deleted':
      return []
    case 'assigned':
      return item.who === null ? [] : assigned(incident, step, item.who, hand)
    case 'unassigned':
      return item.who === null ? [] : unassigned(incident, step, item.who, hand)
    case 'closed':
      return stepClosed(incident, step, item.reason, hand)
    case 'reopened':
      return stepReopened(incident, step, hand)
  }
}
