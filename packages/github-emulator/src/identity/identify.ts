import { randomBytes } from 'node:crypto'
import type { Budget } from '../exchange/limits.ts'
import { type Answer, refused } from '../http/answer.ts'
import { accountByLogin, addApp } from '../world/accounts.ts'
import { fullName } from '../world/repositories.ts'
import type { Actor } from '../world/types/accounts.ts'
import type { World } from '../world/types/world.ts'
import { type App, covered, type Installations, type Permissions } from './app.ts'
import { checkJwt } from './jwt.ts'

/** What a token stands for. `repositories` and `permissions` narrow what its installation has. */
export type Grant =
  | { readonly as: 'user'; readonly userId: number; readonly scopes: string[] }
  | {
      readonly as: 'installation'
      readonly installationId: number
      readonly repositories: number[] | null
      readonly permissions: Permissions
      readonly until: number
    }
  | { readonly as: 'actions'; readonly repositoryId: number; readonly permissions: Permissions; readonly until: number }

/** Who asks. `actor` is whom the world knows; `name` is what the log says. */
export type Identity =
  | { readonly as: 'anonymous'; readonly name: string }
  | { readonly as: 'app'; readonly name: string }
  | { readonly as: 'user'; readonly name: string; readonly actor: Actor; readonly scopes: string[] }
  | { readonly as: 'installation'; readonly name: string; readonly actor: Actor; readonly installationId: number }
  | { readonly as: 'actions'; readonly name: string; readonly actor: Actor; readonly repositoryId: number }

export type Tokens = Map<string, Grant>

/** What identities are read from. */
export type Desk = {
  readonly world: World
  readonly app: App
  readonly installations: Installations
  readonly tokens: Tokens
  readonly tokensExpire: boolean
  readonly denied: readonly string[]
}

const prefixes = { user: 'ghp_', installation: 'ghs_', actions: 'ghs_' }

/** A new token in GitHub's form: a prefix that tells its kind, and letters. */
export const mint = (tokens: Tokens, grant: Grant): string => {
  const token =
    prefixes[grant.as] +
    randomBytes(27)
      .toString('base64')
      .replaceAll(/[^A-Za-z0-9]/g, 'x')
  tokens.set(token, grant)
  return token
}

/** The App that GITHUB_TOKEN acts as. */
export const actionsBot = (world: World): number => {
  const known = [...world.state.apps.values()].find(each => each.slug === 'github-actions')
  return (known ?? addApp(world, { slug: 'github-actions', name: 'GitHub Actions' })).botId
}

const without = (permissions: Permissions, denied: readonly string[]): Permissions =>
  Object.fromEntries(Object.entries(permissions).filter(([scope]) => !denied.includes(scope)))

const bad = () => refused(401, 'Bad credentials')

const ofInstallation = (desk: Desk, grant: Grant & { readonly as: 'installation' }): Identity | Answer => {
  const found = desk.installations.get(grant.installationId)
  const bot = desk.world.state.apps.get(desk.app.id)?.botId
  if (!found || bot === undefined) return bad()
  if (found.suspendedAt) return refused(403, 'This installation has been suspended')
  const all = covered(desk.world, found)
  const repositories = grant.repositories?.filter(id => all.includes(id)) ?? all
  const permissions = without({ metadata: 'read', ...grant.permissions }, desk.denied)
  const actor: Actor = { kind: 'installation', user: bot, permissions, repositories }
  return { as: 'installation', name: `installation:${found.id}`, actor, installationId: found.id }
}

const ofActions = (desk: Desk, grant: Grant & { readonly as: 'actions' }): Identity | Answer => {
  const home = desk.world.state.repositories.get(grant.repositoryId)
  if (!home) return bad()
  const permissions = without({ metadata: 'read', ...grant.permissions }, desk.denied)
  const actor: Actor = { kind: 'actions-token', user: actionsBot(desk.world), permissions, repositories: [home.id] }
  return { as: 'actions', name: `actions:${fullName(desk.world.state, home)}`, actor, repositoryId: home.id }
}

const ofGrant = (desk: Desk, grant: Grant): Identity | Answer => {
  if (desk.tokensExpire && grant.as !== 'user' && grant.until <= desk.world.now().getTime()) return bad()
  if (grant.as === 'installation') return ofInstallation(desk, grant)
  if (grant.as === 'actions') return ofActions(desk, grant)
  const account = desk.world.state.accounts.get(grant.userId)
  if (!account) return bad()
  if (account.suspended) return refused(403, 'Sorry. Your account was suspended.')
  return { as: 'user', name: `user:${account.login}`, actor: { kind: 'user', user: account.id }, scopes: grant.scopes }
}

/** Who an `Authorization` header says it is, or the refusal that GitHub gives. */
export const identify = (desk: Desk, authorization: string | null): Identity | Answer => {
  if (!authorization) return { as: 'anonymous', name: 'anonymous' }
  const [, scheme = '', given = ''] = authorization.match(/^(\S+)\s+(\S+)\s*$/) ?? []
  if (!/^(bearer|token|basic)$/i.test(scheme)) return bad()
  // a token may come as the password, whatever the name beside it
  const credential = /^basic$/i.test(scheme)
    ? Buffer.from(given, 'base64')
        .toString()
        .replace(/^[^:]*:/, '')
    : given
  const grant = desk.tokens.get(credential)
  if (grant) return ofGrant(desk, grant)
  if (credential.split('.').length !== 3) return bad()
  const issuers = [String(desk.app.id), desk.app.clientId]
  const problem = checkJwt(credential, desk.app.privateKey, issuers, desk.world.now())
  return problem ? refused(problem.status, problem.message) : { as: 'app', name: 'app' }
}

export const isIdentity = (found: Identity | Answer): found is Identity => 'as' in found

/** Whose budget a request uses up. */
export const budgetOf = (identity: Identity): Budget => {
  if (identity.as === 'anonymous') return { key: 'anonymous', kind: 'user' }
  return { key: identity.name, kind: identity.as }
}

/** The login behind a token that is to be minted. */
export const userId = (world: World, login: string): number => {
  const found = accountByLogin(world.state, login)
  if (!found) throw new Error(`nobody is called ${login}`)
  return found.id
}
