import type { Json, JsonObject } from '../../http/answer.ts'
import { authorAssociation } from '../../world/access.ts'
import { accountById } from '../../world/accounts.ts'
import { subIssuesSummary } from '../../world/sub-issues.ts'
import type { Comment, Issue, Reaction } from '../../world/types/issues.ts'
import type { Label, Repository } from '../../world/types/repositories.ts'
import type { WorldState } from '../../world/types/world.ts'
import { integration } from './integration.ts'
import { repository, repositoryHtml, repositoryUrl } from './repository.ts'
import { author, someone, users } from './user.ts'
import type { View } from './view.ts'

const contents = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'eyes', 'rocket'] as const

/** Where an issue lives: every issue in the state has its repository. */
export const repositoryOf = (view: View, { repositoryId }: { readonly repositoryId: number }): Repository => {
  const found = view.state.repositories.get(repositoryId)
  if (!found) throw new Error(`repository ${repositoryId} is missing`)
  return found
}

export const issueUrl = (view: View, found: Issue) =>
  `${repositoryUrl(view, repositoryOf(view, found))}/issues/${found.number}`

export const issueHtml = (view: View, found: Issue) =>
  `${repositoryHtml(view, repositoryOf(view, found))}/${found.pullId === null ? 'issues' : 'pull'}/${found.number}`

export const label = (view: View, found: Label): JsonObject => {
  const url = repositoryUrl(view, repositoryOf(view, found))
  return {
    id: found.id,
    node_id: found.nodeId,
    url: `${url}/labels/${encodeURIComponent(found.name)}`,
    name: found.name,
    description: found.description,
    color: found.color,
    default: false,
  }
}

export const labels = (view: View, ids: readonly number[]): Json[] =>
  ids.map(id => view.state.labels.get(id)).flatMap(each => (each ? [label(view, each)] : []))

export const reaction = (view: View, found: Reaction): JsonObject => {
  const { id, nodeId, content, createdAt, userId } = found
  return { id, node_id: nodeId, user: someone(view, userId), content, created_at: createdAt }
}

/** The count of each reaction. */
const rollup = (url: string, reactions: readonly Reaction[]): JsonObject => {
  const counts = contents.map(content => [content, reactions.filter(each => each.content === content).length])
  return { url: `${url}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts) }
}

/** The App behind a bot's writing, in full; null when a person wrote. */
export const viaApp = (view: View, accountId: number | null): Json => {
  const app = view.state.apps.get(accountById(view.state, accountId)?.appId ?? 0)
  return app ? integration(view, app) : null
}

const open = (state: WorldState, ids: readonly number[]) =>
  ids.filter(id => state.issues.get(id)?.state === 'open').length

/** Counts of dependencies and sub-issues, and the link to the parent. */
const relations = (view: View, found: Issue): JsonObject => {
  const counted = view.summaries ?? view.state
  const then = counted.issues.get(found.id) ?? found
  const { blockedByIds, blockingIds } = then
  const { total, completed, percentCompleted } = subIssuesSummary(counted, then)
  const parent = found.parentId === null ? null : view.state.issues.get(found.parentId)
  return {
    sub_issues_summary: { total, completed, percent_completed: percentCompleted },
    issue_dependencies_summary: {
      blocked_by: open(counted, blockedByIds),
      total_blocked_by: blockedByIds.length,
      blocking: open(counted, blockingIds),
      total_blocking: blockingIds.length,
    },
    ...(parent ? { parent_issue_url: issueUrl(view, parent) } : {}),
  }
}

const pullHalf = (view: View, found: Issue): JsonObject => {
  const pull = found.pullId === null ? undefined : view.state.pulls.get(found.pullId)
  if (!pull) return {}
  const html = issueHtml(view, found)
  const url = `${repositoryUrl(view, repositoryOf(view, found))}/pulls/${found.number}`
  const links = { url, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch`, merged_at: pull.mergedAt }
  return { draft: pull.draft, pull_request: links }
}

const issueLinks = (view: View, found: Issue): JsonObject => {
  const url = issueUrl(view, found)
  return {
    url,
    repository_url: repositoryUrl(view, repositoryOf(view, found)),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: issueHtml(view, found),
  }
}

/** An issue, or the issue half of a pull request, in full. */
export const issue = (view: View, found: Issue): JsonObject => {
  const url = issueUrl(view, found)
  const assignees = users(view, found.assigneeIds)
  const comments = [...view.state.comments.values()].filter(each => each.issueId === found.id).length
  const pinned = found.pinnedComment && view.state.comments.get(found.pinnedComment.commentId)
  return {
    id: found.id,
    node_id: found.nodeId,
    number: found.number,
    title: found.title,
    body: found.body === '' ? null : found.body,
    ...issueLinks(view, found),
    user: author(view, found.authorId),
    labels: labels(view, found.labelIds),
    state: found.state,
    state_reason: found.stateReason,
    locked: found.locked,
    active_lock_reason: found.lockReason,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments,
    created_at: found.createdAt,
    updated_at: found.updatedAt,
    closed_at: found.closedAt,
    closed_by: someone(view, found.closedById),
    author_association: authorAssociation(view.state, repositoryOf(view, found), found.authorId),
    ...relations(view, found),
    ...pullHalf(view, found),
    reactions: rollup(url, found.reactions),
    performed_via_github_app: viaApp(view, found.authorId),
    ...(pinned ? { pinned_comment: comment(view, pinned) } : {}),
  }
}

/** An issue in a list that spans repositories says which is its own. */
export const issueWithRepository = (view: View, found: Issue): JsonObject => ({
  ...issue(view, found),
  repository: repository(view, repositoryOf(view, found)),
})

/** A comment on an issue or pull request. */
export const comment = (view: View, found: Comment): JsonObject => {
  const on = view.state.issues.get(found.issueId)
  if (!on) throw new Error(`issue ${found.issueId} of comment ${found.id} is missing`)
  const url = `${repositoryUrl(view, repositoryOf(view, on))}/issues/comments/${found.id}`
  const pin = on.pinnedComment?.commentId === found.id ? on.pinnedComment : null
  return {
    id: found.id,
    node_id: found.nodeId,
    url,
    html_url: `${issueHtml(view, on)}#issuecomment-${found.id}`,
    issue_url: issueUrl(view, on),
    body: found.body,
    user: author(view, found.authorId),
    created_at: found.createdAt,
    updated_at: found.updatedAt,
    author_association: authorAssociation(view.state, repositoryOf(view, on), found.authorId),
    reactions: rollup(url, found.reactions),
    performed_via_github_app: viaApp(view, found.authorId),
    pin: pin && { pinned_at: pin.at, pinned_by: someone(view, pin.byId) },
    minimized: found.minimizedReason === null ? null : { reason: found.minimizedReason },
  }
}
