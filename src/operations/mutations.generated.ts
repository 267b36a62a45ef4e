// Made from the mutations in src/operations/ and GitHub’s schema by `npm run generate`: change it there.

export type AddAssigneesToAssignableInput = {
  readonly agentAssignment?: AgentAssignmentInput | null | undefined
  readonly assignableId: string
  readonly assigneeIds: ReadonlyArray<string>
  readonly clientMutationId?: string | null | undefined
}

export type AddBlockedByInput = {
  readonly blockingIssueId: string
  readonly clientMutationId?: string | null | undefined
  readonly issueId: string
}

export type AddCommentInput = {
  readonly body: string
  readonly clientMutationId?: string | null | undefined
  readonly subjectId: string
}

export type AddLabelsToLabelableInput = {
  readonly clientMutationId?: string | null | undefined
  readonly labelIds: ReadonlyArray<string>
  readonly labelableId: string
}

export type AddReactionInput = {
  readonly clientMutationId?: string | null | undefined
  readonly content: ReactionContent
  readonly subjectId: string
}

export type AddSubIssueInput = {
  readonly clientMutationId?: string | null | undefined
  readonly issueId: string
  readonly replaceParent?: boolean | null | undefined
  readonly subIssueId?: string | null | undefined
  readonly subIssueUrl?: string | null | undefined
}

export type AgentAssignmentInput = {
  readonly baseRef?: string | null | undefined
  readonly customAgent?: string | null | undefined
  readonly customInstructions?: string | null | undefined
  readonly targetRepositoryId?: string | null | undefined
}

export type CloseIssueInput = {
  readonly clientMutationId?: string | null | undefined
  readonly duplicateIssueId?: string | null | undefined
  readonly issueId: string
  readonly stateReason?: IssueClosedStateReason | null | undefined
}

export type CommitMessage = {
  readonly body?: string | null | undefined
  readonly headline: string
}

export type CommittableBranch = {
  readonly branchName?: string | null | undefined
  readonly id?: string | null | undefined
  readonly repositoryNameWithOwner?: string | null | undefined
}

export type CreateCommitOnBranchInput = {
  readonly branch: CommittableBranch
  readonly clientMutationId?: string | null | undefined
  readonly expectedHeadOid: string
  readonly fileChanges?: FileChanges | null | undefined
  readonly message: CommitMessage
}

export type CreateIssueInput = {
  readonly agentAssignment?: AgentAssignmentInput | null | undefined
  readonly assigneeIds?: ReadonlyArray<string> | null | undefined
  readonly body?: string | null | undefined
  readonly clientMutationId?: string | null | undefined
  readonly issueFields?: ReadonlyArray<IssueFieldCreateOrUpdateInput> | null | undefined
  readonly issueTemplate?: string | null | undefined
  readonly issueTypeId?: string | null | undefined
  readonly labelIds?: ReadonlyArray<string> | null | undefined
  readonly milestoneId?: string | null | undefined
  readonly parentIssueId?: string | null | undefined
  readonly projectIds?: ReadonlyArray<string> | null | undefined
  readonly projectV2Ids?: ReadonlyArray<string> | null | undefined
  readonly repositoryId: string
  readonly title: string
}

export type CreateLabelInput = {
  readonly clientMutationId?: string | null | undefined
  readonly color: string
  readonly description?: string | null | undefined
  readonly name: string
  readonly repositoryId: string
}

export type CreatePullRequestInput = {
  readonly baseRefName: string
  readonly body?: string | null | undefined
  readonly clientMutationId?: string | null | undefined
  readonly draft?: boolean | null | undefined
  readonly headRefName: string
  readonly headRepositoryId?: string | null | undefined
  readonly maintainerCanModify?: boolean | null | undefined
  readonly repositoryId: string
  readonly title: string
}

export type CreateRefInput = {
  readonly clientMutationId?: string | null | undefined
  readonly name: string
  readonly oid: string
  readonly repositoryId: string
}

export type DeleteIssueCommentInput = {
  readonly clientMutationId?: string | null | undefined
  readonly id: string
}

export type FileAddition = {
  readonly contents: string
  readonly path: string
}

export type FileChanges = {
  readonly additions?: ReadonlyArray<FileAddition> | null | undefined
  readonly deletions?: ReadonlyArray<FileDeletion> | null | undefined
}

export type FileDeletion = {
  readonly path: string
}

