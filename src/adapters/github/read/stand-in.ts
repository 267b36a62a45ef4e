import { stepLabel } from '../../../domain/incident/labels.ts'
import type { IncidentRef } from '../../../domain/terms/incident-ref.ts'
import { findMarker } from '../../../domain/text/marker.ts'
import type { GitHub } from '../client/client.ts'
import { askNarrower, fullPage } from '../client/narrower.ts'
import { type Issue, nodesOf, type Repository } from './answer-parts.ts'
import { labelledStepsQuery } from './query.ts'
import { labelledStepsCheck } from './shape.ts'

/**
 * The incident's own issue is out of sight, transferred or deleted, but its record and the pages of its steps are here: an
 * issue that stands in for it, with nothing said on it. null: there are none either. The first step names the id that it
 * had; whether the record was declared by that one is checked with the record.
 */
export const standIn = async (github: GitHub, ref: IncidentRef, repository: Repository): Promise<Issue | null> => {
  const { owner, repo, number } = ref
  const { answer } = await askNarrower(fullPage, first =>
    github.query(labelledStepsQuery, { owner, repo, label: stepLabel, first, ofStep: first }),
  )
  const found =
    answer.is === 'answered' ? labelledStepsCheck.safeParse(answer.data).data?.repository?.issues : undefined
  const steps = nodesOf(found).filter(
    step => step.author?.__typename === 'Bot' && findMarker(step.body, 'step')?.number === number,
  )
  const first = steps.toSorted((a, b) => a.number - b.number)[0]
  const id = first === undefined ? undefined : findMarker(first.body, 'step')?.incident
  if (first === undefined || id === undefined) return null
  const none = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }
  return {
    id,
    number,
    url: `${repository.url}/issues/${number}`,
    title: '',
    body: '',
    state: 'OPEN',
    locked: true,
    createdAt: first.createdAt,
    repository: { id: repository.id },
    labels: { nodes: [] },
    assignees: { nodes: [] },
    timelineItems: { nodes: [], pageInfo: none },
    comments: { nodes: [], totalCount: 0 },
    subIssues: { nodes: steps, pageInfo: none },
  }
}
