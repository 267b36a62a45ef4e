// Made from the queries in src/adapters/github/ and GitHub’s schema by `npm run generate`: change it there.

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] }
export type IssueState = 'CLOSED' | 'OPEN'

export type IssueStateReason = 'COMPLETED' | 'DUPLICATE' | 'NOT_PLANNED' | 'REOPENED'

export type PullRequestState = 'CLOSED' | 'MERGED' | 'OPEN'

export type ReactionContent =
  | 'CONFUSED'
  | 'EYES'
  | 'HEART'
  | 'HOORAY'
  | 'LAUGH'
  | 'ROCKET'
  | 'THUMBS_DOWN'
  | 'THUMBS_UP'

export type RepositoryPermission = 'ADMIN' | 'MAINTAIN' | 'READ' | 'TRIAGE' | 'WRITE'

export type RepositoryRuleType =
  | 'AUTHORIZATION'
  | 'BRANCH_NAME_PATTERN'
  | 'CODE_SCANNING'
  | 'COMMITTER_EMAIL_PATTERN'
  | 'COMMIT_AUTHOR_EMAIL_PATTERN'
  | 'COMMIT_MESSAGE_PATTERN'
  | 'COPILOT_CODE_REVIEW'
  | 'CREATION'
  | 'DELETION'
  | 'FILE_EXTENSION_RESTRICTION'
  | 'FILE_PATH_RESTRICTION'
  | 'LOCK_BRANCH'
  | 'MAX_FILE_PATH_LENGTH'
  | 'MAX_FILE_SIZE'
  | 'MAX_REF_UPDATES'
  | 'MERGE_QUEUE'
  | 'MERGE_QUEUE_LOCKED_REF'
  | 'NON_FAST_FORWARD'
  | 'PULL_REQUEST'
  | 'REQUIRED_DEPLOYMENTS'
  | 'REQUIRED_LINEAR_HISTORY'
  | 'REQUIRED_REVIEW_THREAD_RESOLUTION'
  | 'REQUIRED_SIGNATURES'
  | 'REQUIRED_STATUS_CHECKS'
  | 'REQUIRED_WORKFLOW_STATUS_CHECKS'
  | 'SECRET_SCANNING'
  | 'TAG'
  | 'TAG_NAME_PATTERN'
  | 'UPDATE'
  | 'WORKFLOWS'
  | 'WORKFLOW_UPDATES'

export type RepositoryVisibility = 'INTERNAL' | 'PRIVATE' | 'PUBLIC'

export type IncidentQueryVariables = Exact<{
  owner: string
  repo: string
  number: number
  ledger: string
  events: string
  lease: string
  above: string
  below: string
  tags: string
  postMortem: string
  pulls: boolean
  page: number
  ofStep: number
  branch1: string
  head1: string
  branch2: string
  head2: string
  branch3: string
  head3: string
  branch4: string
  head4: string
}>

