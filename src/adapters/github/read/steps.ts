import { type Issue, isComplete, nodesOf } from '../client/answer-parts.ts'
import type { GitHub } from '../client/client.ts'
import { askNarrower } from '../client/narrower.ts'
import type { StepsQueryVariables } from '../queries.generated.ts'
import { stepsQuery } from './query.ts'
import { stepsCheck } from './shape/issue.ts'

type Steps = Issue['subIssues']

/** An issue has a hundred sub-issues at most: as many pages as that, of one each. */
const mostPages = 100

/** All sub-issues: usually they came with the incident; where GitHub gave up on so many, the rest is paged for. */
export const readSteps = async (github: GitHub, issue: Issue, first: number): Promise<Steps> => {
  let steps = issue.subIssues
  let size = first
  for (let pages = 0; pages < mostPages && steps?.pageInfo.hasNextPage === true && isComplete(steps); pages += 1) {
    const after = steps.pageInfo.endCursor ?? null
    const asked = await askNarrower(size, some =>
      github.query(stepsQuery, { id: issue.id, after, first: some, ofStep: some } satisfies StepsQueryVariables),
    )
    size = asked.size
    const more = asked.answer.is === 'answered' ? stepsCheck.safeParse(asked.answer.data).data?.node?.subIssues : null
    if (!more || !isComplete(more)) return steps
    steps = { pageInfo: more.pageInfo, nodes: [...nodesOf(steps), ...nodesOf(more)] }
  }
  return steps
}
