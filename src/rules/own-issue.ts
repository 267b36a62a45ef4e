import type { Incident } from '../domain/incident/incident.ts'
import { labelsOf } from '../domain/incident/labels.ts'
import { lineOfGivingUp } from '../domain/incident/revert-limit.ts'
import { findMarker, writeMarker } from '../domain/text/marker.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { hasLabel, lineSince, stepOfChild } from '../domain/view/queries.ts'
import { continuedBody, continuedTitle } from '../messages/notice.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** An incident whose own issue is gone continues on another, once a commander asked for it: opened, marked, its steps under it. */
export const ownIssue: Rule = (incident, view) => (view.away ? opened(incident, view) : kept(incident, view))

const opened = (incident: Incident, view: View): readonly Operation[] => {
  const { asked } = incident.ownIssue
  if (asked === null) return []
  const cause = lineSince(view, asked)
  if (view.successors.some(one => one.asked === String(cause))) return []
  const body = `${continuedBody(incident, view.issue.number)}\n\n${markerOf(view, String(cause))}`
  const labels = labelsOf(incident).filter(label => hasLabel(view, label))
  return [{ do: 'open-issue', cause, title: continuedTitle(incident, view.issue.number), body, labels }]
}

const markerOf = ({ declaredOn }: View, key: string): string =>
  writeMarker({ kind: 'incident', incident: declaredOn.id, number: declaredOn.number, key })

const kept = (incident: Incident, view: View): readonly Operation[] => {
  const { issue, declaredOn } = view
  if (incident.ownIssue.replaced?.id !== issue.id) return []
  const under = { id: issue.id, number: issue.number }
  const isMarked = findMarker(issue.body, 'incident')?.incident === declaredOn.id
  const body = `${issue.body.trimEnd()}\n\n${markerOf(view, '')}`
  return [
    ...(isMarked ? [] : [{ do: 'mark-issue', on: under, body } as const]),
    ...view.children
      .filter(({ id }) => view.strays.includes(id))
      .filter(child => !isLetGo(incident, stepOfChild(view, child)))
      .map(({ id, number }) => ({ do: 'adopt-step', on: { id, number }, under }) as const),
  ]
}

/** Taken out from under it again and again: that was asked about. */
const isLetGo = (incident: Incident, step: string | null): boolean =>
  step === null || lineOfGivingUp(incident, { manualChange: 'unlinked', step }) > 0
