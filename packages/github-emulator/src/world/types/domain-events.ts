import type { Actor, Stamp } from './accounts.ts'
import type { Comment, Issue } from './issues.ts'

/** The kinds of webhook that something in the world causes, by GitHub's names. */
export type WebhookKind =
  | 'issues'
  | 'issue_comment'
  | 'sub_issues'
  | 'issue_dependencies'
  | 'pull_request'
  | 'pull_request_review'
  | 'check_run'
  | 'push'
  | 'create'
  | 'delete'
  | 'label'
  | 'repository'
  | 'public'

/**
 * What a webhook is made from. `event` and `action` are GitHub's webhook names; the rest are database ids of what it
 * is about, `changes` the values before, and copies of what no longer exists.
 */
export type DomainEvent = {
  id: number
  at: Stamp
  event: WebhookKind
  action: string | null
  by: Actor
  repository: number
  issue?: number
  pull?: number
  comment?: number
  label?: number
  /** The label as it was, also once it is deleted. */
  labelName?: string
  assignee?: number
  /** `sub_issues`: the two ends of the link. */
  parent?: number
  subIssue?: number
  /** `issue_dependencies`: the two ends of the link. */
  blocked?: number
  blocking?: number
  review?: number
  requestedReviewer?: number
  requestedTeam?: number
  checkRun?: number
  /** `push`, `create`, `delete`: the full name, and the oids (forty zeros where there is none). */
  ref?: string
  before?: string
  after?: string
  forced?: boolean
  commits?: string[]
  /** `issues.closed` as a duplicate, `issues.transferred`. */
  duplicateOf?: number
  changes?: Record<string, unknown>
  deletedComment?: Comment
  deletedIssue?: Issue
  /** `issues.transferred`: the issue that it became. */
  movedTo?: number
  /** `issues.opened` by a transfer: the issue as it was before. */
  movedFrom?: Issue
  member?: number
}
