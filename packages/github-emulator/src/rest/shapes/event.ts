import type { Json, JsonObject } from '../../http/answer.ts'
import type { Issue } from '../../world/types/issues.ts'
import type { TimelineEvent } from '../../world/types/timeline.ts'
import { comment, issue, repositoryOf, viaApp } from './issue.ts'
import { review } from './pull.ts'
import { repository, repositoryUrl } from './repository.ts'
import { author, someone, team } from './user.ts'
import type { View } from './view.ts'

/** REST never shows that a comment was deleted or pinned; those are known only to GraphQL. */
const hidden = new Set(['comment_deleted', 'comment_pinned', 'comment_unpinned'])
/** These stand in an issue's timeline, but not among its events. */
const timelineOnly = new Set(['commented', 'cross-referenced', 'reviewed'])

export const inTimeline = ({ event }: TimelineEvent) => !hidden.has(event)
export const inEvents = (found: TimelineEvent) => inTimeline(found) && !timelineOnly.has(found.event)

/** A short form of an issue that an event points at. */
const reference = (view: View, id: number): Json => {
  const found = view.state.issues.get(id)
  if (!found) return null
  const { title, number, state, stateReason } = found
  const home = repository(view, repositoryOf(view, found))
  return { title, number, state, state_reason: stateReason, repository: home, issue_type: null }
}

const reviewRequest = (
  view: View,
  found: TimelineEvent & { readonly event: 'review_requested' | 'review_request_removed' },
): JsonObject => {
  const wanted = found.teamId === null ? null : view.state.teams.get(found.teamId)
  return {
    review_requester: someone(view, found.actorId),
    ...(wanted ? { requested_team: team(view, wanted) } : { requested_reviewer: author(view, found.reviewerId) }),
  }
}

/** What only this kind of event says. */
const detail = (view: View, found: TimelineEvent): JsonObject => {
  switch (found.event) {
    case 'labeled':
    case 'unlabeled':
      return { label: { name: found.label.name, color: found.label.color } }
    case 'assigned':
    case 'unassigned':
      return { assignee: author(view, found.assigneeId), assigner: author(view, found.actorId) }
    case 'closed':
    case 'reopened':
      return { state_reason: found.stateReason, ...('commitOid' in found ? { commit_id: found.commitOid } : {}) }
    case 'renamed':
      return { rename: { from: found.from, to: found.to } }
    case 'locked':
      return { lock_reason: found.lockReason }
    case 'sub_issue_added':
    case 'sub_issue_removed':
      return { sub_issue: reference(view, found.subIssueId) }
    case 'parent_issue_added':
    case 'parent_issue_removed':
      return { parent_issue: reference(view, found.parentId) }
    case 'blocked_by_added':
    case 'blocked_by_removed':
      return { blocked_by: reference(view, found.blockingId) }
    case 'blocking_added':
    case 'blocking_removed':
      return { blocking: reference(view, found.blockedId) }
    case 'review_requested':
    case 'review_request_removed':
      return reviewRequest(view, found)
    case 'merged':
    case 'referenced':
      return { commit_id: found.commitOid }
    // nothing but who and when
    case 'unlocked':
    case 'pinned':
    case 'unpinned':
    case 'transferred':
    case 'marked_as_duplicate':
    case 'unmarked_as_duplicate':
    case 'ready_for_review':
    case 'convert_to_draft':
    case 'head_ref_deleted':
    case 'head_ref_restored':
    case 'head_ref_force_pushed':
      return {}
    // never asked for: REST does not show them, or as entries of another shape
    case 'commented':
    case 'comment_deleted':
    case 'comment_pinned':
    case 'comment_unpinned':
    case 'cross-referenced':
    case 'reviewed':
      return {}
  }
}

/** One event of an issue, as `/issues/{number}/events` lists it. */
export const issueEvent = (view: View, on: Issue, found: TimelineEvent): JsonObject => ({
  id: found.id,
  node_id: found.nodeId,
  url: `${repositoryUrl(view, repositoryOf(view, on))}/issues/events/${found.id}`,
  actor: someone(view, found.actorId),
  event: found.event,
  commit_id: null,
  commit_url: null,
  created_at: found.createdAt,
  performed_via_github_app: viaApp(view, found.actorId),
  ...detail(view, found),
})

/** One entry of an issue's timeline: an event, a comment, a review or a mention elsewhere. */
export const timelineEntry = (view: View, on: Issue, found: TimelineEvent): JsonObject => {
  if (found.event === 'commented') {
    const said = view.state.comments.get(found.commentId)
    if (said) return { event: 'commented', actor: author(view, said.authorId), ...comment(view, said) }
  }
  if (found.event === 'cross-referenced') {
    const source = view.state.issues.get(found.sourceIssueId)
    const at = found.createdAt
    const shown = source ? { issue: issue(view, source) } : {}
    return {
      event: found.event,
      actor: author(view, found.actorId),
      created_at: at,
      updated_at: at,
      source: { type: 'issue', ...shown },
    }
  }
  const pull = on.pullId === null ? undefined : view.state.pulls.get(on.pullId)
  if (found.event === 'reviewed' && pull) {
    const said = pull.reviews.find(each => each.id === found.reviewId)
    if (said) return { event: 'reviewed', ...review(view, pull, said), user: author(view, said.authorId) }
  }
  return issueEvent(view, on, found)
}
