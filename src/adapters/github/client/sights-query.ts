import { recordBranches } from '../../../domain/events/location.ts'

/** What of an incident moves when something happens to it: its own moment, and those of its steps. */
const sight = `
fragment Sight on Issue { number state closedAt updatedAt subIssues(first: 100) { nodes { number updatedAt } } }`

const issues = (list: string, rest: string): string => `
    ${list}: issues(first: $first, after: $${list}After, ${rest}) @include(if: $${list}) { pageInfo { hasNextPage endCursor } nodes { ...Sight } }`

/**
 * Many incidents at first sight, a page of each list a request: open ones, those that changed of late and are closed, reviews
 * of readiness, and the branches of all records, whatever label their issues have.
 */
export const sightsQuery = `
query Sights($owner: String!, $repo: String!, $first: Int!, $since: DateTime!,
  $open: Boolean!, $openAfter: String, $closed: Boolean!, $closedAfter: String,
  $reviews: Boolean!, $reviewsAfter: String, $records: Boolean!, $recordsAfter: String) {
  repository(owner: $owner, name: $repo) {
    id visibility isArchived hasIssuesEnabled
    defaultBranchRef { target { ... on Commit { file(path: ".github/incidents.yml") { oid } } } }${issues('open', 'labels: ["incident"], states: [OPEN]')}${issues('closed', 'labels: ["incident"], states: [CLOSED], filterBy: {since: $since}')}${issues('reviews', 'labels: ["readiness"]')}
    records: refs(refPrefix: "refs/heads/${recordBranches.prefix}", first: 100, after: $recordsAfter) @include(if: $records) {
      pageInfo { hasNextPage endCursor } nodes { name target { oid } }
    }
  }
}${sight}`

const aliases = (numbers: readonly number[], fields: string): string =>
  numbers.map(number => `issue${number}: issueOrPullRequest(number: ${number}) { ${fields} }`).join('\n    ')

/** How the issues stand whose label says nothing of a record. */
export const statesQuery = (numbers: readonly number[]): string => `
query States($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    ${aliases(numbers, '... on Issue { state closedAt repository { id } }')}
  }
}`

/** These at first sight, by their numbers. */
export const sightsOfQuery = (numbers: readonly number[]): string => `
query SightsOf($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    ${aliases(numbers, '...Sight')}
  }
}${sight}`
