import type { Json, JsonObject } from '../http/answer.ts'
import { checkRun } from '../rest/shapes/check.ts'
import { comment, issue, label } from '../rest/shapes/issue.ts'
import { pull, review } from '../rest/shapes/pull.ts'
import { repository } from '../rest/shapes/repository.ts'
import { author, team } from '../rest/shapes/user.ts'
import type { View } from '../rest/shapes/view.ts'
import { accountById } from '../world/accounts.ts'
import type { DomainEvent } from '../world/types/domain-events.ts'
import type { Issue } from '../world/types/issues.ts'
import { pushPayload, refPayload } from './push.ts'

const issueWith = (view: View, id: number | undefined): Issue | undefined => view.state.issues.get(id ?? 0)

/** The label of a `labeled`, `unlabeled` or `label` event; a deleted one is known only by its name. */
const labelOf = (view: View, what: DomainEvent): JsonObject => {
  const found = view.state.labels.get(what.label ?? 0)
  if (found) return label(view, found)
  const gone = { id: what.label ?? 0, node_id: '', url: view.base, name: what.labelName ?? '' }
  return { ...gone, color: 'ededed', default: false, description: null }
}

/** What an event about an issue, or the issue half of a pull request, says beside it. */
const extras = (view: View, what: DomainEvent): JsonObject => ({
  ...(what.changes ? { changes: structuredClone(what.changes) as JsonObject } : {}),
  ...(what.label === undefined ? {} : { label: labelOf(view, what) }),
  ...(what.assignee === undefined ? {} : { assignee: author(view, what.assignee) }),
})

const ofIssue = (view: View, what: DomainEvent): JsonObject | null => {
  const found = issueWith(view, what.issue) ?? what.deletedIssue
  return found ? { issue: issue(view, found), ...extras(view, what), ...transferOf(view, what) } : null
}

/** Where an issue went, as the repository that it left is told, and where it came from, as the other is. */
const transferOf = (view: View, { movedTo, movedFrom }: DomainEvent): JsonObject => {
  const end = (name: 'new' | 'old', found: Issue | undefined): JsonObject => {
    const home = found && view.state.repositories.get(found.repositoryId)
    if (!found || !home) return {}
    return { changes: { [`${name}_issue`]: issue(view, found), [`${name}_repository`]: repository(view, home) } }
  }
  return { ...end('new', issueWith(view, movedTo)), ...end('old', movedFrom) }
}

const ofComment = (view: View, what: DomainEvent): JsonObject | null => {
  const on = issueWith(view, what.issue)
  const found = view.state.comments.get(what.comment ?? 0) ?? what.deletedComment
  if (!on || !found) return null
  return { issue: issue(view, on), comment: comment(view, found), ...extras(view, what) }
}

/** One end of a link says which repository the other end is in. */
const ofLink = (
  view: View,
  what: DomainEvent,
  names: [string, number | undefined][],
  far: string,
): JsonObject | null => {
  const ends: JsonObject = {}
  for (const [name, id] of names) {
    const found = issueWith(view, id)
    const home = found && view.state.repositories.get(found.repositoryId)
    if (!found || !home) return null
    ends[`${name}_id`] = found.id
    ends[name] = issue(view, found)
    if (name === far) ends[`${name}_repo`] = repository(view, home)
  }
  return { ...ends, ...extras(view, what) }
}

const ofPull = (view: View, what: DomainEvent): JsonObject | null => {
  const found = view.state.pulls.get(what.pull ?? 0)
  const on = found && view.state.issues.get(found.issueId)
  if (!found || !on) return null
  const wanted = what.requestedTeam === undefined ? undefined : view.state.teams.get(what.requestedTeam)
  return {
    number: on.number,
    pull_request: pull(view, found),
    ...extras(view, what),
    ...(what.requestedReviewer === undefined ? {} : { requested_reviewer: author(view, what.requestedReviewer) }),
    ...(wanted ? { requested_team: team(view, wanted) } : {}),
    ...(what.action === 'synchronize' ? { before: what.before ?? '', after: what.after ?? '' } : {}),
  }
}

const ofReview = (view: View, what: DomainEvent): JsonObject | null => {
  const found = view.state.pulls.get(what.pull ?? 0)
  const said = found?.reviews.find(each => each.id === what.review)
  if (!found || !said) return null
  const shown = review(view, found, said)
  // webhooks write the state in lower case where REST writes it in upper
  return { pull_request: pull(view, found), review: { ...shown, state: said.state.toLowerCase() } }
}

const ofCheckRun = (view: View, what: DomainEvent): JsonObject | null => {
  const found = view.state.checkRuns.get(what.checkRun ?? 0)
  return found ? { check_run: checkRun(view, found) } : null
}

/** What only this event says; null when what it was about is already gone. */
const about = (view: View, what: DomainEvent): JsonObject | null => {
  const farChild = what.action?.startsWith('sub_issue') ? 'sub_issue' : 'parent_issue'
  const farLink = what.action?.startsWith('blocked_by') ? 'blocking_issue' : 'blocked_issue'
  switch (what.event) {
    case 'issues':
      return ofIssue(view, what)
    case 'issue_comment':
      return ofComment(view, what)
    case 'sub_issues':
      return ofLink(
        view,
        what,
        [
          ['sub_issue', what.subIssue],
          ['parent_issue', what.parent],
        ],
        farChild,
      )
    case 'issue_dependencies':
      return ofLink(
        view,
        what,
        [
          ['blocked_issue', what.blocked],
          ['blocking_issue', what.blocking],
        ],
        farLink,
      )
    case 'pull_request':
      return ofPull(view, what)
    case 'pull_request_review':
      return ofReview(view, what)
    case 'check_run':
      return ofCheckRun(view, what)
    case 'push':
      return pushPayload(view, what)
    case 'create':
    case 'delete':
      return refPayload(view, what)
    case 'label':
      return { label: labelOf(view, what), ...extras(view, what) }
    case 'repository':
    case 'public':
      return extras(view, what)
  }
}

const organization = (view: View, ownerId: number): JsonObject => {
  const owner = accountById(view.state, ownerId)
  if (owner?.type !== 'Organization') return {}
  const url = `${view.base}/api/v3/orgs/${owner.login}`
  const links = ['events', 'hooks', 'issues', 'repos'].map(name => [`${name}_url`, `${url}/${name}`])
  return {
    organization: {
      login: owner.login,
      id: owner.id,
      node_id: owner.nodeId,
      url,
      ...Object.fromEntries(links),
      members_url: `${url}/members{/member}`,
      public_members_url: `${url}/public_members{/member}`,
      avatar_url: `${view.base}/avatars/u/${owner.id}`,
      description: null,
    },
  }
}

/** The whole payload of a webhook, or null when its subject is gone before it could be made. */
export const payloadOf = (view: View, what: DomainEvent, installationId: number | null): JsonObject | null => {
  const home = view.state.repositories.get(what.repository)
  const said = home ? about(view, what) : null
  if (!home || !said) return null
  const installation: Json = {
    id: installationId,
    node_id: Buffer.from(`installation:${installationId}`).toString('base64'),
  }
  return {
    ...(what.action ? { action: what.action } : {}),
    repository: repository(view, home),
    ...organization(view, home.ownerId),
    sender: author(view, what.by.user),
    ...(installationId === null ? {} : { installation }),
    ...said,
  }
}