export type IssueClosedStateReason = 'COMPLETED' | 'DUPLICATE' | 'NOT_PLANNED'

export type IssueFieldCreateOrUpdateInput = {
  readonly dateValue?: string | null | undefined
  readonly delete?: boolean | null | undefined
  readonly fieldId: string
  readonly numberValue?: number | null | undefined
  readonly singleSelectOptionId?: string | null | undefined
  readonly textValue?: string | null | undefined
}

export type IssueState = 'CLOSED' | 'OPEN'

export type MinimizeCommentInput = {
  readonly classifier: ReportedContentClassifiers
  readonly clientMutationId?: string | null | undefined
  readonly subjectId: string
}

export type PinIssueCommentInput = {
  readonly clientMutationId?: string | null | undefined
  readonly issueCommentId: string
}

export type ReactionContent =
  | 'CONFUSED'
  | 'EYES'
  | 'HEART'
  | 'HOORAY'
  | 'LAUGH'
  | 'ROCKET'
  | 'THUMBS_DOWN'
  | 'THUMBS_UP'

export type RefUpdate = {
  readonly afterOid: string
  readonly beforeOid?: string | null | undefined
  readonly force?: boolean | null | undefined
  readonly name: string
}

export type RemoveAssigneesFromAssignableInput = {
  readonly assignableId: string
  readonly assigneeIds: ReadonlyArray<string>
  readonly clientMutationId?: string | null | undefined
}

export type RemoveLabelsFromLabelableInput = {
  readonly clientMutationId?: string | null | undefined
  readonly labelIds: ReadonlyArray<string>
  readonly labelableId: string
}

export type ReopenIssueInput = {
  readonly clientMutationId?: string | null | undefined
  readonly issueId: string
}

export type ReportedContentClassifiers = 'ABUSE' | 'DUPLICATE' | 'OFF_TOPIC' | 'OUTDATED' | 'RESOLVED' | 'SPAM'

export type RepositoryVisibility = 'INTERNAL' | 'PRIVATE' | 'PUBLIC'

export type RequestReviewsInput = {
  readonly botIds?: ReadonlyArray<string> | null | undefined
  readonly clientMutationId?: string | null | undefined
  readonly pullRequestId: string
  readonly teamIds?: ReadonlyArray<string> | null | undefined
  readonly union?: boolean | null | undefined
  readonly userIds?: ReadonlyArray<string> | null | undefined
}

export type UpdateIssueCommentInput = {
  readonly body: string
  readonly clientMutationId?: string | null | undefined
  readonly id: string
}

export type UpdateIssueInput = {
  readonly agentAssignment?: AgentAssignmentInput | null | undefined
  readonly assigneeIds?: ReadonlyArray<string> | null | undefined
  readonly body?: string | null | undefined
  readonly clientMutationId?: string | null | undefined
  readonly id: string
  readonly issueTypeId?: string | null | undefined
  readonly labelIds?: ReadonlyArray<string> | null | undefined
  readonly milestoneId?: string | null | undefined
  readonly projectIds?: ReadonlyArray<string> | null | undefined
  readonly state?: IssueState | null | undefined
  readonly title?: string | null | undefined
}

export type UpdateRefsInput = {
  readonly clientMutationId?: string | null | undefined
  readonly refUpdates: ReadonlyArray<RefUpdate>
  readonly repositoryId: string
}

export type CreateIssueMutation = {
  readonly createIssue: {
    readonly issue: {
      readonly id: string
      readonly number: number
      readonly url: string
      readonly createdAt: string
      readonly repository: { readonly visibility: RepositoryVisibility }
    } | null
  } | null
}

export type AddSubIssueMutation = {
  readonly addSubIssue: {
    readonly issue: { readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } | null
  } | null
}

export type UpdateIssueMutation = {
  readonly updateIssue: {
    readonly issue: { readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } | null
  } | null
}

export type AddCommentMutation = {
  readonly addComment: {
    readonly commentEdge: {
      readonly node: {
        readonly id: string
        readonly createdAt: string
        readonly repository: { readonly visibility: RepositoryVisibility }
      } | null
    } | null
  } | null
}

export type CreatePullRequestMutation = {
  readonly createPullRequest: {
    readonly pullRequest: {
      readonly id: string
      readonly number: number
      readonly url: string
      readonly repository: { readonly visibility: RepositoryVisibility }
    } | null
  } | null
}