export type IncidentQuery = {
  viewer: { login: string; databaseId: number | null }
  repository: {
    id: string
    name: string
    url: string
    visibility: RepositoryVisibility
    isArchived: boolean
    hasIssuesEnabled: boolean
    owner: { login: string }
    defaultBranchRef: {
      name: string
      target: {
        oid: string
        history: { nodes: Array<{ oid: string } | null> | null }
        configuration: {
          object:
            | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
            | { __typename: 'Commit' | 'Tag' | 'Tree' }
            | null
        } | null
        playbooks: {
          object:
            | { __typename: 'Blob' | 'Commit' | 'Tag' }
            | ({
                entries: Array<{
                  name: string
                  object:
                    | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                    | { __typename: 'Commit' | 'Tag' | 'Tree' }
                    | null
                }> | null
              } & { __typename: 'Tree' })
            | null
        } | null
      } | null
    } | null
    collaborators: {
      pageInfo: { hasNextPage: boolean }
      edges: Array<{
        permission: RepositoryPermission
        node: { id: string; databaseId: number | null; login: string }
      } | null> | null
    } | null
    assignableUsers: {
      pageInfo: { hasNextPage: boolean }
      nodes: Array<{ id: string; databaseId: number | null; login: string } | null> | null
    }
    labels: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{ id: string; name: string } | null> | null
    } | null
    tags: {
      pageInfo: { hasNextPage: boolean }
      nodes: Array<{
        name: string
        target: { oid: string } | { oid: string; target: { oid: string } } | null
      } | null> | null
    } | null
    branch1: {
      target:
        | { oid: string }
        | {
            oid: string
            file: {
              object:
                | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                | { __typename: 'Commit' | 'Tag' | 'Tree' }
                | null
            } | null
            author: { email: string | null; user: { databaseId: number | null; login: string } | null } | null
            signature: { isValid: boolean; wasSignedByGitHub: boolean } | null
          }
        | null
    } | null
    pulls1?: {
      nodes: Array<{
        id: string
        number: number
        url: string
        state: PullRequestState
        createdAt: string
        closedAt: string | null
        headRefName: string
        isCrossRepository: boolean
        author:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        commits: {
          nodes: Array<{
            commit: {
              file: {
                object:
                  | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                  | { __typename: 'Commit' | 'Tag' | 'Tree' }
                  | null
              } | null
            }
          } | null> | null
        }
        reviewRequests: {
          nodes: Array<{
            requestedReviewer:
              | ({ login: string } & { __typename: 'Bot' | 'User' })
              | { __typename: 'Mannequin' }
              | ({ slug: string } & { __typename: 'Team' })
              | null
          } | null> | null
        } | null
        latestReviews: {
          nodes: Array<{
            author:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } | null> | null
        } | null
      } | null> | null
    }
    branch2: {
      target:
        | { oid: string }
        | {
            oid: string
            file: {
              object:
                | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                | { __typename: 'Commit' | 'Tag' | 'Tree' }
                | null
            } | null
            author: { email: string | null; user: { databaseId: number | null; login: string } | null } | null
            signature: { isValid: boolean; wasSignedByGitHub: boolean } | null
          }
        | null
    } | null
    pulls2?: {
      nodes: Array<{
        id: string
        number: number
        url: string
        state: PullRequestState
        createdAt: string
        closedAt: string | null
        headRefName: string
        isCrossRepository: boolean
        author:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        commits: {
          nodes: Array<{
            commit: {
              file: {
                object:
                  | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                  | { __typename: 'Commit' | 'Tag' | 'Tree' }
                  | null
              } | null
            }
          } | null> | null
        }
        reviewRequests: {
          nodes: Array<{
            requestedReviewer:
              | ({ login: string } & { __typename: 'Bot' | 'User' })
              | { __typename: 'Mannequin' }
              | ({ slug: string } & { __typename: 'Team' })
              | null
          } | null> | null
        } | null
        latestReviews: {
          nodes: Array<{
            author:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } | null> | null
        } | null
      } | null> | null
    }
    branch3: {
      target:
        | { oid: string }
        | {
            oid: string
            file: {
              object:
                | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                | { __typename: 'Commit' | 'Tag' | 'Tree' }
                | null
            } | null
            author: { email: string | null; user: { databaseId: number | null; login: string } | null } | null
            signature: { isValid: boolean; wasSignedByGitHub: boolean } | null
          }
        | null
    } | null
    pulls3?: {
      nodes: Array<{
        id: string
        number: number
        url: string
        state: PullRequestState
        createdAt: string
        closedAt: string | null
        headRefName: string
        isCrossRepository: boolean
        author:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        commits: {
          nodes: Array<{
            commit: {
              file: {
                object:
                  | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                  | { __typename: 'Commit' | 'Tag' | 'Tree' }
                  | null
              } | null
            }
          } | null> | null
        }
        reviewRequests: {
          nodes: Array<{
            requestedReviewer:
              | ({ login: string } & { __typename: 'Bot' | 'User' })
              | { __typename: 'Mannequin' }
              | ({ slug: string } & { __typename: 'Team' })
              | null
          } | null> | null
        } | null
        latestReviews: {
          nodes: Array<{
            author:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } | null> | null
        } | null
      } | null> | null
    }
    branch4: {
      target:
        | { oid: string }
        | {
            oid: string
            file: {
              object:
                | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                | { __typename: 'Commit' | 'Tag' | 'Tree' }
                | null
            } | null
            author: { email: string | null; user: { databaseId: number | null; login: string } | null } | null
            signature: { isValid: boolean; wasSignedByGitHub: boolean } | null
          }
        | null
    } | null
    pulls4?: {
      nodes: Array<{
        id: string
        number: number
        url: string
        state: PullRequestState
        createdAt: string
        closedAt: string | null
        headRefName: string
        isCrossRepository: boolean
        author:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        commits: {
          nodes: Array<{
            commit: {
              file: {
                object:
                  | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                  | { __typename: 'Commit' | 'Tag' | 'Tree' }
                  | null
              } | null
            }
          } | null> | null
        }
        reviewRequests: {
          nodes: Array<{
            requestedReviewer:
              | ({ login: string } & { __typename: 'Bot' | 'User' })
              | { __typename: 'Mannequin' }
              | ({ slug: string } & { __typename: 'Team' })
              | null
          } | null> | null
        } | null
        latestReviews: {
          nodes: Array<{
            author:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } | null> | null
        } | null
      } | null> | null
    }
    above: { target: { oid: string } | null } | null
    below: { nodes: Array<{ name: string; target: { oid: string } | null } | null> | null } | null
    ledger: {
      rules: { nodes: Array<{ type: RepositoryRuleType } | null> | null } | null
      target: {
        oid: string
        events: {
          object:
            | { __typename: 'Blob' | 'Commit' | 'Tag' }
            | ({
                entries: Array<{
                  name: string
                  object:
                    | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                    | { __typename: 'Commit' | 'Tag' | 'Tree' }
                    | null
                }> | null
              } & { __typename: 'Tree' })
            | null
        } | null
        lease: {
          object:
            | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
            | { __typename: 'Commit' | 'Tag' | 'Tree' }
            | null
        } | null
        history: {
          nodes: Array<{
            messageHeadline: string
            oid: string
            author: { email: string | null; user: { databaseId: number | null; login: string } | null } | null
            signature: { isValid: boolean; wasSignedByGitHub: boolean } | null
          } | null> | null
        }
        configuration: {
          object:
            | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
            | { __typename: 'Commit' | 'Tag' | 'Tree' }
            | null
        } | null
        playbooks: {
          object:
            | { __typename: 'Blob' | 'Commit' | 'Tag' }
            | ({
                entries: Array<{
                  name: string
                  object:
                    | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                    | { __typename: 'Commit' | 'Tag' | 'Tree' }
                    | null
                }> | null
              } & { __typename: 'Tree' })
            | null
        } | null
      } | null
    } | null
    kind: { __typename: 'Issue' | 'PullRequest' } | null
    issue: {
      lastEditedAt: string | null
      id: string
      number: number
      url: string
      title: string
      body: string
      state: IssueState
      stateReason: IssueStateReason | null
      locked: boolean
      createdAt: string
      pinnedIssueComment: {
        issueComment: {
          id: string
          body: string
          lastEditedAt: string | null
          author:
            | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
            | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
            | null
          editor:
            | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
            | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
            | null
        }
      } | null
      comments: {
        totalCount: number
        nodes: Array<{
          id: string
          body: string
          lastEditedAt: string | null
          author:
            | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
            | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
            | null
          editor:
            | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
            | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
            | null
        } | null> | null
      }
      timelineItems: {
        pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
        nodes: Array<
          | {
              __typename:
                | 'AddedToProjectEvent'
                | 'AddedToProjectV2Event'
                | 'BlockedByAddedEvent'
                | 'BlockedByRemovedEvent'
                | 'BlockingAddedEvent'
                | 'BlockingRemovedEvent'
                | 'ConnectedEvent'
                | 'ConvertedFromDraftEvent'
                | 'ConvertedNoteToIssueEvent'
                | 'ConvertedToDiscussionEvent'
                | 'CrossReferencedEvent'
                | 'DemilestonedEvent'
                | 'DisconnectedEvent'
                | 'IssueCommentPinnedEvent'
                | 'IssueCommentUnpinnedEvent'
                | 'IssueFieldAddedEvent'
                | 'IssueFieldChangedEvent'
                | 'IssueFieldRemovedEvent'
                | 'IssueTypeAddedEvent'
                | 'IssueTypeChangedEvent'
            }
          | {
              __typename:
                | 'IssueTypeRemovedEvent'
                | 'LockedEvent'
                | 'MarkedAsDuplicateEvent'
                | 'MentionedEvent'
                | 'MilestonedEvent'
                | 'MovedColumnsInProjectEvent'
                | 'ParentIssueAddedEvent'
                | 'ParentIssueRemovedEvent'
                | 'PinnedEvent'
                | 'ProjectV2ItemStatusChangedEvent'
                | 'ReferencedEvent'
                | 'RemovedFromProjectEvent'
                | 'RemovedFromProjectV2Event'
                | 'RenamedTitleEvent'
                | 'SubIssueAddedEvent'
                | 'SubscribedEvent'
                | 'TransferredEvent'
                | 'UnlockedEvent'
                | 'UnmarkedAsDuplicateEvent'
                | 'UnpinnedEvent'
            }
          | { __typename: 'UnsubscribedEvent' | 'UserBlockedEvent' }
          | ({
              id: string
              createdAt: string
              actor:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
              assignee:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'User' })
                | { __typename: 'Mannequin' | 'Organization' }
                | null
            } & { __typename: 'AssignedEvent' | 'UnassignedEvent' })
          | ({
              id: string
              createdAt: string
              url: string
              stateReason: IssueStateReason | null
              actor:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
            } & { __typename: 'ClosedEvent' })
          | ({
              id: string
              createdAt: string
              actor:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
              deletedCommentAuthor:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
            } & { __typename: 'CommentDeletedEvent' })
          | ({
              id: string
              url: string
              body: string
              createdAt: string
              lastEditedAt: string | null
              createdViaEmail: boolean
              isMinimized: boolean
              author:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
              editor:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
              reactionGroups: Array<{
                content: ReactionContent
                createdAt: string | null
                viewerHasReacted: boolean
                reactors: { totalCount: number }
              }> | null
            } & { __typename: 'IssueComment' })
          | ({
              id: string
              createdAt: string
              actor:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
              label: { name: string }
            } & { __typename: 'LabeledEvent' | 'UnlabeledEvent' })
          | ({
              id: string
              createdAt: string
              actor:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
            } & { __typename: 'ReopenedEvent' })
          | ({
              id: string
              createdAt: string
              actor:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
              subIssue: {
                body: string
                author:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
              } | null
            } & { __typename: 'SubIssueRemovedEvent' })
          | null
        > | null
      }
      subIssues: {
        pageInfo: { hasNextPage: boolean; endCursor: string | null }
        nodes: Array<{
          lastEditedAt: string | null
          id: string
          number: number
          url: string
          title: string
          body: string
          state: IssueState
          stateReason: IssueStateReason | null
          locked: boolean
          createdAt: string
          editor:
            | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
            | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
            | null
          blockedBy: { nodes: Array<{ id: string } | null> | null }
          timelineItems: {
            pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
            nodes: Array<
              | {
                  __typename:
                    | 'AddedToProjectEvent'
                    | 'AddedToProjectV2Event'
                    | 'BlockedByAddedEvent'
                    | 'BlockedByRemovedEvent'
                    | 'BlockingAddedEvent'
                    | 'BlockingRemovedEvent'
                    | 'ConnectedEvent'
                    | 'ConvertedFromDraftEvent'
                    | 'ConvertedNoteToIssueEvent'
                    | 'ConvertedToDiscussionEvent'
                    | 'CrossReferencedEvent'
                    | 'DemilestonedEvent'
                    | 'DisconnectedEvent'
                    | 'IssueCommentPinnedEvent'
                    | 'IssueCommentUnpinnedEvent'
                    | 'IssueFieldAddedEvent'
                    | 'IssueFieldChangedEvent'
                    | 'IssueFieldRemovedEvent'
                    | 'IssueTypeAddedEvent'
                    | 'IssueTypeChangedEvent'
                }
              | {
                  __typename:
                    | 'IssueTypeRemovedEvent'
                    | 'LockedEvent'
                    | 'MarkedAsDuplicateEvent'
                    | 'MentionedEvent'
                    | 'MilestonedEvent'
                    | 'MovedColumnsInProjectEvent'
                    | 'ParentIssueAddedEvent'
                    | 'ParentIssueRemovedEvent'
                    | 'PinnedEvent'
                    | 'ProjectV2ItemStatusChangedEvent'
                    | 'ReferencedEvent'
                    | 'RemovedFromProjectEvent'
                    | 'RemovedFromProjectV2Event'
                    | 'RenamedTitleEvent'
                    | 'SubIssueAddedEvent'
                    | 'SubscribedEvent'
                    | 'TransferredEvent'
                    | 'UnlockedEvent'
                    | 'UnmarkedAsDuplicateEvent'
                    | 'UnpinnedEvent'
                }
              | { __typename: 'UnsubscribedEvent' | 'UserBlockedEvent' }
              | ({
                  id: string
                  createdAt: string
                  actor:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                  assignee:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'User' })
                    | { __typename: 'Mannequin' | 'Organization' }
                    | null
                } & { __typename: 'AssignedEvent' | 'UnassignedEvent' })
              | ({
                  id: string
                  createdAt: string
                  url: string
                  stateReason: IssueStateReason | null
                  actor:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                } & { __typename: 'ClosedEvent' })
              | ({
                  id: string
                  createdAt: string
                  actor:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                  deletedCommentAuthor:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                } & { __typename: 'CommentDeletedEvent' })
              | ({
                  id: string
                  url: string
                  body: string
                  createdAt: string
                  lastEditedAt: string | null
                  createdViaEmail: boolean
                  isMinimized: boolean
                  author:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                  editor:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                  reactionGroups: Array<{
                    content: ReactionContent
                    createdAt: string | null
                    viewerHasReacted: boolean
                  }> | null
                } & { __typename: 'IssueComment' })
              | ({
                  id: string
                  createdAt: string
                  actor:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                  label: { name: string }
                } & { __typename: 'LabeledEvent' | 'UnlabeledEvent' })
              | ({
                  id: string
                  createdAt: string
                  actor:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                } & { __typename: 'ReopenedEvent' })
              | ({
                  id: string
                  createdAt: string
                  actor:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                  subIssue: {
                    body: string
                    author:
                      | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                      | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                      | null
                  } | null
                } & { __typename: 'SubIssueRemovedEvent' })
              | null
            > | null
          }
          author:
            | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
            | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
            | null
          repository: { id: string }
          labels: { nodes: Array<{ name: string } | null> | null } | null
          assignees: { nodes: Array<{ id: string; databaseId: number | null; login: string } | null> | null }
        } | null> | null
      }
      author:
        | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
        | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
        | null
      repository: { id: string }
      labels: { nodes: Array<{ name: string } | null> | null } | null
      assignees: { nodes: Array<{ id: string; databaseId: number | null; login: string } | null> | null }
    } | null
  } | null
}

