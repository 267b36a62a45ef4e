import { z } from 'zod'
import { numberOfRecord, recordBranches } from '../../../domain/events/location.ts'
import type { RepositoryRef } from '../../../domain/terms/incident-ref.ts'
import { later } from '../../../domain/terms/timestamp.ts'
import type { BranchesQuery, LabelledQuery } from '../queries.generated.ts'
import type { Answer } from './answer.ts'
import { checkOf, checkOfSome, type RestData } from './checked.ts'
import type { GitHub } from './client.ts'

/** Not all of it could be listed, and why: what a resync would miss, nobody else would find. */
export type Unlisted = { readonly unlisted: string }

export const isUnlisted = (listed: object): listed is Unlisted => 'unlisted' in listed

/** An incident that ended may still owe its post-mortem, and be reopened by hand. */
const closedDays = 14

const page = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() })
const issue = z.object({ number: z.number(), closedAt: z.string().nullish() })
const listOf = <Node extends z.ZodType>(node: Node) =>
  z.object({
    repository: z
      .object({ list: z.object({ pageInfo: page, nodes: z.array(node.nullable()).nullish() }).nullish() })
      .nullish(),
  })
const issuesCheck = checkOf<LabelledQuery>()(listOf(issue))
const branchesCheck = checkOf<BranchesQuery>()(listOf(z.object({ name: z.string() })))

const issuesQuery = `
query Labelled($owner: String!, $repo: String!, $label: String!, $states: [IssueState!], $since: DateTime, $after: String) {
  repository(owner: $owner, name: $repo) {
    list: issues(first: 100, after: $after, labels: [$label], states: $states, filterBy: {since: $since}) {
      pageInfo { hasNextPage endCursor } nodes { number closedAt }
    }
  }
}`

const branchesQuery = `
query Branches($owner: String!, $repo: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    list: refs(refPrefix: "refs/heads/${recordBranches.prefix}", first: 100, after: $after) {
      pageInfo { hasNextPage endCursor } nodes { name }
    }
  }
}`

const statesQuery = (numbers: readonly number[]): string => `
query States($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    ${numbers.map(number => `issue${number}: issueOrPullRequest(number: ${number}) { ... on Issue { state } }`).join('\n    ')}
  }
}`

export const findQueries = { issuesQuery, branchesQuery, statesQuery }

/**
 * The incidents that a resync looks at: open ones, those closed within two weeks, every review of readiness, and the open
 * issues that have a ledger, whose label somebody may have taken away.
 */
export const openIncidents = async (
  github: GitHub,
  owner: string,
  repo: string,
): Promise<readonly number[] | Unlisted> => {
  const where = { owner, repo }
  const labelled = await labelledIssues(github, where)
  if (isUnlisted(labelled)) return labelled
  const branches = await pages(github, branchesQuery, where, branchesCheck)
  if (isUnlisted(branches)) return branches
  const others = branches.flatMap(({ name }) => numberOfRecord(name) ?? []).filter(number => !labelled.has(number))
  const unlabelled = await stillOpen(github, where, others)
  if (isUnlisted(unlabelled)) return unlabelled
  return [...new Set([...labelled, ...unlabelled])].toSorted((a, b) => a - b)
}

const labelledIssues = async (github: GitHub, where: RepositoryRef): Promise<ReadonlySet<number> | Unlisted> => {
  const incidents = { ...where, label: 'incident' }
  const open = await pages(github, issuesQuery, { ...incidents, states: ['OPEN'], since: null }, issuesCheck)
  if (isUnlisted(open)) return open
  const since = later(github.now(), -closedDays * 86_400)
  // Updated since: whatever was closed since then is among them.
  const closed = await pages(github, issuesQuery, { ...incidents, states: ['CLOSED'], since }, issuesCheck)
  if (isUnlisted(closed)) return closed
  const recent = closed.filter(issue => Date.parse(issue.closedAt ?? '') >= Date.parse(since))
  // a review that was closed is due again some day
  const everyReview = { ...where, label: 'readiness', states: null, since: null }
  const reviews = await pages(github, issuesQuery, everyReview, issuesCheck)
  if (isUnlisted(reviews)) return reviews
  return new Set([...open, ...recent, ...reviews].map(issue => issue.number))
}

type List<T> = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined }
  readonly nodes?: readonly (T | null)[] | null | undefined
}
type Listing<T> = {
  readonly repository?: { readonly list?: List<T> | null | undefined } | null | undefined
}

const pages = async <T>(
  github: GitHub,
  query: string,
  variables: object,
  check: z.ZodType<Listing<T>>,
): Promise<readonly T[] | Unlisted> => {
  const all: T[] = []
  for (let after: string | null = null; ; ) {
    const answer = await asked(github, query, { ...variables, after })
    if (isUnlisted(answer)) return answer
    const list = check.safeParse(answer.data).data?.repository?.list
    if (!list?.nodes) return { unlisted: 'no such repository, or only a part of an answer' }
    all.push(...list.nodes.filter(node => node !== null))
    if (!list.pageInfo.hasNextPage || !list.pageInfo.endCursor) return all
    after = list.pageInfo.endCursor
  }
}

const asked = async (
  github: GitHub,
  query: string,
  variables: object,
): Promise<{ readonly data: unknown } | Unlisted> => {
  const answer = await github.query(query, variables)
  return answer.is === 'answered' ? { data: answer.data } : unlistedBy(answer)
}

/** In GitHub's own words, where it said no. */
const unlistedBy = (answer: Exclude<Answer, { is: 'answered' }>): Unlisted => ({
  unlisted: answer.is === 'refused' ? answer.message : answer.why,
})

const stillOpen = async (
  github: GitHub,
  where: RepositoryRef,
  numbers: readonly number[],
): Promise<readonly number[] | Unlisted> => {
  const open: number[] = []
  for (let from = 0; from < numbers.length; from += 100) {
    const some = numbers.slice(from, from + 100)
    const answer = await asked(github, statesQuery(some), where)
    if (isUnlisted(answer)) return answer
    // A deleted issue is an error of its own beside the others, and null here.
    const states = z
      .object({ repository: z.record(z.string(), z.object({ state: z.string().optional() }).nullable()) })
      .safeParse(answer.data).data?.repository
    if (states === undefined) return { unlisted: 'only a part of an answer' }
    open.push(...some.filter(number => states[`issue${number}`]?.state === 'OPEN'))
  }
  return open
}

const installed = checkOfSome<RestData<'GET /installation/repositories'>>()(
  z.object({
    repositories: z.array(
      z.object({ name: z.string(), owner: z.object({ login: z.string() }), archived: z.boolean().optional() }),
    ),
  }),
)

/** The repositories that this installation of the App may work in. */
export const repositories = async (github: GitHub): Promise<readonly RepositoryRef[] | Unlisted> => {
  const all: RepositoryRef[] = []
  for (let page = 1; ; page += 1) {
    const answer = await github.rest('GET /installation/repositories', { per_page: 100, page })
    if (answer.is !== 'answered') return unlistedBy(answer)
    const found = installed.safeParse(answer.data).data?.repositories
    if (found === undefined) return { unlisted: 'the installation does not say which repositories it has' }
    all.push(...found.filter(one => !one.archived).map(({ name, owner }) => ({ owner: owner.login, repo: name })))
    if (found.length < 100) return all
  }
}