export type CreateLabelMutation = {
  readonly createLabel: {
    readonly label: { readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } | null
  } | null
}

export type AddLabelsToLabelableMutation = {
  readonly addLabelsToLabelable: {
    readonly labelable:
      | { readonly __typename: 'Discussion' }
      | ({ readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } & {
          readonly __typename: 'Issue' | 'PullRequest'
        })
      | null
  } | null
}

export type RemoveLabelsFromLabelableMutation = {
  readonly removeLabelsFromLabelable: {
    readonly labelable:
      | { readonly __typename: 'Discussion' }
      | ({ readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } & {
          readonly __typename: 'Issue' | 'PullRequest'
        })
      | null
  } | null
}

export type AddAssigneesToAssignableMutation = {
  readonly addAssigneesToAssignable: {
    readonly assignable:
      | ({
          readonly assignees: { readonly nodes: ReadonlyArray<{ readonly databaseId: number | null } | null> | null }
          readonly repository: { readonly visibility: RepositoryVisibility }
        } & { readonly __typename: 'Issue' | 'PullRequest' })
      | null
  } | null
}

export type RemoveAssigneesFromAssignableMutation = {
  readonly removeAssigneesFromAssignable: {
    readonly assignable:
      | ({
          readonly assignees: { readonly nodes: ReadonlyArray<{ readonly databaseId: number | null } | null> | null }
          readonly repository: { readonly visibility: RepositoryVisibility }
        } & { readonly __typename: 'Issue' | 'PullRequest' })
      | null
  } | null
}

export type CloseIssueMutation = {
  readonly closeIssue: {
    readonly issue: { readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } | null
  } | null
}

export type ReopenIssueMutation = {
  readonly reopenIssue: {
    readonly issue: { readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } | null
  } | null
}

export type AddBlockedByMutation = {
  readonly addBlockedBy: {
    readonly issue: { readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } | null
  } | null
}

export type MinimizeCommentMutation = {
  readonly minimizeComment: {
    readonly minimizedComment:
      | {
          readonly __typename:
            | 'CommitComment'
            | 'DiscussionComment'
            | 'GistComment'
            | 'PullRequestReview'
            | 'PullRequestReviewComment'
        }
      | ({ readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } & {
          readonly __typename: 'IssueComment'
        })
      | null
  } | null
}

export type DeleteIssueCommentMutation = {
  readonly deleteIssueComment: { readonly clientMutationId: string | null } | null
}

export type CreateRefMutation = {
  readonly createRef: {
    readonly ref: { readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } | null
  } | null
}

export type UpdateRefsMutation = { readonly updateRefs: { readonly clientMutationId: string | null } | null }

export type CreateCommitOnBranchMutation = {
  readonly createCommitOnBranch: {
    readonly commit: { readonly oid: string; readonly repository: { readonly visibility: RepositoryVisibility } } | null
  } | null
}

export type RequestReviewsMutation = {
  readonly requestReviews: {
    readonly pullRequest: {
      readonly id: string
      readonly repository: { readonly visibility: RepositoryVisibility }
    } | null
  } | null
}

export type UpdateIssueCommentMutation = {
  readonly updateIssueComment: {
    readonly issueComment: {
      readonly id: string
      readonly repository: { readonly visibility: RepositoryVisibility }
    } | null
  } | null
}

export type PinIssueCommentMutation = {
  readonly pinIssueComment: {
    readonly issueComment: {
      readonly id: string
      readonly repository: { readonly visibility: RepositoryVisibility }
    } | null
  } | null
}

export type AddReactionMutation = {
  readonly addReaction: {
    readonly subject:
      | {
          readonly __typename:
            | 'CommitComment'
            | 'Discussion'
            | 'DiscussionComment'
            | 'Issue'
            | 'PullRequest'
            | 'PullRequestReview'
            | 'PullRequestReviewComment'
            | 'Release'
        }
      | ({ readonly id: string; readonly repository: { readonly visibility: RepositoryVisibility } } & {
          readonly __typename: 'IssueComment'
        })
      | null
  } | null
}

