import type { Snapshot } from '../../../domain/view/snapshot.ts'
import { isComplete, nodesOf, type Repository } from '../client/answer-parts.ts'
import type { GitHub } from '../client/client.ts'
import type { LabelsQueryVariables } from '../queries.generated.ts'
import { labelsQuery } from './query.ts'
import { labelsCheck } from './shape/incident.ts'

type Labels = Snapshot['repository']['labels']

/** All labels of the repository: the first hundred came with the incident. */
export const readLabels = async (
  github: GitHub,
  { owner, repo }: { readonly owner: string; readonly repo: string },
  first: Repository['labels'],
): Promise<{ readonly labels: Labels; readonly whole: boolean }> => {
  const labels = [...nodesOf(first)]
  let page = first
  // A repository with more than 5,000 labels has other troubles.
  for (let more = 0; more < 50 && page?.pageInfo.hasNextPage === true && isComplete(page); more += 1) {
    const variables: LabelsQueryVariables = { owner, repo, after: page.pageInfo.endCursor ?? null }
    const answer = await github.query(labelsQuery, variables)
    page = answer.is === 'answered' ? pageOf(answer.data) : null
    labels.push(...nodesOf(page))
  }
  return { labels, whole: isComplete(page) && page?.pageInfo.hasNextPage === false }
}

const pageOf = (data: unknown): Repository['labels'] => labelsCheck.safeParse(data).data?.repository?.labels
