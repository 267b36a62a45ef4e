import { stepLabel } from '../../../domain/incident/labels.ts'
import { findMarker } from '../../../domain/text/marker.ts'
import type { LostPage } from '../../../domain/view/snapshot.ts'
import { actorOf, isOneOf } from '../client/actor.ts'
import { type Issue, nodesOf, type Step } from '../client/answer-parts.ts'

/** Sub-issues that we opened as pages of steps, and that can be taken for them no longer. */
export const lostPages = (
  issue: Issue,
  incident: string,
  repositoryId: string,
  ours: readonly number[],
): readonly LostPage[] =>
  nodesOf(issue.subIssues)
    .filter(step => isOneOf(ours, actorOf(step.author)))
    .flatMap(step => lostPage(step, incident, repositoryId) ?? [])

const lostPage = (step: Step, incident: string, repositoryId: string): LostPage | null => {
  const { id, number, url, createdAt, lastEditedAt } = step
  const marker = findMarker(step.body, 'step')
  const key = marker?.incident === incident ? marker.key : null
  if (step.repository.id !== repositoryId)
    return key === null ? null : { is: 'lost', id, number, url, at: createdAt, by: null, how: 'moved', step: key }
  // other workflows are the same bot: what was never edited, or never had our label, is not ours
  const wasOurs = nodesOf(step.labels).some(({ name }) => name.toLowerCase() === stepLabel)
  if (key !== null || !wasOurs || !lastEditedAt) return null
  return { is: 'lost', id, number, url, at: lastEditedAt, by: actorOf(step.editor), how: 'edited', step: null }
}
