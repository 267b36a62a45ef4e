/** Who somebody is: `actor { login }` alone carries neither type nor id, and logins can be renamed. */
const who = `
fragment Who on Actor {
  __typename login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
}`

const threadItems =
  'ISSUE_COMMENT, ASSIGNED_EVENT, UNASSIGNED_EVENT, LABELED_EVENT, UNLABELED_EVENT, CLOSED_EVENT, REOPENED_EVENT, SUB_ISSUE_REMOVED_EVENT, COMMENT_DELETED_EVENT'

/**
 * Whether anybody put eyes on a comment. `reactors` tells it, but is a connection: on every comment of every step it
 * would make the read cost 25 points instead of 6, so there our own reaction and the group's date must do.
 */
const items = `
fragment Item on IssueTimelineItems {
  __typename
  ... on IssueComment {
    id url body createdAt lastEditedAt createdViaEmail isMinimized
    author { ...Who } editor { ...Who }
    reactionGroups { content createdAt viewerHasReacted }
  }
  ... on AssignedEvent { id createdAt actor { ...Who } assignee { __typename ... on User { databaseId login } ... on Bot { databaseId login } } }
  ... on UnassignedEvent { id createdAt actor { ...Who } assignee { __typename ... on User { databaseId login } ... on Bot { databaseId login } } }
  ... on LabeledEvent { id createdAt actor { ...Who } label { name } }
  ... on UnlabeledEvent { id createdAt actor { ...Who } label { name } }
  ... on ClosedEvent { id createdAt url actor { ...Who } stateReason }
  ... on ReopenedEvent { id createdAt actor { ...Who } }
  ... on SubIssueRemovedEvent { id createdAt actor { ...Who } subIssue { body author { ...Who } } }
  ... on CommentDeletedEvent { id createdAt actor { ...Who } deletedCommentAuthor { ...Who } }
}
fragment Reactors on IssueTimelineItems {
  ... on IssueComment { reactionGroups { content reactors(first: 1) { totalCount } } }
}`

const page = `
fragment Page on Issue {
  id number url title body state stateReason(enableDuplicate: true) locked createdAt
  author { ...Who }
  repository { id }
  labels(first: 100) { nodes { name } }
  assignees(first: 20) { nodes { id databaseId login } }
}`

const steps = `
fragment Steps on IssueConnection {
  pageInfo { hasNextPage endCursor }
  nodes {
    ...Page
    lastEditedAt editor { ...Who }
    blockedBy(first: 50) { nodes { id } }
    timelineItems(last: $ofStep, itemTypes: [${threadItems}]) {
      pageInfo { hasPreviousPage startCursor } nodes { ...Item }
    }
  }
}`

const text = `
fragment Text on TreeEntry { object { __typename ... on Blob { text isTruncated } } }`

const settings = `
fragment Folder on TreeEntry { object { __typename ... on Tree { entries { name ...Text } } } }
fragment Settings on Commit {
  configuration: file(path: ".github/incidents.yml") { ...Text }
  playbooks: file(path: ".github/incidents") { ...Folder }
}`

const made = `
fragment Made on Commit {
  oid
  author { email user { databaseId login } }
  signature { isValid wasSignedByGitHub }
}`

/** Post-mortem branches asked for in the usual read: the incident's first and those after three reopenings. */
export const usualRounds = 4

const postMortem = `
fragment Branch on Ref { target { oid ... on Commit { ...Made file(path: $postMortem) { ...Text } } } }
fragment Pull on PullRequest {
  id number url state createdAt closedAt headRefName isCrossRepository author { ...Who }
  commits(last: 1) { nodes { commit { file(path: $postMortem) { ...Text } } } }
  reviewRequests(first: 20) { nodes { requestedReviewer { __typename ... on User { login } ... on Bot { login } ... on Team { slug } } } }
  latestReviews(first: 20) { nodes { author { ...Who } } }
}`

const round = (k: number) => `
    branch${k}: ref(qualifiedName: $branch${k}) { ...Branch }
    pulls${k}: pullRequests(first: 5, headRefName: $head${k}, orderBy: {field: CREATED_AT, direction: DESC}) @include(if: $pulls) { nodes { ...Pull } }`

const rounds = Array.from({ length: usualRounds }, (_, i) => i + 1)
const roundVariables = rounds.map(k => `, $branch${k}: String!, $head${k}: String!`).join('')

/**
 * One incident, as one request. What differs from asking the timeline `since` the watermark: the watermark stands in the
 * ledger, which comes with the same answer, and whether `since` means creation or update is said nowhere. So threads are
 * read newest first, what is older than the window is dropped, and only a thread with more that is new is paged on: the
 * cost still follows what is new. The ledger is read through its commit, so that oid and text are of one moment
 * (`object(expression:)` beside it would resolve the branch twice).
 */
