import type { Incident } from '../domain/incident/incident.ts'
import {
  drillLabel,
  incidentLabel,
  isKindLabel,
  labelsOf,
  readinessLabel,
  stepLabel,
} from '../domain/incident/labels.ts'
import { isContested, patience, timesReverted } from '../domain/incident/revert-limit.ts'
import { isSeverity } from '../domain/terms/severity.ts'
import { isBefore, later, type Timestamp } from '../domain/terms/timestamp.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { hasLabel, stepOfChild } from '../domain/view/queries.ts'
import { labelDescription } from '../messages/label.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

const colors: Readonly<Record<string, string>> = {
  [incidentLabel]: 'b60205',
  [readinessLabel]: '0e8a16',
  [stepLabel]: 'c5def5',
  [drillLabel]: 'bfdadc',
  'SEV-1': 'b60205',
  'SEV-2': 'd93f0b',
  'SEV-3': 'fbca04',
  'SEV-4': 'fef2c0',
}

/** The labels that an incident needs exist in the repository. */
export const missingLabels = (wanted: readonly string[], view: View): readonly Operation[] =>
  wanted
    .filter(label => !hasLabel(view, label))
    .map(label => ({
      do: 'create-label',
      label,
      color: colors[label] ?? 'ededed',
      description: labelDescription(label),
    }))

/** The incident carries its severity and nothing else of that kind; each step carries the label of a step. */
export const labels: Rule = (incident, view) => {
  const wanted = wantedOn(incident)
  const on = { id: view.issue.id, number: view.issue.number }
  const present = wanted.filter(label => hasLabel(view, label))
  const left = (manualChange: 'labelled' | 'unlabelled') =>
    isContested(incident, { manualChange, step: null, who: null })
  const adds = present
    .filter(label => !carries(view.issue.labels, label))
    // by its kind an incident is found: that label is restored always, those beside it only until it is asked about
    .filter(label => (isKindLabel(incident, label) ? !isFoughtByBot(incident, view.now) : !left('unlabelled')))
  const wrong =
    left('labelled') || incident.kind === 'readiness'
      ? []
      : view.issue.labels.filter(label => isSeverity(label) && !carries([incident.severity], label))
  const bare = view.children.filter(child => {
    const step = stepOfChild(view, child)
    return step !== null && !carries(child.labels, stepLabel) && !isTakenOff(incident, step)
  })
  return [
    ...missingLabels([...wanted, stepLabel], view),
    ...adds.map(label => ({ do: 'add-label', on, label }) as const),
    ...wrong.map(label => ({ do: 'remove-label', on, label }) as const),
    ...(hasLabel(view, stepLabel)
      ? bare.map(({ id, number }) => ({ do: 'add-label', on: { id, number }, label: stepLabel }) as const)
      : []),
  ]
}

/** How long a label stays off that a bot takes off again and again: two programs would else go on as fast as GitHub lets them. */
const truceSeconds = 3_600

/** A bot took it off just now, and somebody has done so more often than is answered. */
const isFoughtByBot = (incident: Incident, now: Timestamp): boolean => {
  const last = incident.events.findLast(
    event =>
      (event.is === 'noticed' || event.is === 'reverted') &&
      event.manualChange === 'unlabelled' &&
      event.step === undefined,
  )
  return (
    last?.is === 'noticed' &&
    last.by?.login.endsWith('[bot]') === true &&
    timesReverted(incident, { manualChange: 'unlabelled', step: null, who: null }) > patience &&
    isBefore(now, later(last.said, truceSeconds))
  )
}

/** Nothing is decided on the label of a step: one that somebody, or a bot that tidies labels, took off stays off. */
const isTakenOff = ({ events }: Incident, step: string): boolean =>
  events.some(event => event.is === 'noticed' && event.manualChange === 'unlabelled' && event.step === step)

const wantedOn = (incident: Pick<Incident, 'kind' | 'severity' | 'drill'>): readonly string[] => [
  ...labelsOf(incident),
  ...(incident.drill ? [drillLabel] : []),
]

/** Labels are compared as GitHub does: without regard to case. */
const carries = (labels: readonly string[], label: string): boolean =>
  labels.some(one => one.toLowerCase() === label.toLowerCase())
