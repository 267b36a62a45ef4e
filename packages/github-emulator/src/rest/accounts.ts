import { type Answer, ok, refused } from '../http/answer.ts'
import { budgetOf } from '../identity/identify.ts'
import { accountByLogin, membershipOf, teamsOf } from '../world/accounts.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import { webFlowKey } from '../world/signing/web-flow-key.ts'
import type { Team } from '../world/types/accounts.ts'
import { accountIn, missing, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get } from './route.ts'
import { gpgKey } from './shapes/gpg-key.ts'
import { profile, user } from './shapes/user.ts'
import { apiOf } from './shapes/view.ts'

/** Who the token is; an App's token is nobody here. */
const self = (call: Call): Answer => {
  if (call.identity.as !== 'user') return refused(403, 'Resource not accessible by integration')
  const account = call.world.state.accounts.get(call.actor.user)
  if (!account) throw missing()
  const scopes = call.identity.scopes.join(', ')
  return ok(profile(viewOf(call), account), { 'x-oauth-scopes': scopes })
}

/** Teams and members are an organisation's: GITHUB_TOKEN can never read them, an App's token only with `members`. */
const demandMembers = (call: Call) => {
  if (call.actor.kind === 'user') {
    const organization = accountIn(call, call.params.org)
    if (!membershipOf(call.world.state, organization.id, call.actor.user)) throw missing()
    return
  }
  if (call.actor.kind === 'installation' && call.actor.permissions?.members) return
  throw new GitHubRefusal(403, 'FORBIDDEN', 'Resource not accessible by integration')
}

const teamIn = (call: Call): Team => {
  demandMembers(call)
  const organization = accountIn(call, call.params.org)
  const found = teamsOf(call.world.state, organization.id).find(each => each.slug === call.params.team_slug)
  if (!found) throw missing()
  return found
}

const members = (call: Call): Answer => {
  const found = teamIn(call).memberIds.flatMap(id => call.world.state.accounts.get(id) ?? [])
  return page(call, found, each => user(viewOf(call), each))
}

const membership = (call: Call): Answer => {
  const found = teamIn(call)
  const account = accountIn(call, call.params.username)
  if (!found.memberIds.includes(account.id)) throw missing()
  const url = `${apiOf(viewOf(call))}/organizations/${found.organizationId}/team/${found.id}/memberships/${account.login}`
  return ok({ state: 'active', role: 'member', url })
}

const isMember = (call: Call): Answer => {
  demandMembers(call)
  const organization = accountIn(call, call.params.org)
  const account = accountByLogin(call.world.state, call.params.username ?? '')
  if (!account || !membershipOf(call.world.state, organization.id, account.id))
    throw new GitHubRefusal(404, 'NOT_FOUND', 'User does not exist or is not a member of the organization')
  return { status: 204 }
}

/** The keys people registered: only GitHub's own account has one here. */
const gpgKeys = (call: Call): Answer => {
  const account = accountIn(call, call.params.username)
  const keys = account.login === 'web-flow' ? [webFlowKey(call.world.state.signingSeed)] : []
  return page(call, keys, gpgKey)
}

const rateLimit = (call: Call): Answer => {
  const budget = budgetOf(call.identity)
  const [core, graphql] = (['rest', 'graphql'] as const).map(api => call.shell.limits.window(budget, api))
  if (!core || !graphql) throw missing()
  const search = { limit: 30, remaining: 30, used: 0, reset: core.reset }
  return ok({ resources: { core, graphql, search }, rate: core })
}

const meta = (): Answer => ok({ verifiable_password_authentication: false, installed_version: '3.19.0' })

/** People, teams, and what the server says of itself. */
export const accounts = [
  get('/user', self),
  get('/users/{username}', call => ok(profile(viewOf(call), accountIn(call, call.params.username)))),
  get('/users/{username}/gpg_keys', gpgKeys, { auth: 'anyone' }),
  get('/orgs/{org}/members/{username}', isMember),
  get('/orgs/{org}/teams/{team_slug}/members', members, { reads: 'list' }),
  get('/orgs/{org}/teams/{team_slug}/memberships/{username}', membership),
  get('/rate_limit', rateLimit, { auth: 'anyone' }),
  get('/meta', meta, { auth: 'anyone' }),
  get('/zen', () => ({ status: 200, text: 'Keep it logically awesome.' }), { auth: 'anyone' }),
]
