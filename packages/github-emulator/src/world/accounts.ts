import { nodeId } from './node-ids.ts'
import type { Account, App, Team } from './types/accounts.ts'
import type { World, WorldState } from './types/world.ts'
import { nextId, stamp } from './world.ts'

type NewAccount = { login: string; name?: string; email?: string; type?: Account['type']; appId?: number | null }

/** A person. */
export const addUser = (world: World, user: { login: string; name?: string; email?: string }): Account =>
  addAccount(world, user)

/** A bot; its login is given without `[bot]`, which only REST shows. */
export const addBot = (world: World, bot: { login: string; appId?: number }): Account =>
  addAccount(world, { ...bot, login: bot.login.replace(/\[bot\]$/, ''), type: 'Bot' })

export const addOrganization = (
  world: World,
  organization: { login: string; members?: string[]; admins?: string[] },
): Account => {
  const account = addAccount(world, { login: organization.login, type: 'Organization' })
  for (const login of organization.members ?? []) addMember(world, account.login, login, 'member')
  for (const login of organization.admins ?? []) addMember(world, account.login, login, 'admin')
  return account
}

/** The bot of GitHub Actions has the same number on every GitHub.com repository, and so has the account GitHub commits as. */
const actionsBotId = 41898282
const webFlowId = 19864447

/** The account behind `GitHub <noreply@github.com>`, whose key signs what GitHub commits. */
export const addWebFlow = (world: World): Account =>
  addAccount(world, { login: 'web-flow', name: 'GitHub Web Flow', email: 'noreply@github.com' })

const addAccount = (world: World, { login, name, email, type = 'User', appId = null }: NewAccount): Account => {
  if (accountByLogin(world.state, login)) throw new Error(`the login ${login} is taken`)
  const id = fixedId(type, login) ?? nextId(world, 'account')
  const account: Account = {
    id,
    nodeId: nodeId(type, id),
    type,
    login,
    name: name ?? null,
    email: email ?? (type === 'User' ? `${login}@example.com` : null),
    createdAt: stamp(world),
    suspended: false,
    appId,
  }
  world.state.accounts.set(id, account)
  return account
}

const fixedId = (type: Account['type'], login: string): number | null => {
  if (type === 'Bot') return login === 'github-actions' ? actionsBotId : null
  return login === 'web-flow' ? webFlowId : null
}

const addMember = (world: World, organization: string, login: string, role: 'member' | 'admin' = 'member'): void => {
  const organizationId = known(world.state, organization).id
  const userId = known(world.state, login).id
  removeMember(world, organizationId, userId)
  world.state.memberships.push({ organizationId, userId, role })
}

export const removeMember = (world: World, organizationId: number, userId: number): void => {
  world.state.memberships = world.state.memberships.filter(
    one => one.organizationId !== organizationId || one.userId !== userId,
  )
}

/** An App and the bot it acts as. GitHub Actions itself is the App `github-actions`, number 15368. */
export const addApp = (world: World, app: { slug: string; name?: string; id?: number; owner?: string }): App => {
  const id = app.id ?? (app.slug === 'github-actions' ? 15368 : nextId(world, 'app'))
  const bot = addBot(world, { login: app.slug, appId: id })
  const ownerId = app.owner === undefined ? null : known(world.state, app.owner).id
  const added = { id, slug: app.slug, name: app.name ?? app.slug, botId: bot.id, ownerId }
  world.state.apps.set(id, added)
  return added
}

export const addTeam = (world: World, team: { organization: string; slug: string; members: string[] }): Team => {
  const id = nextId(world, 'team')
  const added: Team = {
    id,
    nodeId: nodeId('Team', id),
    organizationId: known(world.state, team.organization).id,
    slug: team.slug,
    name: team.slug,
    memberIds: team.members.map(login => known(world.state, login).id),
  }
  world.state.teams.set(id, added)
  return added
}

/** Logins ignore case; `x` and `x[bot]` are the same bot. */
export const accountByLogin = (state: WorldState, login: string): Account | null => {
  const wanted = login.toLowerCase()
  for (const account of state.accounts.values()) {
    if (account.login.toLowerCase() === wanted || restLogin(account).toLowerCase() === wanted) return account
  }
  return null
}

/** Null for a deleted account: GitHub shows its actions as the ghost's, or without an author. */
export const accountById = (state: WorldState, id: number | null): Account | null =>
  id === null ? null : (state.accounts.get(id) ?? null)

export const restLogin = (account: Account): string =>
  account.type === 'Bot' ? `${account.login}[bot]` : account.login

export const renameAccount = (world: World, id: number, login: string): void => {
  const account = world.state.accounts.get(id)
  if (account) account.login = login
}

/** The account goes, with its memberships, roles and assignments; what it wrote stays, by nobody. */
export const deleteAccount = (world: World, id: number): void => {
  const { state } = world
  state.accounts.delete(id)
  state.memberships = state.memberships.filter(one => one.userId !== id)
  for (const repository of state.repositories.values()) repository.collaborators.delete(id)
  for (const issue of state.issues.values()) issue.assigneeIds = issue.assigneeIds.filter(one => one !== id)
  for (const team of state.teams.values()) team.memberIds = team.memberIds.filter(one => one !== id)
}

export const teamsOf = (state: WorldState, organizationId: number): Team[] =>
  [...state.teams.values()].filter(team => team.organizationId === organizationId)

export const membershipOf = (state: WorldState, organizationId: number, userId: number): 'member' | 'admin' | null =>
  state.memberships.find(one => one.organizationId === organizationId && one.userId === userId)?.role ?? null

const known = (state: WorldState, login: string): Account => {
  const account = accountByLogin(state, login)
  if (!account) throw new Error(`nobody is called ${login}`)
  return account
}
