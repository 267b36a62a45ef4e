import type { Stamp } from './accounts.ts'
import type { LockReason, StateReason } from './issues.ts'

type Common = { id: number; nodeId: string; issueId: number; actorId: number | null; createdAt: Stamp }

/** One thing that happened to an issue, named as REST names it (`event`); comments appear by reference. */
export type TimelineEvent = Common & TimelineDetail

export type TimelineDetail =
  | { event: 'commented'; commentId: number }
  | { event: 'comment_deleted'; deletedAuthorId: number | null }
  | { event: 'labeled' | 'unlabeled'; label: { id: number; name: string; color: string } }
  | { event: 'assigned' | 'unassigned'; assigneeId: number }
  | { event: 'closed'; stateReason: StateReason | null; closerPullId: number | null; commitOid: string | null }
  | { event: 'reopened'; stateReason: StateReason | null }
  | { event: 'renamed'; from: string; to: string }
  | { event: 'locked'; lockReason: LockReason | null }
  | { event: 'unlocked' | 'pinned' | 'unpinned' }
  | { event: 'transferred'; fromRepositoryId: number }
  | { event: 'sub_issue_added' | 'sub_issue_removed'; subIssueId: number }
  | { event: 'parent_issue_added' | 'parent_issue_removed'; parentId: number }
  | { event: 'blocked_by_added' | 'blocked_by_removed'; blockingId: number }
  | { event: 'blocking_added' | 'blocking_removed'; blockedId: number }
  | { event: 'marked_as_duplicate' | 'unmarked_as_duplicate'; canonicalId: number }
  | { event: 'comment_pinned' | 'comment_unpinned'; commentId: number }
  | { event: 'cross-referenced'; sourceIssueId: number; willCloseTarget: boolean }
  | { event: 'referenced'; commitOid: string }
  | { event: 'merged'; commitOid: string; refName: string }
  | { event: 'review_requested' | 'review_request_removed'; reviewerId: number | null; teamId: number | null }
  | { event: 'reviewed'; reviewId: number }
  | { event: 'ready_for_review' | 'convert_to_draft' }
  | { event: 'head_ref_deleted' | 'head_ref_restored'; refName: string }
  | { event: 'head_ref_force_pushed'; before: string; after: string }
