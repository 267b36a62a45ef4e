import type { JsonObject } from '../http/answer.ts'
import { canSee, demand, visibleRepository } from '../world/access.ts'
import { accountByLogin } from '../world/accounts.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import { repositoryByName, repositoryRenamed } from '../world/repositories.ts'
import type { Account, Level } from '../world/types/accounts.ts'
import type { Comment, Issue } from '../world/types/issues.ts'
import type { PullRequest } from '../world/types/pulls.ts'
import type { Repository, Role } from '../world/types/repositories.ts'
import { Moved } from './moved.ts'
import type { Call } from './route.ts'
import type { View } from './shapes/view.ts'

export const missing = () => new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')

export const viewOf = ({ world, shell, actor, summaries }: Call): View => ({
  state: world.state,
  base: shell.base,
  actor,
  ...(summaries ? { summaries } : {}),
})

/** A parameter of the path as a number; what is none is not found. */
export const numberIn = (call: Call, name: string): number => {
  const value = Number(call.params[name])
  if (!Number.isSafeInteger(value)) throw missing()
  return value
}

/** A renamed repository is at `/repositories/{id}` for whoever may see it. */
const movedOrMissing = (call: Call, owner: string, repo: string): Error => {
  const renamed = repositoryRenamed(call.world.state, owner, repo)
  if (!renamed || !canSee(call.world.state, call.actor, renamed)) return missing()
  const below = call.url.replace(/^(?:\/api\/v3)?\/repos\/[^/?]+\/[^/?]+/, '')
  const location = `${call.shell.base}/api/v3/repositories/${renamed.id}${below}`
  return new Moved(call.method === 'GET' ? 301 : 307, location)
}

/** The repository of the path, if the caller may see it. */
export const repositoryIn = (call: Call): Repository => {
  const { owner = '', repo = '' } = call.params
  const found = repositoryByName(call.world.state, owner, repo)
  if (!found) throw movedOrMissing(call, owner, repo)
  return visibleRepository(call.world, call.actor, found.id)
}

/** The repository, if the caller may also do this in it. */
export const allowed = (call: Call, scope: string, level: Level, role: Role): Repository => {
  const found = repositoryIn(call)
  demand(call.world, call.actor, found, scope, level, role)
  return found
}

const gone = (message: string) => new GitHubRefusal(410, 'NOT_FOUND', message)

/** The repository of the path for reading issues: 410 once issues are switched off. */
export const withIssues = (call: Call): Repository => {
  const found = allowed(call, 'issues', 'read', 'read')
  if (!found.hasIssues) throw gone('Issues has been disabled in this repository.')
  return found
}

/** An issue that was transferred is at its new number for whoever may read there; for others it is not found. */
const transferredOrGone = (call: Call, home: Repository, number: number): Error => {
  const { state } = call.world
  const moved = state.transfers.get(home.id)?.get(number)
  if (moved === undefined) return gone('This issue was deleted')
  const issue = state.issues.get(moved)
  const there = issue && state.repositories.get(issue.repositoryId)
  if (!issue || !there || !canSee(state, call.actor, there)) return missing()
  const below = call.url.replace(/^(?:\/api\/v3)?\/(?:repos\/[^/?]+\/[^/?]+|repositories\/\d+)\/issues\/\d+/, '')
  const location = `${call.shell.base}/api/v3/repositories/${there.id}/issues/${issue.number}${below}`
  return new Moved(call.method === 'GET' ? 301 : 307, location)
}

/**
 * The issue of the path. A number that was used and holds nothing was transferred, 301, or deleted, 410: for whoever may read
 * issues there. https://docs.github.com/en/rest/issues/issues#get-an-issue
 */
export const issueIn = (call: Call): Issue => {
  const home = repositoryIn(call)
  const number = numberIn(call, 'issue_number')
  const id = call.world.state.numbers.get(home.id)?.get(number)
  const found = id === undefined ? undefined : call.world.state.issues.get(id)
  if (!found && (number < 1 || number >= home.nextNumber)) throw missing()
  if (!found) {
    demand(call.world, call.actor, home, 'issues', 'read', 'read')
    throw transferredOrGone(call, home, number)
  }
  // a pull request's issue half may be read with either permission
  if (found.pullId !== null && mayRead(call, home, 'pull_requests')) return found
  demand(call.world, call.actor, home, 'issues', 'read', 'read')
  if (!home.hasIssues && found.pullId === null) throw gone('Issues has been disabled in this repository.')
  return found
}

const mayRead = (call: Call, home: Repository, scope: string): boolean => {
  try {
    demand(call.world, call.actor, home, scope, 'read', 'read')
    return true
  } catch {
    return false
  }
}

/** The issue a body names by its database id; an id of nothing is not found. */
export const issueWithId = (call: Call, body: JsonObject, name: string): Issue => {
  const found = call.world.state.issues.get(Number(body[name]))
  if (!found) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  visibleRepository(call.world, call.actor, found.repositoryId)
  return found
}

export const commentIn = (call: Call): Comment => {
  const home = repositoryIn(call)
  const found = call.world.state.comments.get(numberIn(call, 'comment_id'))
  const issue = found && call.world.state.issues.get(found.issueId)
  // those on a pull request may be read with either permission
  if (issue?.pullId === null || issue === undefined || !mayRead(call, home, 'pull_requests')) withIssues(call)
  if (!found || found.repositoryId !== home.id) throw missing()
  return found
}

export const pullIn = (call: Call): PullRequest => {
  const home = allowed(call, 'pull_requests', 'read', 'read')
  const number = numberIn(call, 'pull_number')
  const pulls = [...call.world.state.pulls.values()].filter(each => each.repositoryId === home.id)
  const found = pulls.find(each => call.world.state.issues.get(each.issueId)?.number === number)
  if (!found) throw missing()
  return found
}

/** The account with this login. */
export const accountIn = (call: Call, login: string | undefined): Account => {
  const found = accountByLogin(call.world.state, login ?? '')
  if (!found) throw missing()
  return found
}

/** The ids behind logins; who does not exist is left out, as GitHub does. */
export const idsOf = (call: Call, logins: readonly string[]): number[] =>
  logins.flatMap(login => accountByLogin(call.world.state, login)?.id ?? [])
