const people = 'fragment Person on Actor { __typename login ... on User { databaseId } ... on Bot { databaseId } }'

const happened = `fragment Happened on IssueTimelineItems {
  ... on IssueComment {
    id fullDatabaseId body createdAt lastEditedAt createdViaEmail isMinimized minimizedReason viewerDidAuthor url
    author { ...Person } editor { ...Person } reactionGroups { content viewerHasReacted }
    userContentEdits(first: 1) { totalCount nodes { editedAt diff editor { ...Person } } }
  }
  ... on AssignedEvent { id createdAt actor { ...Person } assignee { ... on User { databaseId login } } }
  ... on UnassignedEvent { id createdAt actor { ...Person } assignee { ... on User { databaseId login } } }
  ... on LabeledEvent { id createdAt actor { ...Person } label { name } }
  ... on UnlabeledEvent { id createdAt actor { ...Person } label { name } }
  ... on ClosedEvent { id createdAt actor { ...Person } stateReason }
  ... on ReopenedEvent { id createdAt actor { ...Person } }
  ... on RenamedTitleEvent { id createdAt actor { ...Person } previousTitle currentTitle }
  ... on SubIssueAddedEvent { id createdAt actor { ...Person } subIssue { id number } }
  ... on BlockedByAddedEvent { id createdAt actor { ...Person } blockingIssue { number } }
  ... on CommentDeletedEvent { id createdAt actor { ...Person } deletedCommentAuthor { ...Person } }
  ... on LockedEvent { id createdAt actor { ...Person } }
  ... on TransferredEvent { id createdAt actor { ...Person } }
}`

const text = '{ object { ... on Blob { oid text isTruncated byteSize } } }'

/** A parent issue with its children, their timelines, and a folder of files read through a branch's commit. */
export const wholeQuery = `
query Whole($owner: String!, $repo: String!, $number: Int!, $branch: String!, $path: String!, $since: DateTime!, $who: String!) {
  viewer { login databaseId }
  rateLimit { cost remaining resetAt limit }
  repository(owner: $owner, name: $repo) {
    id databaseId visibility isArchived deleteBranchOnMerge nameWithOwner url
    defaultBranchRef { name target { ... on Commit { oid file(path: "README.md") ${text} } } }
    collaborators(first: 1, login: $who) { edges { permission node { databaseId login } } }
    labels(first: 100) { nodes { id name } }
    ref(qualifiedName: $branch) { id target { ... on Commit {
      oid committedDate
      file(path: $path) { object { ... on Tree { entries { name object { oid ... on Blob { text isTruncated byteSize } } } } } }
      history(first: 50) { nodes { oid message author { user { databaseId login } } signature { isValid wasSignedByGitHub } } }
    } } }
    issue(number: $number) {
      id fullDatabaseId number title body state stateReason(enableDuplicate: true) locked createdAt updatedAt closedAt
      lastEditedAt url viewerCanUpdate author { ...Person } parent { id number }
      labels(first: 100) { nodes { id name } }
      assignees(first: 10) { nodes { id databaseId login } }
      pinnedIssueComment { issueComment { id } }
      subIssuesSummary { total completed }
      timelineItems(since: $since, first: 100, itemTypes: [ISSUE_COMMENT, COMMENT_DELETED_EVENT, ASSIGNED_EVENT,
        LABELED_EVENT, CLOSED_EVENT, RENAMED_TITLE_EVENT, SUB_ISSUE_ADDED_EVENT, LOCKED_EVENT]) {
        pageInfo { hasNextPage endCursor } nodes { __typename ...Happened }
      }
      subIssues(first: 100) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes {
          id fullDatabaseId number title body state stateReason(enableDuplicate: true) updatedAt author { ...Person }
          labels(first: 10) { nodes { name } }
          assignees(first: 10) { nodes { id databaseId login } }
          blockedBy(first: 50) { nodes { id number state } }
          timelineItems(since: $since, first: 20, itemTypes: [ISSUE_COMMENT, BLOCKED_BY_ADDED_EVENT, CLOSED_EVENT]) {
            pageInfo { hasNextPage endCursor } nodes { __typename ...Happened }
          }
        }
      }
    }
  }
}
${people}
${happened}`
