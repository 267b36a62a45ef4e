import type { Stamp } from './accounts.ts'

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'

export type Review = {
  id: number
  nodeId: string
  authorId: number | null
  state: ReviewState
  body: string
  commitOid: string
  submittedAt: Stamp
}

/** The pull half; title, body, state, labels, assignees and comments are its issue's. Only within one repository. */
export type PullRequest = {
  id: number
  nodeId: string
  issueId: number
  repositoryId: number
  /** Short branch names. */
  headRef: string
  baseRef: string
  headOid: string
  baseOid: string
  draft: boolean
  merged: boolean
  mergedAt: Stamp | null
  mergedById: number | null
  mergeCommitOid: string | null
  requestedReviewerIds: number[]
  requestedTeamIds: number[]
  reviews: Review[]
}

export type CheckStatus = 'queued' | 'in_progress' | 'completed'
export type CheckConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'timed_out'
  | 'action_required'
  | 'skipped'
  | 'stale'

export type CheckRun = {
  id: number
  nodeId: string
  repositoryId: number
  appId: number | null
  name: string
  headSha: string
  status: CheckStatus
  conclusion: CheckConclusion | null
  startedAt: Stamp | null
  completedAt: Stamp | null
  detailsUrl: string | null
  externalId: string | null
  output: { title: string | null; summary: string | null; text: string | null }
}