type Who_Bot_Mannequin_User_Fragment = { databaseId: number | null; login: string } & {
  __typename: 'Bot' | 'Mannequin' | 'User'
}

type Who_EnterpriseUserAccount_Organization_Fragment = { login: string } & {
  __typename: 'EnterpriseUserAccount' | 'Organization'
}

export type WhoFragment = Who_Bot_Mannequin_User_Fragment | Who_EnterpriseUserAccount_Organization_Fragment

type Item_Ev5iu0LmV2avQElMIzN90Y8CnJcIvnRDsdOl1mLLs_Fragment = {
  __typename:
    | 'AddedToProjectEvent'
    | 'AddedToProjectV2Event'
    | 'BlockedByAddedEvent'
    | 'BlockedByRemovedEvent'
    | 'BlockingAddedEvent'
    | 'BlockingRemovedEvent'
    | 'ConnectedEvent'
    | 'ConvertedFromDraftEvent'
    | 'ConvertedNoteToIssueEvent'
    | 'ConvertedToDiscussionEvent'
    | 'CrossReferencedEvent'
    | 'DemilestonedEvent'
    | 'DisconnectedEvent'
    | 'IssueCommentPinnedEvent'
    | 'IssueCommentUnpinnedEvent'
    | 'IssueFieldAddedEvent'
    | 'IssueFieldChangedEvent'
    | 'IssueFieldRemovedEvent'
    | 'IssueTypeAddedEvent'
    | 'IssueTypeChangedEvent'
}