export const incidentQuery = `
query Incident($owner: String!, $repo: String!, $number: Int!, $ledger: String!, $events: String!, $lease: String!,
  $above: String!, $below: String!, $tags: String!, $postMortem: String!, $pulls: Boolean!, $page: Int!, $ofStep: Int!${roundVariables}) {
  viewer { login databaseId }
  repository(owner: $owner, name: $repo) {
    id name url visibility isArchived hasIssuesEnabled owner { login }
    defaultBranchRef { name target { ... on Commit { oid ...Settings history(first: 30) { nodes { oid } } } } }
    collaborators(first: $page) { pageInfo { hasNextPage } edges { permission node { id databaseId login } } }
    assignableUsers(first: $page) { pageInfo { hasNextPage } nodes { id databaseId login } }
    labels(first: $page) { pageInfo { hasNextPage endCursor } nodes { id name } }
    tags: refs(refPrefix: "refs/tags/", query: $tags, first: 100) {
      pageInfo { hasNextPage } nodes { name target { oid ... on Tag { target { oid } } } }
    }${rounds.map(round).join('')}
    above: ref(qualifiedName: $above) { target { oid } }
    below: refs(refPrefix: $below, first: 20) { nodes { name target { oid } } }
    ledger: ref(qualifiedName: $ledger) { rules(first: 50) { nodes { type } } target { ... on Commit {
      oid ...Settings
      events: file(path: $events) { ...Folder }
      lease: file(path: $lease) { ...Text }
      history(first: 50) { nodes { messageHeadline ...Made } }
    } } }
    kind: issueOrPullRequest(number: $number) { __typename }
    issue(number: $number) {
      ...Page
      lastEditedAt
      pinnedIssueComment { issueComment { id body lastEditedAt author { ...Who } editor { ...Who } } }
      comments(first: 10) { totalCount nodes { id body lastEditedAt author { ...Who } editor { ...Who } } }
      timelineItems(last: $page, itemTypes: [${threadItems}]) {
        pageInfo { hasPreviousPage startCursor } nodes { ...Item ...Reactors }
      }
      subIssues(first: $page) { ...Steps }
    }
  }
}${who}${items}${page}${steps}${text}${settings}${made}${postMortem}`

/** Further sub-issues of an issue, where not all came with it. */
export const stepsQuery = `
query Steps($id: ID!, $after: String, $first: Int!, $ofStep: Int!) {
  node(id: $id) { ... on Issue { subIssues(first: $first, after: $after) { ...Steps } } }
}${who}${items.slice(0, items.indexOf('fragment Reactors'))}${page}${steps}`

/** The pages of steps by their label, newest first: where the incident's own issue, under which they are, is out of sight. */
export const labelledStepsQuery = `
query LabelledSteps($owner: String!, $repo: String!, $label: String!, $first: Int!, $after: String, $ofStep: Int!) {
  repository(owner: $owner, name: $repo) {
    issues(first: $first, after: $after, labels: [$label], states: [OPEN, CLOSED], orderBy: {field: CREATED_AT, direction: DESC}) { ...Steps }
  }
}${who}${items.slice(0, items.indexOf('fragment Reactors'))}${page}${steps}`

/** The record at a commit, wherever its branch stands. */
export const recordAtQuery = `
query RecordAt($owner: String!, $repo: String!, $oid: GitObjectID!, $events: String!, $lease: String!) {
  repository(owner: $owner, name: $repo) {
    object(oid: $oid) { ... on Commit {
      oid ...Settings
      events: file(path: $events) { ...Folder }
      lease: file(path: $lease) { ...Text }
      history(first: 50) { nodes { messageHeadline ...Made } }
    } }
  }
}${text}${settings}${made}`

/** The newest issues: among them what we opened to take the place of an incident's own. */
export const newestQuery = `
query Newest($owner: String!, $repo: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    issues(first: $first, after: $after, states: [OPEN, CLOSED], orderBy: {field: CREATED_AT, direction: DESC}) {
      pageInfo { hasNextPage endCursor } nodes { id number state body createdAt author { ...Who } }
    }
  }
}${who}`

/** The page before, of one thread each: \`$id0\`, \`$before0\`, and so on. */
export const earlierQuery = (threads: number): string => `
query Earlier($last: Int!, ${variables(threads, i => `$id${i}: ID!, $before${i}: String!`)}) {
  ${times(
    threads,
    i => `thread${i}: node(id: $id${i}) { ... on Issue { timelineItems(last: $last, before: $before${i}, itemTypes: [${threadItems}]) {
    pageInfo { hasPreviousPage startCursor } nodes { ...Item }
  } } }`,
  )}
}${who}${items.slice(0, items.indexOf('fragment Reactors'))}`

/** All comments of an issue, oldest first: where the board stands when it is neither pinned nor near an end. */
export const commentsQuery = `
query Comments($id: ID!, $after: String, $first: Int!) {
  node(id: $id) { ... on Issue { comments(first: $first, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { id body lastEditedAt author { ...Who } editor { ...Who } }
  } } }
}${who}`

export const labelsQuery = `
query Labels($owner: String!, $repo: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    labels(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id name } }
  }
}`

/** The rounds after the usual ones, twenty at a time. */
export const roundsQuery = (first: number, last: number): string => {
  const more = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return `
query Rounds($owner: String!, $repo: String!, $postMortem: String!, $pulls: Boolean!${more.map(k => `, $branch${k}: String!, $head${k}: String!`).join('')}) {
  repository(owner: $owner, name: $repo) {${more.map(round).join('')}
  }
}${who}${text}${made}${postMortem}`
}

/** What these people may do and whether they can be assigned, each by name. `roles` is false where GitHub refuses it. */
export const peopleQuery = (people: number, roles: boolean): string => `
query People($owner: String!, $repo: String!, ${variables(people, i => `$login${i}: String!`)}) {
  repository(owner: $owner, name: $repo) {
    ${roles ? times(people, i => `role${i}: collaborators(first: 1, login: $login${i}) { edges { permission node { id databaseId login } } }`) : ''}
    ${times(people, i => `assignable${i}: assignableUsers(first: 10, query: $login${i}) { nodes { id databaseId login } }`)}
  }
}`

const times = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join('\n  ')

const variables = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(', ')
