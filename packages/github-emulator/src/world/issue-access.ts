import { allows, canSee, demand } from './access.ts'
import { GitHubRefusal } from './refusal.ts'
import { repositoryById } from './repositories.ts'
import type { Actor } from './types/accounts.ts'
import type { DomainEvent } from './types/domain-events.ts'
import type { Comment, Issue } from './types/issues.ts'
import type { Repository, Role } from './types/repositories.ts'
import type { World, WorldState } from './types/world.ts'
import { happen } from './world.ts'

/** An issue or pull request as it is, by database id; unknown to whoever may not see its repository. */
export const visibleIssue = (world: World, actor: Actor, issueId: number): { issue: Issue; repository: Repository } => {
  const issue = world.state.issues.get(issueId)
  const repository = issue && world.state.repositories.get(issue.repositoryId)
  if (!issue || !repository || !canSee(world.state, actor, repository)) {
    throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  }
  return { issue, repository }
}

export const visibleComment = (
  world: World,
  actor: Actor,
  commentId: number,
): { comment: Comment } & ReturnType<typeof visibleIssue> => {
  const comment = world.state.comments.get(commentId)
  if (!comment) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  return { comment, ...visibleIssue(world, actor, comment.issueId) }
}

/** A token may write to a pull request's conversation with either of two permissions. */
export const mayWriteIssue = (state: WorldState, actor: Actor, issue: Issue, role: Role): boolean => {
  const repository = repositoryById(state, issue.repositoryId)
  const scopes = issue.pullId === null ? ['issues'] : ['issues', 'pull_requests']
  return scopes.some(scope => allows(state, actor, repository, scope, 'write', role))
}

/** The issue, if this actor may write to it with at least this role. */
export const writableIssue = (
  world: World,
  actor: Actor,
  issueId: number,
  role: Role,
): ReturnType<typeof visibleIssue> => {
  const found = visibleIssue(world, actor, issueId)
  const asPull =
    found.issue.pullId !== null && allows(world.state, actor, found.repository, 'pull_requests', 'write', role)
  demand(world, actor, found.repository, asPull ? 'pull_requests' : 'issues', 'write', role)
  demandIssues(found.repository, found.issue)
  return found
}

export const demandIssues = (repository: Repository, issue?: Issue): void => {
  if (repository.hasIssues || (issue && issue.pullId !== null)) return
  throw new GitHubRefusal(410, 'UNPROCESSABLE', 'Issues are disabled for this repo', {
    graphql: 'Issues are disabled for this repo',
  })
}

type Told = Partial<Omit<DomainEvent, 'id' | 'at' | 'by' | 'event' | 'action'>>

/** The webhook of an issue, under `issues` or `pull_request` as the case is. */
export const tell = (world: World, actor: Actor, issue: Issue, action: string, more: Told = {}): void => {
  const event = issue.pullId === null ? 'issues' : 'pull_request'
  const pull = issue.pullId === null ? {} : { pull: issue.pullId }
  happen(world, actor, { event, action, repository: issue.repositoryId, issue: issue.id, ...pull, ...more })
}