type Item_Jfz6m3OnSgzUohLhoqK9Z5OwU4QmWxiqu08krZz2Y_Fragment = {
  __typename:
    | 'IssueTypeRemovedEvent'
    | 'LockedEvent'
    | 'MarkedAsDuplicateEvent'
    | 'MentionedEvent'
    | 'MilestonedEvent'
    | 'MovedColumnsInProjectEvent'
    | 'ParentIssueAddedEvent'
    | 'ParentIssueRemovedEvent'
    | 'PinnedEvent'
    | 'ProjectV2ItemStatusChangedEvent'
    | 'ReferencedEvent'
    | 'RemovedFromProjectEvent'
    | 'RemovedFromProjectV2Event'
    | 'RenamedTitleEvent'
    | 'SubIssueAddedEvent'
    | 'SubscribedEvent'
    | 'TransferredEvent'
    | 'UnlockedEvent'
    | 'UnmarkedAsDuplicateEvent'
    | 'UnpinnedEvent'
}

type Item_UnsubscribedEvent_UserBlockedEvent_Fragment = { __typename: 'UnsubscribedEvent' | 'UserBlockedEvent' }

type Item_AssignedEvent_UnassignedEvent_Fragment = {
  id: string
  createdAt: string
  actor:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
  assignee:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'User' })
    | { __typename: 'Mannequin' | 'Organization' }
    | null
} & { __typename: 'AssignedEvent' | 'UnassignedEvent' }

type Item_ClosedEvent_Fragment = {
  id: string
  createdAt: string
  url: string
  stateReason: IssueStateReason | null
  actor:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
} & { __typename: 'ClosedEvent' }

type Item_CommentDeletedEvent_Fragment = {
  id: string
  createdAt: string
  actor:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
  deletedCommentAuthor:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
} & { __typename: 'CommentDeletedEvent' }

type Item_IssueComment_Fragment = {
  id: string
  url: string
  body: string
  createdAt: string
  lastEditedAt: string | null
  createdViaEmail: boolean
  isMinimized: boolean
  author:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
  editor:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
  reactionGroups: Array<{ content: ReactionContent; createdAt: string | null; viewerHasReacted: boolean }> | null
} & { __typename: 'IssueComment' }

type Item_LabeledEvent_UnlabeledEvent_Fragment = {
  id: string
  createdAt: string
  actor:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
  label: { name: string }
} & { __typename: 'LabeledEvent' | 'UnlabeledEvent' }

type Item_ReopenedEvent_Fragment = {
  id: string
  createdAt: string
  actor:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
} & { __typename: 'ReopenedEvent' }

type Item_SubIssueRemovedEvent_Fragment = {
  id: string
  createdAt: string
  actor:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
  subIssue: {
    body: string
    author:
      | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
      | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
      | null
  } | null
} & { __typename: 'SubIssueRemovedEvent' }

export type ItemFragment =
  | Item_Ev5iu0LmV2avQElMIzN90Y8CnJcIvnRDsdOl1mLLs_Fragment
  | Item_Jfz6m3OnSgzUohLhoqK9Z5OwU4QmWxiqu08krZz2Y_Fragment
  | Item_UnsubscribedEvent_UserBlockedEvent_Fragment
  | Item_AssignedEvent_UnassignedEvent_Fragment
  | Item_ClosedEvent_Fragment
  | Item_CommentDeletedEvent_Fragment
  | Item_IssueComment_Fragment
  | Item_LabeledEvent_UnlabeledEvent_Fragment
  | Item_ReopenedEvent_Fragment
  | Item_SubIssueRemovedEvent_Fragment

