import { created, nothing, ok, refused } from '../http/answer.ts'
import { allows, demand, permissionOf, roleNameOf, roleOf } from '../world/access.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import { removeCollaborator, setRole, setVisibility, updateRepository } from '../world/repositories.ts'
import type { Account } from '../world/types/accounts.ts'
import type { Repository, Role, Visibility } from '../world/types/repositories.ts'
import { flag, present, text } from './body.ts'
import { accountIn, allowed, missing, repositoryIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, patch, put, remove } from './route.ts'
import { fullRepository, permissions, repository } from './shapes/repository.ts'
import { user } from './shapes/user.ts'

const root = '/repos/{owner}/{repo}'
const one = `${root}/collaborators/{username}`

const visibilities: Visibility[] = ['public', 'private', 'internal']

const visibilityAsked = ({ body }: Call): Visibility | undefined => {
  const secret = flag(body, 'private')
  const asked = text(body, 'visibility') ?? (secret === undefined ? undefined : secret ? 'private' : 'public')
  return visibilities.find(each => each === asked)
}

const update = (call: Call) => {
  const { world, actor, body } = call
  const home = repositoryIn(call)
  // an archived repository can at least be brought back
  if (!home.archived) demand(world, actor, home, 'administration', 'write', 'admin')
  const visibility = visibilityAsked(call)
  if (visibility) setVisibility(world, actor, home.id, visibility)
  const changes = present({
    name: text(body, 'name'),
    description: text(body, 'description'),
    archived: flag(body, 'archived'),
    hasIssues: flag(body, 'has_issues'),
    defaultBranch: text(body, 'default_branch'),
    deleteBranchOnMerge: flag(body, 'delete_branch_on_merge'),
  })
  return ok(fullRepository(viewOf(call), updateRepository(world, actor, home.id, changes)))
}

/** People with a role of their own, then those who have one through the organisation. */
const collaboratorsOf = (call: Call, home: Repository): Account[] => {
  const { state } = call.world
  const direct = call.query.get('affiliation') === 'direct' || call.query.get('affiliation') === 'outside'
  return [...state.accounts.values()].filter(account => {
    if (account.type !== 'User') return false
    if (home.collaborators.has(account.id)) return true
    const insider =
      account.id === home.ownerId ||
      state.memberships.some(each => each.organizationId === home.ownerId && each.userId === account.id)
    return !direct && insider && roleOf(state, home, account.id) !== 'none'
  })
}

const collaborator = (call: Call, home: Repository, account: Account) => {
  const { state } = call.world
  const role = {
    permissions: permissions(roleOf(state, home, account.id)),
    role_name: roleNameOf(state, home, account.id),
  }
  return { ...user(viewOf(call), account), ...role }
}

const list = (call: Call) => {
  const home = allowed(call, 'metadata', 'read', 'write')
  return page(call, collaboratorsOf(call, home), each => collaborator(call, home, each))
}

const check = (call: Call) => {
  const home = allowed(call, 'metadata', 'read', 'write')
  const account = accountIn(call, call.params.username)
  if (!collaboratorsOf(call, home).some(each => each.id === account.id)) throw missing()
  return nothing()
}

/** `permission` folds maintain into write and triage into read; `role_name` does not. */
const permission = (call: Call) => {
  const { state } = call.world
  const home = allowed(call, 'metadata', 'read', 'read')
  if (!allows(state, call.actor, home, 'metadata', 'read', 'write'))
    throw new GitHubRefusal(403, 'FORBIDDEN', 'Must have push access to view collaborator permission.')
  const account = accountIn(call, call.params.username)
  const { role_name, ...shown } = collaborator(call, home, account)
  return ok({ permission: permissionOf(state, home, account.id), role_name, user: { ...shown, role_name } })
}

const roles: { readonly [asked: string]: Role } = {
  pull: 'read',
  triage: 'triage',
  push: 'write',
  maintain: 'maintain',
  admin: 'admin',
}

const add = (call: Call) => {
  const home = allowed(call, 'administration', 'write', 'admin')
  const account = accountIn(call, call.params.username)
  const asked = text(call.body, 'permission') ?? 'push'
  const role = roles[asked]
  if (!role) return refused(422, `${asked} is not a valid permission.`)
  const known = home.collaborators.has(account.id)
  setRole(call.world, home.id, account.id, role)
  if (known) return nothing()
  const view = viewOf(call)
  const url = `${view.base}/api/v3/user/repository_invitations/${account.id}`
  const [invitee, inviter] = [user(view, account), user(view, accountOf(call))]
  const fields = { id: account.id, node_id: account.nodeId, permissions: role === 'read' ? 'read' : role, url }
  const more = { created_at: home.createdAt, html_url: `${view.base}/invitations`, expired: false }
  return created({ ...fields, ...more, repository: repository(view, home), invitee, inviter })
}

const accountOf = (call: Call): Account => {
  const account = call.world.state.accounts.get(call.actor.user)
  if (!account) throw missing()
  return account
}

const expel = (call: Call) => {
  const home = allowed(call, 'administration', 'write', 'admin')
  removeCollaborator(call.world, home.id, accountIn(call, call.params.username).id)
  return nothing()
}

/** Repositories and who works in them. Whoever is added here has accepted at once. */
export const repositories = [
  get(root, call => ok(fullRepository(viewOf(call), repositoryIn(call)))),
  patch(root, update),
  get(`${root}/collaborators`, list, { reads: 'list' }),
  get(one, check),
  put(one, add),
  remove(one, expel),
  get(`${one}/permission`, permission),
]
