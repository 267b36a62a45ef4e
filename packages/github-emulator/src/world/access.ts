import { accountById, membershipOf } from './accounts.ts'
import { GitHubRefusal } from './refusal.ts'
import type { Account, Actor, Level } from './types/accounts.ts'
import type { Repository, Role } from './types/repositories.ts'
import type { World, WorldState } from './types/world.ts'

const ladder = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const
const levels = ['read', 'write', 'admin'] as const

/** What the person may do here; whoever may see a public or internal repository may read it. */
export const roleOf = (state: WorldState, repository: Repository, userId: number): Role | 'none' => {
  const account = accountById(state, userId)
  if (!account || account.suspended) return 'none'
  const membership = membershipOf(state, repository.ownerId, userId)
  if (repository.ownerId === userId || membership === 'admin') return 'admin'
  const named: Role | 'none' = repository.collaborators.get(userId)?.role ?? 'none'
  const base: Role | 'none' = membership ? repository.basePermission : 'none'
  const open: Role | 'none' =
    repository.visibility === 'public' || (repository.visibility === 'internal' && membership) ? 'read' : 'none'
  return [named, base, open].reduce<Role | 'none'>((best, one) => (atLeast(one, best) ? one : best), 'none')
}

/** As REST's `role_name` says it: the custom role's name where there is one. */
export const roleNameOf = (state: WorldState, repository: Repository, userId: number): string => {
  const role = roleOf(state, repository, userId)
  const named = repository.collaborators.get(userId)
  return named && named.role === role ? named.roleName : role
}

/** REST's older `permission`: maintain is folded into write, triage into read. */
export const permissionOf = (
  state: WorldState,
  repository: Repository,
  userId: number,
): 'admin' | 'write' | 'read' | 'none' => {
  const role = roleOf(state, repository, userId)
  if (role === 'maintain') return 'write'
  return role === 'triage' ? 'read' : role
}

export const atLeast = (role: Role | 'none', wanted: Role | 'none'): boolean =>
  ladder.indexOf(role) >= ladder.indexOf(wanted)

export const canSee = (state: WorldState, actor: Actor, repository: Repository): boolean => {
  if (repository.visibility === 'public') return true
  if (actor.kind === 'user') return roleOf(state, repository, actor.user) !== 'none'
  return covers(actor, repository)
}

const covers = (actor: Actor, repository: Repository): boolean =>
  actor.repositories === undefined || actor.repositories.includes(repository.id)

/** Tokens of Apps are judged by what they were granted (`scope`, `level`), people by their `role`. */
export const allows = (
  state: WorldState,
  actor: Actor,
  repository: Repository,
  scope: string,
  level: Level,
  role: Role,
): boolean => {
  if (actor.kind === 'user') return atLeast(roleOf(state, repository, actor.user), role)
  if (level === 'read' && repository.visibility === 'public') return true
  if (!covers(actor, repository)) return false
  if (scope === 'metadata' && level === 'read') return true
  const granted = actor.permissions?.[scope]
  return granted !== undefined && levels.indexOf(granted) >= levels.indexOf(level)
}

/** A repository one may not see does not exist. */
export const visibleRepository = (world: World, actor: Actor, repositoryId: number): Repository => {
  const repository = world.state.repositories.get(repositoryId)
  if (!repository || !canSee(world.state, actor, repository)) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  return repository
}

/** Refuse in GitHub's words whoever may not do this; nobody may write to an archived repository. */
export const demand = (
  world: World,
  actor: Actor,
  repository: Repository,
  scope: string,
  level: Level,
  role: Role,
): void => {
  if (!canSee(world.state, actor, repository)) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  if (!allows(world.state, actor, repository, scope, level, role)) throw notAllowed(world.state, actor)
  if (level !== 'read' && repository.archived) throw archived()
}

const archived = (): GitHubRefusal => new GitHubRefusal(403, 'FORBIDDEN', 'Repository was archived so is read-only.')

/** REST tells people that they must have admin rights whatever was missing; GraphQL names the person. */
const notAllowed = (state: WorldState, actor: Actor): GitHubRefusal => {
  if (actor.kind !== 'user') return new GitHubRefusal(403, 'FORBIDDEN', 'Resource not accessible by integration')
  const login = accountById(state, actor.user)?.login ?? 'ghost'
  return new GitHubRefusal(403, 'FORBIDDEN', 'Must have admin rights to Repository.', {
    graphql: `${login} does not have the correct permissions to execute this request`,
  })
}

/** GitHub lets people with write access, organisation members and collaborators with any role be assigned. */
export const isAssignable = (state: WorldState, repository: Repository, userId: number): boolean => {
  const account = accountById(state, userId)
  if (account?.type !== 'User' || account.suspended) return false
  const insider = repository.ownerId === userId || repository.collaborators.has(userId)
  const member = membershipOf(state, repository.ownerId, userId) !== null
  return insider || (member && roleOf(state, repository, userId) !== 'none')
}

export const assignableUsers = (state: WorldState, repository: Repository): Account[] =>
  [...state.accounts.values()].filter(account => isAssignable(state, repository, account.id))

export type Association = 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE'

export const authorAssociation = (state: WorldState, repository: Repository, userId: number | null): Association => {
  if (userId === null) return 'NONE'
  if (repository.ownerId === userId) return 'OWNER'
  if (membershipOf(state, repository.ownerId, userId)) return 'MEMBER'
  if (repository.collaborators.has(userId)) return 'COLLABORATOR'
  return [...state.pulls.values()].some(
    pull => pull.repositoryId === repository.id && pull.merged && state.issues.get(pull.issueId)?.authorId === userId,
  )
    ? 'CONTRIBUTOR'
    : 'NONE'
}