export type ReactorsFragment = {
  reactionGroups: Array<{ content: ReactionContent; reactors: { totalCount: number } }> | null
}

export type PageFragment = {
  id: string
  number: number
  url: string
  title: string
  body: string
  state: IssueState
  stateReason: IssueStateReason | null
  locked: boolean
  createdAt: string
  author:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
  repository: { id: string }
  labels: { nodes: Array<{ name: string } | null> | null } | null
  assignees: { nodes: Array<{ id: string; databaseId: number | null; login: string } | null> | null }
}

export type StepsFragment = {
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  nodes: Array<{
    lastEditedAt: string | null
    id: string
    number: number
    url: string
    title: string
    body: string
    state: IssueState
    stateReason: IssueStateReason | null
    locked: boolean
    createdAt: string
    editor:
      | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
      | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
      | null
    blockedBy: { nodes: Array<{ id: string } | null> | null }
    timelineItems: {
      pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
      nodes: Array<
        | {
            __typename:
              | 'AddedToProjectEvent'
              | 'AddedToProjectV2Event'
              | 'BlockedByAddedEvent'
              | 'BlockedByRemovedEvent'
              | 'BlockingAddedEvent'
              | 'BlockingRemovedEvent'
              | 'ConnectedEvent'
              | 'ConvertedFromDraftEvent'
              | 'ConvertedNoteToIssueEvent'
              | 'ConvertedToDiscussionEvent'
              | 'CrossReferencedEvent'
              | 'DemilestonedEvent'
              | 'DisconnectedEvent'
              | 'IssueCommentPinnedEvent'
              | 'IssueCommentUnpinnedEvent'
              | 'IssueFieldAddedEvent'
              | 'IssueFieldChangedEvent'
              | 'IssueFieldRemovedEvent'
              | 'IssueTypeAddedEvent'
              | 'IssueTypeChangedEvent'
          }
        | {
            __typename:
              | 'IssueTypeRemovedEvent'
              | 'LockedEvent'
              | 'MarkedAsDuplicateEvent'
              | 'MentionedEvent'
              | 'MilestonedEvent'
              | 'MovedColumnsInProjectEvent'
              | 'ParentIssueAddedEvent'
              | 'ParentIssueRemovedEvent'
              | 'PinnedEvent'
              | 'ProjectV2ItemStatusChangedEvent'
              | 'ReferencedEvent'
              | 'RemovedFromProjectEvent'
              | 'RemovedFromProjectV2Event'
              | 'RenamedTitleEvent'
              | 'SubIssueAddedEvent'
              | 'SubscribedEvent'
              | 'TransferredEvent'
              | 'UnlockedEvent'
              | 'UnmarkedAsDuplicateEvent'
              | 'UnpinnedEvent'
          }
        | { __typename: 'UnsubscribedEvent' | 'UserBlockedEvent' }
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            assignee:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'User' })
              | { __typename: 'Mannequin' | 'Organization' }
              | null
          } & { __typename: 'AssignedEvent' | 'UnassignedEvent' })
        | ({
            id: string
            createdAt: string
            url: string
            stateReason: IssueStateReason | null
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } & { __typename: 'ClosedEvent' })
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            deletedCommentAuthor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } & { __typename: 'CommentDeletedEvent' })
        | ({
            id: string
            url: string
            body: string
            createdAt: string
            lastEditedAt: string | null
            createdViaEmail: boolean
            isMinimized: boolean
            author:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            editor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            reactionGroups: Array<{
              content: ReactionContent
              createdAt: string | null
              viewerHasReacted: boolean
            }> | null
          } & { __typename: 'IssueComment' })
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            label: { name: string }
          } & { __typename: 'LabeledEvent' | 'UnlabeledEvent' })
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } & { __typename: 'ReopenedEvent' })
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            subIssue: {
              body: string
              author:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
            } | null
          } & { __typename: 'SubIssueRemovedEvent' })
        | null
      > | null
    }
    author:
      | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
      | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
      | null
    repository: { id: string }
    labels: { nodes: Array<{ name: string } | null> | null } | null
    assignees: { nodes: Array<{ id: string; databaseId: number | null; login: string } | null> | null }
  } | null> | null
}

export type TextFragment = {
  object:
    | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
    | { __typename: 'Commit' | 'Tag' | 'Tree' }
    | null
}

export type FolderFragment = {
  object:
    | { __typename: 'Blob' | 'Commit' | 'Tag' }
    | ({
        entries: Array<{
          name: string
          object:
            | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
            | { __typename: 'Commit' | 'Tag' | 'Tree' }
            | null
        }> | null
      } & { __typename: 'Tree' })
    | null
}

export type SettingsFragment = {
  configuration: {
    object:
      | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
      | { __typename: 'Commit' | 'Tag' | 'Tree' }
      | null
  } | null
  playbooks: {
    object:
      | { __typename: 'Blob' | 'Commit' | 'Tag' }
      | ({
          entries: Array<{
            name: string
            object:
              | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
              | { __typename: 'Commit' | 'Tag' | 'Tree' }
              | null
          }> | null
        } & { __typename: 'Tree' })
      | null
  } | null
}

export type MadeFragment = {
  oid: string
  author: { email: string | null; user: { databaseId: number | null; login: string } | null } | null
  signature: { isValid: boolean; wasSignedByGitHub: boolean } | null
}

export type BranchFragment = {
  target:
    | { oid: string }
    | {
        oid: string
        file: {
          object:
            | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
            | { __typename: 'Commit' | 'Tag' | 'Tree' }
            | null
        } | null
        author: { email: string | null; user: { databaseId: number | null; login: string } | null } | null
        signature: { isValid: boolean; wasSignedByGitHub: boolean } | null
      }
    | null
}

