import { incidentId } from '../../../domain/events/identity.ts'
import { stepLabel } from '../../../domain/incident/labels.ts'
import type { IncidentRef } from '../../../domain/terms/incident-ref.ts'
import type { Target } from '../../../domain/terms/target.ts'
import { findMarker } from '../../../domain/text/marker.ts'
import type { Answer } from '../client/answer.ts'
import { type Issue, isComplete, nodesOf, type Repository, type Step } from '../client/answer-parts.ts'
import type { GitHub } from '../client/client.ts'
import { askNarrower, fullPage } from '../client/narrower.ts'
import { declaredId } from '../ledger/read-ledger.ts'
import type { LabelledStepsQueryVariables } from '../queries.generated.ts'
import type { Word } from './own-issue.ts'
import { labelledStepsQuery } from './query.ts'
import { labelledStepsCheck } from './shape/issue.ts'

type Unread = Extract<Answer, { is: 'refused' | 'unclear' }>

/**
 * The incident's own issue is not here, transferred or deleted, but its record and the pages of its steps are: an issue
 * that stands in for it, with nothing said on it. null: there are none either.
 */
export const standIn = async (
  github: GitHub,
  ref: IncidentRef,
  repository: Repository,
  word: Word | null,
): Promise<StoodIn | Unread> => {
  const listed = await stepsOf(github, ref)
  if (listed.is !== 'listed') return listed
  const steps = listed.steps.toSorted((a, b) => a.number - b.number)
  const [first] = steps
  const id = word?.was ?? idAmong(steps, repository)
  if (first === undefined || id === null) return { is: 'found', issue: null }
  const declaredOn = { id, number: ref.number }
  return { is: 'found', issue: issueOf(word ?? declaredOn, repository, steps), declaredOn }
}

export type StoodIn =
  | { readonly is: 'found'; readonly issue: null }
  | { readonly is: 'found'; readonly issue: Issue; readonly declaredOn: Target }

/**
 * The id that the issue had, as the pages of its steps name it, and anybody can edit those: the one that the record was
 * declared by. If none is, the record is another's or cannot be read, and nothing is decided from it.
 */
const idAmong = (steps: readonly Step[], { id, ledger }: Repository): string | null => {
  const named = steps.flatMap(step => findMarker(step.body, 'step')?.incident ?? [])
  const declared = declaredId(ledger?.target ?? null)
  return named.find(one => incidentId(id, one) === declared) ?? named[0] ?? null
}

/** Ten thousand pages of steps are no repository of incidents. */
const mostPages = 100

/**
 * The pages that we opened for its steps, by their label, newest first, back to what is older than the incident: a step
 * has a higher number.
 */
export const stepsOf = async (
  github: GitHub,
  { owner, repo, number }: IncidentRef,
): Promise<{ readonly is: 'listed'; readonly steps: readonly Step[] } | Unread> => {
  const steps: Step[] = []
  let after: string | null = null
  let size = fullPage
  for (let pages = 0; pages < mostPages; pages += 1) {
    const asked: Awaited<ReturnType<typeof askNarrower>> = await askNarrower(size, first => {
      const variables = { owner, repo, label: stepLabel, first, after, ofStep: first }
      return github.query(labelledStepsQuery, variables satisfies LabelledStepsQueryVariables)
    })
    const { answer } = asked
    if (answer.is !== 'answered') return answer
    const page = labelledStepsCheck.safeParse(answer.data).data?.repository?.issues
    if (!page || !isComplete(page)) return unlisted
    const nodes = nodesOf(page)
    steps.push(...nodes.filter(step => step.author?.__typename === 'Bot' && ofIncident(step) === number))
    if (!page.pageInfo.hasNextPage || nodes.some(step => step.number < number)) return { is: 'listed', steps }
    after = page.pageInfo.endCursor ?? null
    size = asked.size
  }
  return unlisted
}

const unlisted = { is: 'unclear', why: 'not all pages of the steps were given' } as const

const ofIncident = ({ body }: Step): number | null => findMarker(body, 'step')?.number ?? null

const issueOf = ({ id, number }: Target, { id: home, url }: Repository, steps: readonly Step[]): Issue => {
  const none = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }
  return {
    id,
    number,
    url: `${url}/issues/${number}`,
    title: '',
    body: '',
    state: 'OPEN',
    locked: true,
    createdAt: steps[0]?.createdAt ?? '',
    repository: { id: home },
    labels: { nodes: [] },
    assignees: { nodes: [] },
    timelineItems: { nodes: [], pageInfo: none },
    comments: { nodes: [], totalCount: 0 },
    subIssues: { nodes: [...steps], pageInfo: none },
  }
}