export type Mutations = {
  readonly createIssue: {
    readonly type: 'CreateIssueInput'
    readonly input: CreateIssueInput
    readonly answer: CreateIssueMutation['createIssue']
  }
  readonly addSubIssue: {
    readonly type: 'AddSubIssueInput'
    readonly input: AddSubIssueInput
    readonly answer: AddSubIssueMutation['addSubIssue']
  }
  readonly updateIssue: {
    readonly type: 'UpdateIssueInput'
    readonly input: UpdateIssueInput
    readonly answer: UpdateIssueMutation['updateIssue']
  }
  readonly addComment: {
    readonly type: 'AddCommentInput'
    readonly input: AddCommentInput
    readonly answer: AddCommentMutation['addComment']
  }
  readonly createPullRequest: {
    readonly type: 'CreatePullRequestInput'
    readonly input: CreatePullRequestInput
    readonly answer: CreatePullRequestMutation['createPullRequest']
  }
  readonly createLabel: {
    readonly type: 'CreateLabelInput'
    readonly input: CreateLabelInput
    readonly answer: CreateLabelMutation['createLabel']
  }
  readonly addLabelsToLabelable: {
    readonly type: 'AddLabelsToLabelableInput'
    readonly input: AddLabelsToLabelableInput
    readonly answer: AddLabelsToLabelableMutation['addLabelsToLabelable']
  }
  readonly removeLabelsFromLabelable: {
    readonly type: 'RemoveLabelsFromLabelableInput'
    readonly input: RemoveLabelsFromLabelableInput
    readonly answer: RemoveLabelsFromLabelableMutation['removeLabelsFromLabelable']
  }
  readonly addAssigneesToAssignable: {
    readonly type: 'AddAssigneesToAssignableInput'
    readonly input: AddAssigneesToAssignableInput
    readonly answer: AddAssigneesToAssignableMutation['addAssigneesToAssignable']
  }
  readonly removeAssigneesFromAssignable: {
    readonly type: 'RemoveAssigneesFromAssignableInput'
    readonly input: RemoveAssigneesFromAssignableInput
    readonly answer: RemoveAssigneesFromAssignableMutation['removeAssigneesFromAssignable']
  }
  readonly closeIssue: {
    readonly type: 'CloseIssueInput'
    readonly input: CloseIssueInput
    readonly answer: CloseIssueMutation['closeIssue']
  }
  readonly reopenIssue: {
    readonly type: 'ReopenIssueInput'
    readonly input: ReopenIssueInput
    readonly answer: ReopenIssueMutation['reopenIssue']
  }
  readonly addBlockedBy: {
    readonly type: 'AddBlockedByInput'
    readonly input: AddBlockedByInput
    readonly answer: AddBlockedByMutation['addBlockedBy']
  }
  readonly minimizeComment: {
    readonly type: 'MinimizeCommentInput'
    readonly input: MinimizeCommentInput
    readonly answer: MinimizeCommentMutation['minimizeComment']
  }
  readonly deleteIssueComment: {
    readonly type: 'DeleteIssueCommentInput'
    readonly input: DeleteIssueCommentInput
    readonly answer: DeleteIssueCommentMutation['deleteIssueComment']
  }
  readonly createRef: {
    readonly type: 'CreateRefInput'
    readonly input: CreateRefInput
    readonly answer: CreateRefMutation['createRef']
  }
  readonly updateRefs: {
    readonly type: 'UpdateRefsInput'
    readonly input: UpdateRefsInput
    readonly answer: UpdateRefsMutation['updateRefs']
  }
  readonly createCommitOnBranch: {
    readonly type: 'CreateCommitOnBranchInput'
    readonly input: CreateCommitOnBranchInput
    readonly answer: CreateCommitOnBranchMutation['createCommitOnBranch']
  }
  readonly requestReviews: {
    readonly type: 'RequestReviewsInput'
    readonly input: RequestReviewsInput
    readonly answer: RequestReviewsMutation['requestReviews']
  }
  readonly updateIssueComment: {
    readonly type: 'UpdateIssueCommentInput'
    readonly input: UpdateIssueCommentInput
    readonly answer: UpdateIssueCommentMutation['updateIssueComment']
  }
  readonly pinIssueComment: {
    readonly type: 'PinIssueCommentInput'
    readonly input: PinIssueCommentInput
    readonly answer: PinIssueCommentMutation['pinIssueComment']
  }
  readonly addReaction: {
    readonly type: 'AddReactionInput'
    readonly input: AddReactionInput
    readonly answer: AddReactionMutation['addReaction']
  }
}
