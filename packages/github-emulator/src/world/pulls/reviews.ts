import { demand, roleOf } from '../access.ts'
import { tell } from '../issue-access.ts'
import { mailTo } from '../mail.ts'
import { nodeId } from '../node-ids.ts'
import { GitHubRefusal } from '../refusal.ts'
import { fullName } from '../repositories.ts'
import { demandBody } from '../text.ts'
import { record } from '../timeline.ts'
import type { Actor } from '../types/accounts.ts'
import type { Issue } from '../types/issues.ts'
import type { PullRequest, Review, ReviewState } from '../types/pulls.ts'
import type { Repository } from '../types/repositories.ts'
import type { World, WorldState } from '../types/world.ts'
import { happen, nextId, stamp } from '../world.ts'
import { visiblePull } from './pulls.ts'

export type Requested = { userIds?: readonly number[]; teamIds?: readonly number[]; union?: boolean }

/** Ask people and teams to review; one who cannot see the repository refuses the whole request. */
export const requestReviews = (world: World, actor: Actor, pullId: number, requested: Requested): PullRequest => {
  const { pull, issue, repository } = visiblePull(world, actor, pullId)
  demand(world, actor, repository, 'pull_requests', 'write', issue.authorId === actor.user ? 'read' : 'write')
  const users = [...new Set(requested.userIds ?? [])]
  const teams = [...new Set(requested.teamIds ?? [])]
  demandReviewers(world.state, repository, issue, users, teams)
  if (requested.union === false) {
    removeReviewRequests(world, actor, pullId, {
      userIds: pull.requestedReviewerIds.filter(id => !users.includes(id)),
      teamIds: pull.requestedTeamIds.filter(id => !teams.includes(id)),
    })
  }
  for (const id of users) if (!pull.requestedReviewerIds.includes(id)) requestUser(world, actor, pull, issue, id)
  for (const id of teams) if (!pull.requestedTeamIds.includes(id)) requestTeam(world, actor, pull, issue, id)
  return pull
}

const requestUser = (world: World, actor: Actor, pull: PullRequest, issue: Issue, id: number): void => {
  pull.requestedReviewerIds.push(id)
  record(world, actor, issue.id, { event: 'review_requested', reviewerId: id, teamId: null })
  tell(world, actor, issue, 'review_requested', { requestedReviewer: id })
  mailTo(world, actor, id, 'review_requested', { issue, body: `Your review was requested on #${issue.number}.` })
}

const requestTeam = (world: World, actor: Actor, pull: PullRequest, issue: Issue, id: number): void => {
  pull.requestedTeamIds.push(id)
  record(world, actor, issue.id, { event: 'review_requested', reviewerId: null, teamId: id })
  tell(world, actor, issue, 'review_requested', { requestedTeam: id })
}

const demandReviewers = (
  state: WorldState,
  repository: Repository,
  issue: Issue,
  users: readonly number[],
  teams: readonly number[],
): void => {
  const author = issue.authorId
  if (author !== null && users.includes(author)) {
    throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Review cannot be requested from pull request author.')
  }
  const strangers = users.some(id => {
    const insider = repository.collaborators.has(id) || repository.ownerId === id
    return !insider && !state.memberships.some(one => one.organizationId === repository.ownerId && one.userId === id)
  })
  const unseeing = users.some(id => roleOf(state, repository, id) === 'none')
  const foreign = teams.some(id => state.teams.get(id)?.organizationId !== repository.ownerId)
  if (!strangers && !unseeing && !foreign) return
  const name = fullName(state, repository)
  const message =
    'Reviews may only be requested from collaborators. ' +
    `One or more of the users or teams you specified is not a collaborator of the ${name} repository.`
  throw new GitHubRefusal(422, 'UNPROCESSABLE', message)
}

export const removeReviewRequests = (world: World, actor: Actor, pullId: number, gone: Requested): PullRequest => {
  const { pull, issue, repository } = visiblePull(world, actor, pullId)
  demand(world, actor, repository, 'pull_requests', 'write', issue.authorId === actor.user ? 'read' : 'write')
  for (const id of gone.userIds ?? []) {
    if (!pull.requestedReviewerIds.includes(id)) continue
    pull.requestedReviewerIds = pull.requestedReviewerIds.filter(one => one !== id)
    record(world, actor, issue.id, { event: 'review_request_removed', reviewerId: id, teamId: null })
    tell(world, actor, issue, 'review_request_removed', { requestedReviewer: id })
  }
  for (const id of gone.teamIds ?? []) {
    if (!pull.requestedTeamIds.includes(id)) continue
    pull.requestedTeamIds = pull.requestedTeamIds.filter(one => one !== id)
    record(world, actor, issue.id, { event: 'review_request_removed', reviewerId: null, teamId: id })
    tell(world, actor, issue, 'review_request_removed', { requestedTeam: id })
  }
  return pull
}

/** A submitted review answers the request that was made of its author. */
export const addReview = (
  world: World,
  actor: Actor,
  pullId: number,
  given: { state: ReviewState; body?: string },
): Review => {
  const { pull, issue, repository } = visiblePull(world, actor, pullId)
  demand(world, actor, repository, 'pull_requests', 'write', 'read')
  demandBody(given.body ?? '', 'PullRequest')
  const judging = given.state === 'APPROVED' || given.state === 'CHANGES_REQUESTED'
  if (judging && issue.authorId === actor.user) {
    const verb = given.state === 'APPROVED' ? 'approve' : 'request changes on'
    throw new GitHubRefusal(422, 'UNPROCESSABLE', `Can not ${verb} your own pull request`)
  }
  const id = nextId(world, 'review')
  const common = { id, nodeId: nodeId('PullRequestReview', id), authorId: actor.user, state: given.state }
  const review: Review = { ...common, body: given.body ?? '', commitOid: pull.headOid, submittedAt: stamp(world) }
  pull.reviews.push(review)
  if (given.state === 'PENDING') return review
  pull.requestedReviewerIds = pull.requestedReviewerIds.filter(one => one !== actor.user)
  record(world, actor, issue.id, { event: 'reviewed', reviewId: id })
  const about = { repository: repository.id, issue: issue.id, pull: pull.id, review: id }
  happen(world, actor, { event: 'pull_request_review', action: 'submitted', ...about })
  return review
}
