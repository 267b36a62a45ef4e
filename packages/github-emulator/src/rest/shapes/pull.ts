import type { Json, JsonObject } from '../../http/answer.ts'
import { authorAssociation } from '../../world/access.ts'
import { accountById } from '../../world/accounts.ts'
import { compare } from '../../world/git/history.ts'
import type { Issue } from '../../world/types/issues.ts'
import type { PullRequest, Review } from '../../world/types/pulls.ts'
import { lineChanges } from './diff.ts'
import { issueHtml, issueUrl, labels, repositoryOf } from './issue.ts'
import { repository, repositoryUrl } from './repository.ts'
import { author, someone, team, users } from './user.ts'
import type { View } from './view.ts'

/** The issue half, which holds title, body, labels and comments. */
export const issueOf = (view: View, pull: PullRequest): Issue => {
  const found = view.state.issues.get(pull.issueId)
  if (!found) throw new Error(`issue ${pull.issueId} of pull request ${pull.id} is missing`)
  return found
}

const end = (view: View, pull: PullRequest, ref: string, sha: string): JsonObject => {
  const home = repositoryOf(view, pull)
  const owner = accountById(view.state, home.ownerId)?.login ?? 'ghost'
  return { label: `${owner}:${ref}`, ref, sha, user: author(view, home.ownerId), repo: repository(view, home) }
}

const links = (view: View, pull: PullRequest): JsonObject => {
  const on = issueOf(view, pull)
  const root = repositoryUrl(view, repositoryOf(view, pull))
  const url = `${root}/pulls/${on.number}`
  const html = issueHtml(view, on)
  const all = {
    issue_url: issueUrl(view, on),
    comments_url: `${issueUrl(view, on)}/comments`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${root}/pulls/comments{/number}`,
    statuses_url: `${root}/statuses/${pull.headOid}`,
  }
  const hrefs = Object.entries(all).map(([name, href]) => [name.replace('_url', ''), { href }])
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    ...all,
    _links: { self: { href: url }, html: { href: html }, ...Object.fromEntries(hrefs) },
  }
}

const teams = (view: View, ids: readonly number[]): Json[] =>
  ids.map(id => view.state.teams.get(id)).flatMap(each => (each ? [team(view, each)] : []))

/** A pull request as lists show it. */
export const pullInList = (view: View, pull: PullRequest): JsonObject => {
  const on = issueOf(view, pull)
  const assignees = users(view, on.assigneeIds)
  return {
    id: pull.id,
    node_id: pull.nodeId,
    ...links(view, pull),
    number: on.number,
    state: on.state,
    locked: on.locked,
    title: on.title,
    user: author(view, on.authorId),
    body: on.body === '' ? null : on.body,
    labels: labels(view, on.labelIds),
    milestone: null,
    active_lock_reason: on.lockReason,
    created_at: on.createdAt,
    updated_at: on.updatedAt,
    closed_at: on.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitOid,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: users(view, pull.requestedReviewerIds),
    requested_teams: teams(view, pull.requestedTeamIds),
    head: end(view, pull, pull.headRef, pull.headOid),
    base: end(view, pull, pull.baseRef, pull.baseOid),
    author_association: authorAssociation(view.state, repositoryOf(view, pull), on.authorId),
    auto_merge: null,
    draft: pull.draft,
  }
}

/** A pull request in full, with its counts. */
export const pull = (view: View, found: PullRequest): JsonObject => {
  const on = issueOf(view, found)
  const { commits, files } = compare(view.state, found.repositoryId, found.baseOid, found.headOid)
  const changes = files.map(each => lineChanges(view.state, found.repositoryId, each))
  const open = on.state === 'open'
  return {
    ...pullInList(view, found),
    merged: found.merged,
    mergeable: open ? true : null,
    rebaseable: open ? true : null,
    mergeable_state: open ? 'clean' : 'unknown',
    merged_by: someone(view, found.mergedById),
    comments: [...view.state.comments.values()].filter(each => each.issueId === on.id).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: changes.reduce((sum, each) => sum + each.additions, 0),
    deletions: changes.reduce((sum, each) => sum + each.deletions, 0),
    changed_files: files.length,
  }
}

/** A review; its author is null once the account is gone. */
export const review = (view: View, on: PullRequest, found: Review): JsonObject => {
  const issue = issueOf(view, on)
  const html = `${issueHtml(view, issue)}#pullrequestreview-${found.id}`
  const url = `${repositoryUrl(view, repositoryOf(view, on))}/pulls/${issue.number}`
  return {
    id: found.id,
    node_id: found.nodeId,
    user: someone(view, found.authorId),
    body: found.body,
    state: found.state,
    html_url: html,
    pull_request_url: url,
    _links: { html: { href: html }, pull_request: { href: url } },
    submitted_at: found.submittedAt,
    commit_id: found.commitOid,
    author_association: authorAssociation(view.state, repositoryOf(view, on), found.authorId),
  }
}