export type PullFragment = {
  id: string
  number: number
  url: string
  state: PullRequestState
  createdAt: string
  closedAt: string | null
  headRefName: string
  isCrossRepository: boolean
  author:
    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
    | null
  commits: {
    nodes: Array<{
      commit: {
        file: {
          object:
            | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
            | { __typename: 'Commit' | 'Tag' | 'Tree' }
            | null
        } | null
      }
    } | null> | null
  }
  reviewRequests: {
    nodes: Array<{
      requestedReviewer:
        | ({ login: string } & { __typename: 'Bot' | 'User' })
        | { __typename: 'Mannequin' }
        | ({ slug: string } & { __typename: 'Team' })
        | null
    } | null> | null
  } | null
  latestReviews: {
    nodes: Array<{
      author:
        | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
        | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
        | null
    } | null> | null
  } | null
}

export type StepsQueryVariables = Exact<{
  id: string
  after?: string | null | undefined
  first: number
  ofStep: number
}>

export type StepsQuery = {
  node: {
    subIssues: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{
        lastEditedAt: string | null
        id: string
        number: number
        url: string
        title: string
        body: string
        state: IssueState
        stateReason: IssueStateReason | null
        locked: boolean
        createdAt: string
        editor:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        blockedBy: { nodes: Array<{ id: string } | null> | null }
        timelineItems: {
          pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
          nodes: Array<
            | {
                __typename:
                  | 'AddedToProjectEvent'
                  | 'AddedToProjectV2Event'
                  | 'BlockedByAddedEvent'
                  | 'BlockedByRemovedEvent'
                  | 'BlockingAddedEvent'
                  | 'BlockingRemovedEvent'
                  | 'ConnectedEvent'
                  | 'ConvertedFromDraftEvent'
                  | 'ConvertedNoteToIssueEvent'
                  | 'ConvertedToDiscussionEvent'
                  | 'CrossReferencedEvent'
                  | 'DemilestonedEvent'
                  | 'DisconnectedEvent'
                  | 'IssueCommentPinnedEvent'
                  | 'IssueCommentUnpinnedEvent'
                  | 'IssueFieldAddedEvent'
                  | 'IssueFieldChangedEvent'
                  | 'IssueFieldRemovedEvent'
                  | 'IssueTypeAddedEvent'
                  | 'IssueTypeChangedEvent'
              }
            | {
                __typename:
                  | 'IssueTypeRemovedEvent'
                  | 'LockedEvent'
                  | 'MarkedAsDuplicateEvent'
                  | 'MentionedEvent'
                  | 'MilestonedEvent'
                  | 'MovedColumnsInProjectEvent'
                  | 'ParentIssueAddedEvent'
                  | 'ParentIssueRemovedEvent'
                  | 'PinnedEvent'
                  | 'ProjectV2ItemStatusChangedEvent'
                  | 'ReferencedEvent'
                  | 'RemovedFromProjectEvent'
                  | 'RemovedFromProjectV2Event'
                  | 'RenamedTitleEvent'
                  | 'SubIssueAddedEvent'
                  | 'SubscribedEvent'
                  | 'TransferredEvent'
                  | 'UnlockedEvent'
                  | 'UnmarkedAsDuplicateEvent'
                  | 'UnpinnedEvent'
              }
            | { __typename: 'UnsubscribedEvent' | 'UserBlockedEvent' }
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                assignee:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'User' })
                  | { __typename: 'Mannequin' | 'Organization' }
                  | null
              } & { __typename: 'AssignedEvent' | 'UnassignedEvent' })
            | ({
                id: string
                createdAt: string
                url: string
                stateReason: IssueStateReason | null
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
              } & { __typename: 'ClosedEvent' })
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                deletedCommentAuthor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
              } & { __typename: 'CommentDeletedEvent' })
            | ({
                id: string
                url: string
                body: string
                createdAt: string
                lastEditedAt: string | null
                createdViaEmail: boolean
                isMinimized: boolean
                author:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                editor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                reactionGroups: Array<{
                  content: ReactionContent
                  createdAt: string | null
                  viewerHasReacted: boolean
                }> | null
              } & { __typename: 'IssueComment' })
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                label: { name: string }
              } & { __typename: 'LabeledEvent' | 'UnlabeledEvent' })
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
              } & { __typename: 'ReopenedEvent' })
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                subIssue: {
                  body: string
                  author:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                } | null
              } & { __typename: 'SubIssueRemovedEvent' })
            | null
          > | null
        }
        author:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        repository: { id: string }
        labels: { nodes: Array<{ name: string } | null> | null } | null
        assignees: { nodes: Array<{ id: string; databaseId: number | null; login: string } | null> | null }
      } | null> | null
    }
  } | null
}

export type LabelledStepsQueryVariables = Exact<{
  owner: string
  repo: string
  label: string
  first: number
  after?: string | null | undefined
  ofStep: number
}>

