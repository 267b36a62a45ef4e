import { drillLabel, incidentLabel, readinessLabel } from '../domain/incident/labels.ts'
import { playbookLabel } from '../domain/intake/form.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { cut } from '../domain/text/escape.ts'
import { findMarker } from '../domain/text/marker.ts'
import { isOurs } from '../domain/view/ours.ts'
import type { Item, Snapshot } from '../domain/view/snapshot.ts'

/** What the label makes of it; null: nothing of ours. An incident that is also a review is an incident. */
export const kindOf = (snapshot: Snapshot): 'incident' | 'readiness' | null => {
  if (has(snapshot, incidentLabel)) return 'incident'
  return has(snapshot, readinessLabel) ? 'readiness' : null
}

/**
 * The form names its playbook in a label; without one the configured one serves. With one that nobody has, or that is
 * broken or not for this, it serves too, and what was asked for is kept, so that the board can say so.
 */
export const playbookFor = (snapshot: Snapshot, kind: Playbook['kind']) => {
  const { playbooks, configuration } = snapshot.settings
  const usable = playbooks.filter(playbook => playbook.kind === kind)
  const labels = snapshot.issue.labels.filter(label => label.toLowerCase().startsWith(playbookLabel('')))
  const named = usable.find(playbook => has(snapshot, playbookLabel(playbook.id)))
  const configured = usable.find(playbook => playbook.id === configuration.playbook)
  const asked = named === undefined ? (labels[0]?.slice(playbookLabel('').length).toLowerCase() ?? null) : null
  return {
    playbook: named ?? configured ?? usable[0] ?? null,
    asked: asked === null || asked.trim() === '' ? null : cut(asked.trim(), 60),
  }
}

/**
 * An issue that belongs to an incident already: a step of ours on which somebody put the label, which would open steps of its
 * own, and these theirs; one that took the place of an incident's own; or an incident's own that was transferred away and came
 * back under another number, with what we said there.
 */
export const isOfAnother = (snapshot: Snapshot): boolean => {
  const { author, body, thread, number } = snapshot.issue
  const isOfOurs = isOurs(snapshot, author) && (findMarker(body, 'step') ?? findMarker(body, 'incident')) !== null
  return isOfOurs || thread.some(item => isOurs(snapshot, item.by) && isAboutAnother(item, number))
}

const isAboutAnother = (item: Item, number: number): boolean => {
  if (item.is !== 'comment') return false
  const marker = findMarker(item.body, 'board') ?? findMarker(item.body, 'reply')
  return marker !== null && marker.number !== number
}

/** An issue that was labelled later is an incident from that moment on, so that old talk in it commands nothing. */
export const declaredAt = (snapshot: Snapshot): Timestamp => {
  const { issue } = snapshot
  const label = kindOf(snapshot) === 'readiness' ? readinessLabel : incidentLabel
  const labelled = issue.thread.filter(item => item.is === 'labelled' && item.label.toLowerCase() === label)
  return labelled.at(-1)?.at ?? issue.createdAt
}

/** It is practice, by its label. */
export const isDrill = (snapshot: Snapshot): boolean => has(snapshot, drillLabel)

const has = (snapshot: Snapshot, label: string): boolean =>
  snapshot.issue.labels.some(one => one.toLowerCase() === label.toLowerCase())
