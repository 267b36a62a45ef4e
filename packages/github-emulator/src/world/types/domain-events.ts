import type { Actor, Stamp } from './accounts.ts'
import type { Comment, Issue } from './issues.ts'

/**
 * What a webhook is made from. `event` and `action` are GitHub's webhook names; the rest are database ids of what it
 * is about, `changes` the values before, and copies of what no longer exists.
 */
export type DomainEvent = {
  id: number
  at: Stamp
  event: string
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
  member?: number
}