export type LabelledStepsQuery = {
  repository: {
    issues: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{
        lastEditedAt: string | null
        id: string
        number: number
        url: string
        title: string
        body: string
        state: IssueState
        stateReason: IssueStateReason | null
        locked: boolean
        createdAt: string
        editor:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        blockedBy: { nodes: Array<{ id: string } | null> | null }
        timelineItems: {
          pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
          nodes: Array<
            | {
                __typename:
                  | 'AddedToProjectEvent'
                  | 'AddedToProjectV2Event'
                  | 'BlockedByAddedEvent'
                  | 'BlockedByRemovedEvent'
                  | 'BlockingAddedEvent'
                  | 'BlockingRemovedEvent'
                  | 'ConnectedEvent'
                  | 'ConvertedFromDraftEvent'
                  | 'ConvertedNoteToIssueEvent'
                  | 'ConvertedToDiscussionEvent'
                  | 'CrossReferencedEvent'
                  | 'DemilestonedEvent'
                  | 'DisconnectedEvent'
                  | 'IssueCommentPinnedEvent'
                  | 'IssueCommentUnpinnedEvent'
                  | 'IssueFieldAddedEvent'
                  | 'IssueFieldChangedEvent'
                  | 'IssueFieldRemovedEvent'
                  | 'IssueTypeAddedEvent'
                  | 'IssueTypeChangedEvent'
              }
            | {
                __typename:
                  | 'IssueTypeRemovedEvent'
                  | 'LockedEvent'
                  | 'MarkedAsDuplicateEvent'
                  | 'MentionedEvent'
                  | 'MilestonedEvent'
                  | 'MovedColumnsInProjectEvent'
                  | 'ParentIssueAddedEvent'
                  | 'ParentIssueRemovedEvent'
                  | 'PinnedEvent'
                  | 'ProjectV2ItemStatusChangedEvent'
                  | 'ReferencedEvent'
                  | 'RemovedFromProjectEvent'
                  | 'RemovedFromProjectV2Event'
                  | 'RenamedTitleEvent'
                  | 'SubIssueAddedEvent'
                  | 'SubscribedEvent'
                  | 'TransferredEvent'
                  | 'UnlockedEvent'
                  | 'UnmarkedAsDuplicateEvent'
                  | 'UnpinnedEvent'
              }
            | { __typename: 'UnsubscribedEvent' | 'UserBlockedEvent' }
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                assignee:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'User' })
                  | { __typename: 'Mannequin' | 'Organization' }
                  | null
              } & { __typename: 'AssignedEvent' | 'UnassignedEvent' })
            | ({
                id: string
                createdAt: string
                url: string
                stateReason: IssueStateReason | null
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
              } & { __typename: 'ClosedEvent' })
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                deletedCommentAuthor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
              } & { __typename: 'CommentDeletedEvent' })
            | ({
                id: string
                url: string
                body: string
                createdAt: string
                lastEditedAt: string | null
                createdViaEmail: boolean
                isMinimized: boolean
                author:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                editor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                reactionGroups: Array<{
                  content: ReactionContent
                  createdAt: string | null
                  viewerHasReacted: boolean
                }> | null
              } & { __typename: 'IssueComment' })
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                label: { name: string }
              } & { __typename: 'LabeledEvent' | 'UnlabeledEvent' })
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
              } & { __typename: 'ReopenedEvent' })
            | ({
                id: string
                createdAt: string
                actor:
                  | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                  | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                  | null
                subIssue: {
                  body: string
                  author:
                    | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                    | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                    | null
                } | null
              } & { __typename: 'SubIssueRemovedEvent' })
            | null
          > | null
        }
        author:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        repository: { id: string }
        labels: { nodes: Array<{ name: string } | null> | null } | null
        assignees: { nodes: Array<{ id: string; databaseId: number | null; login: string } | null> | null }
      } | null> | null
    }
  } | null
}

export type NewestQueryVariables = Exact<{
  owner: string
  repo: string
  first: number
  after?: string | null | undefined
}>

export type NewestQuery = {
  repository: {
    issues: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{
        id: string
        number: number
        state: IssueState
        body: string
        createdAt: string
        author:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
      } | null> | null
    }
  } | null
}

export type RecordAtQueryVariables = Exact<{
  owner: string
  repo: string
  oid: string
  events: string
  lease: string
}>

export type RecordAtQuery = {
  repository: {
    object: {
      oid: string
      events: {
        object:
          | { __typename: 'Blob' | 'Commit' | 'Tag' }
          | ({
              entries: Array<{
                name: string
                object:
                  | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                  | { __typename: 'Commit' | 'Tag' | 'Tree' }
                  | null
              }> | null
            } & { __typename: 'Tree' })
          | null
      } | null
      lease: {
        object:
          | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
          | { __typename: 'Commit' | 'Tag' | 'Tree' }
          | null
      } | null
      history: {
        nodes: Array<{
          messageHeadline: string
          oid: string
          author: { email: string | null; user: { databaseId: number | null; login: string } | null } | null
          signature: { isValid: boolean; wasSignedByGitHub: boolean } | null
        } | null> | null
      }
      configuration: {
        object:
          | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
          | { __typename: 'Commit' | 'Tag' | 'Tree' }
          | null
      } | null
      playbooks: {
        object:
          | { __typename: 'Blob' | 'Commit' | 'Tag' }
          | ({
              entries: Array<{
                name: string
                object:
                  | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                  | { __typename: 'Commit' | 'Tag' | 'Tree' }
                  | null
              }> | null
            } & { __typename: 'Tree' })
          | null
      } | null
    } | null
  } | null
}

export type EarlierQueryVariables = Exact<{
  last: number
  id0: string
  before0: string
}>

export type EarlierQuery = {
  thread0: {
    timelineItems: {
      pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
      nodes: Array<
        | {
            __typename:
              | 'AddedToProjectEvent'
              | 'AddedToProjectV2Event'
              | 'BlockedByAddedEvent'
              | 'BlockedByRemovedEvent'
              | 'BlockingAddedEvent'
              | 'BlockingRemovedEvent'
              | 'ConnectedEvent'
              | 'ConvertedFromDraftEvent'
              | 'ConvertedNoteToIssueEvent'
              | 'ConvertedToDiscussionEvent'
              | 'CrossReferencedEvent'
              | 'DemilestonedEvent'
              | 'DisconnectedEvent'
              | 'IssueCommentPinnedEvent'
              | 'IssueCommentUnpinnedEvent'
              | 'IssueFieldAddedEvent'
              | 'IssueFieldChangedEvent'
              | 'IssueFieldRemovedEvent'
              | 'IssueTypeAddedEvent'
              | 'IssueTypeChangedEvent'
          }
        | {
            __typename:
              | 'IssueTypeRemovedEvent'
              | 'LockedEvent'
              | 'MarkedAsDuplicateEvent'
              | 'MentionedEvent'
              | 'MilestonedEvent'
              | 'MovedColumnsInProjectEvent'
              | 'ParentIssueAddedEvent'
              | 'ParentIssueRemovedEvent'
              | 'PinnedEvent'
              | 'ProjectV2ItemStatusChangedEvent'
              | 'ReferencedEvent'
              | 'RemovedFromProjectEvent'
              | 'RemovedFromProjectV2Event'
              | 'RenamedTitleEvent'
              | 'SubIssueAddedEvent'
              | 'SubscribedEvent'
              | 'TransferredEvent'
              | 'UnlockedEvent'
              | 'UnmarkedAsDuplicateEvent'
              | 'UnpinnedEvent'
          }
        | { __typename: 'UnsubscribedEvent' | 'UserBlockedEvent' }
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            assignee:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'User' })
              | { __typename: 'Mannequin' | 'Organization' }
              | null
          } & { __typename: 'AssignedEvent' | 'UnassignedEvent' })
        | ({
            id: string
            createdAt: string
            url: string
            stateReason: IssueStateReason | null
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } & { __typename: 'ClosedEvent' })
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            deletedCommentAuthor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } & { __typename: 'CommentDeletedEvent' })
        | ({
            id: string
            url: string
            body: string
            createdAt: string
            lastEditedAt: string | null
            createdViaEmail: boolean
            isMinimized: boolean
            author:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            editor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            reactionGroups: Array<{
              content: ReactionContent
              createdAt: string | null
              viewerHasReacted: boolean
            }> | null
          } & { __typename: 'IssueComment' })
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            label: { name: string }
          } & { __typename: 'LabeledEvent' | 'UnlabeledEvent' })
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } & { __typename: 'ReopenedEvent' })
        | ({
            id: string
            createdAt: string
            actor:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
            subIssue: {
              body: string
              author:
                | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
                | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
                | null
            } | null
          } & { __typename: 'SubIssueRemovedEvent' })
        | null
      > | null
    }
  } | null
}

export type CommentsQueryVariables = Exact<{
  id: string
  after?: string | null | undefined
  first: number
}>

export type CommentsQuery = {
  node: {
    comments: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{
        id: string
        body: string
        lastEditedAt: string | null
        author:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        editor:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
      } | null> | null
    }
  } | null
}

export type LabelsQueryVariables = Exact<{
  owner: string
  repo: string
  after?: string | null | undefined
}>

export type LabelsQuery = {
  repository: {
    labels: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{ id: string; name: string } | null> | null
    } | null
  } | null
}

export type RoundsQueryVariables = Exact<{
  owner: string
  repo: string
  postMortem: string
  pulls: boolean
  branch1: string
  head1: string
}>

export type RoundsQuery = {
  repository: {
    branch1: {
      target:
        | { oid: string }
        | {
            oid: string
            file: {
              object:
                | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                | { __typename: 'Commit' | 'Tag' | 'Tree' }
                | null
            } | null
            author: { email: string | null; user: { databaseId: number | null; login: string } | null } | null
            signature: { isValid: boolean; wasSignedByGitHub: boolean } | null
          }
        | null
    } | null
    pulls1?: {
      nodes: Array<{
        id: string
        number: number
        url: string
        state: PullRequestState
        createdAt: string
        closedAt: string | null
        headRefName: string
        isCrossRepository: boolean
        author:
          | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
          | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
          | null
        commits: {
          nodes: Array<{
            commit: {
              file: {
                object:
                  | ({ text: string | null; isTruncated: boolean } & { __typename: 'Blob' })
                  | { __typename: 'Commit' | 'Tag' | 'Tree' }
                  | null
              } | null
            }
          } | null> | null
        }
        reviewRequests: {
          nodes: Array<{
            requestedReviewer:
              | ({ login: string } & { __typename: 'Bot' | 'User' })
              | { __typename: 'Mannequin' }
              | ({ slug: string } & { __typename: 'Team' })
              | null
          } | null> | null
        } | null
        latestReviews: {
          nodes: Array<{
            author:
              | ({ databaseId: number | null; login: string } & { __typename: 'Bot' | 'Mannequin' | 'User' })
              | ({ login: string } & { __typename: 'EnterpriseUserAccount' | 'Organization' })
              | null
          } | null> | null
        } | null
      } | null> | null
    }
  } | null
}

export type PeopleQueryVariables = Exact<{
  owner: string
  repo: string
  login0: string
}>

export type PeopleQuery = {
  repository: {
    role0: {
      edges: Array<{
        permission: RepositoryPermission
        node: { id: string; databaseId: number | null; login: string }
      } | null> | null
    } | null
    assignable0: { nodes: Array<{ id: string; databaseId: number | null; login: string } | null> | null }
  } | null
}

export type SightsQueryVariables = Exact<{
  owner: string
  repo: string
  first: number
  since: string
  open: boolean
  openAfter?: string | null | undefined
  closed: boolean
  closedAfter?: string | null | undefined
  reviews: boolean
  reviewsAfter?: string | null | undefined
  records: boolean
  recordsAfter?: string | null | undefined
}>

export type SightsQuery = {
  repository: {
    id: string
    visibility: RepositoryVisibility
    isArchived: boolean
    hasIssuesEnabled: boolean
    defaultBranchRef: { target: { file: { oid: string } | null } | null } | null
    open?: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{
        number: number
        state: IssueState
        closedAt: string | null
        updatedAt: string
        subIssues: { nodes: Array<{ number: number; updatedAt: string } | null> | null }
      } | null> | null
    }
    closed?: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{
        number: number
        state: IssueState
        closedAt: string | null
        updatedAt: string
        subIssues: { nodes: Array<{ number: number; updatedAt: string } | null> | null }
      } | null> | null
    }
    reviews?: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{
        number: number
        state: IssueState
        closedAt: string | null
        updatedAt: string
        subIssues: { nodes: Array<{ number: number; updatedAt: string } | null> | null }
      } | null> | null
    }
    records?: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: Array<{ name: string; target: { oid: string } | null } | null> | null
    } | null
  } | null
}

export type SightFragment = {
  number: number
  state: IssueState
  closedAt: string | null
  updatedAt: string
  subIssues: { nodes: Array<{ number: number; updatedAt: string } | null> | null }
}

export type StatesQueryVariables = Exact<{
  owner: string
  repo: string
}>

export type StatesQuery = {
  repository: { issue1: { state: IssueState; closedAt: string | null; repository: { id: string } } | null } | null
}

export type SightsOfQueryVariables = Exact<{
  owner: string
  repo: string
}>

export type SightsOfQuery = {
  repository: {
    issue1: {
      number: number
      state: IssueState
      closedAt: string | null
      updatedAt: string
      subIssues: { nodes: Array<{ number: number; updatedAt: string } | null> | null }
    } | null
  } | null
}
