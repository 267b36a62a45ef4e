import { type Answer, type Json, type JsonObject, nothing, ok, refused } from '../http/answer.ts'
import { covered, type Installation, installationOf, type Permissions } from '../identity/app.ts'
import { mint } from '../identity/identify.ts'
import { repositoryByName } from '../world/repositories.ts'
import { numbers, object, texts } from './body.ts'
import { missing, numberIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, post, put, remove } from './route.ts'
import { integration } from './shapes/integration.ts'
import { repository } from './shapes/repository.ts'
import { author } from './shapes/user.ts'
import { apiOf } from './shapes/view.ts'

const asApp = { auth: 'app' } as const

const installationShape = (call: Call, found: Installation): JsonObject => {
  const view = viewOf(call)
  const { app } = call.shell
  const account = view.state.accounts.get(found.accountId)
  const url = `${apiOf(view)}/app/installations/${found.id}`
  return {
    id: found.id,
    account: author(view, found.accountId),
    repository_selection: found.repositories === 'all' ? 'all' : 'selected',
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${apiOf(view)}/installation/repositories`,
    html_url: `${view.base}/settings/installations/${found.id}`,
    app_id: app.id,
    app_slug: app.slug,
    client_id: app.clientId,
    target_id: found.accountId,
    target_type: account?.type ?? 'User',
    permissions: found.permissions,
    events: found.events,
    created_at: found.createdAt,
    updated_at: found.createdAt,
    single_file_name: null,
    suspended_by: null,
    suspended_at: found.suspendedAt,
  }
}

const self = (call: Call): Answer => {
  const { app, installations } = call.shell
  const found = call.world.state.apps.get(app.id)
  if (!found) throw missing()
  const more = { client_id: app.clientId, permissions: app.permissions, events: app.events }
  return ok({ ...integration(viewOf(call), found), ...more, installations_count: installations.size })
}

const installationIn = (call: Call): Installation => {
  const found = call.shell.installations.get(numberIn(call, 'installation_id'))
  if (!found) throw missing()
  return found
}

const ofRepository = (call: Call): Answer => {
  const { owner = '', repo = '' } = call.params
  const home = repositoryByName(call.world.state, owner, repo)
  const found = home && installationOf(call.world, call.shell.installations, home.id)
  if (!found) throw missing()
  return ok(installationShape(call, found))
}

const ofAccount = (call: Call): Answer => {
  const login = (call.params.org ?? call.params.username ?? '').toLowerCase()
  const found = [...call.shell.installations.values()].find(
    each => call.world.state.accounts.get(each.accountId)?.login.toLowerCase() === login,
  )
  if (!found) throw missing()
  return ok(installationShape(call, found))
}

/** The repositories a token is narrowed to, by name or id; `false` when one is not the installation's. */
const narrowed = (call: Call, found: Installation): number[] | null | false => {
  const all = covered(call.world, found)
  const names = texts(call.body, 'repositories')
  const ids = numbers(call.body, 'repository_ids')
  if (!names && !ids) return null
  const byName = (names ?? []).map(
    name => all.find(id => call.world.state.repositories.get(id)?.name.toLowerCase() === name.toLowerCase()) ?? 0,
  )
  const wanted = [...byName, ...(ids ?? [])]
  return wanted.every(id => all.includes(id)) ? wanted : false
}

const ranks = ['read', 'write', 'admin']

/** The permissions a token is narrowed to; null when it asks for more than the installation has. */
const lowered = (call: Call, found: Installation): Permissions | null => {
  if (!call.body.permissions) return found.permissions
  const asked = Object.entries(object(call.body.permissions)) as [string, Permissions[string]][]
  const all: Permissions = { metadata: 'read', ...found.permissions }
  const within = asked.every(([scope, level]) => ranks.indexOf(level) <= ranks.indexOf(all[scope] ?? ''))
  return within ? Object.fromEntries(asked) : null
}

const hour = 3_600_000

const accessToken = (call: Call): Answer => {
  const found = installationIn(call)
  if (found.suspendedAt) return refused(403, 'This installation has been suspended')
  const repositories = narrowed(call, found)
  if (repositories === false)
    return refused(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    )
  const wanted = call.body.permissions
  if (wanted !== undefined && (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)))
    return refused(400, 'Problems parsing JSON')
  const permissions = lowered(call, found)
  if (!permissions) return refused(422, 'The permissions requested are not granted to this installation.')
  const until = Math.floor((call.world.now().getTime() + hour) / 1000) * 1000
  const token = mint(call.shell.tokens, {
    as: 'installation',
    installationId: found.id,
    repositories,
    permissions,
    until,
  })
  const homes = (repositories ?? []).flatMap(id => call.world.state.repositories.get(id) ?? [])
  const selection = repositories || found.repositories !== 'all' ? 'selected' : 'all'
  const expires_at = new Date(until).toISOString().replace('.000', '')
  const body = { token, expires_at, permissions, repository_selection: selection }
  return {
    status: 201,
    body: { ...body, ...(repositories ? { repositories: homes.map(each => repository(viewOf(call), each)) } : {}) },
  }
}

const reachable = (call: Call): Answer => {
  if (call.identity.as !== 'installation') return refused(403, 'Resource not accessible by integration')
  const found = (call.actor.repositories ?? []).flatMap(id => call.world.state.repositories.get(id) ?? [])
  const wrap = (repositories: Json[]) => ({ total_count: found.length, repository_selection: 'all', repositories })
  return page(call, found, each => repository(viewOf(call), each), wrap)
}

const suspend = (call: Call, suspended: boolean): Answer => {
  call.shell.suspend(installationIn(call).id, suspended)
  return nothing()
}

const uninstall = (call: Call): Answer => {
  call.shell.uninstall(installationIn(call).id)
  return nothing()
}

const installation = '/app/installations/{installation_id}'

/** The App itself, with its JWT: its installations and their tokens. */
export const apps = [
  get('/app', self, asApp),
  get(
    '/app/installations',
    call => page(call, [...call.shell.installations.values()], each => installationShape(call, each)),
    asApp,
  ),
  get(installation, call => ok(installationShape(call, installationIn(call))), asApp),
  remove(installation, uninstall, asApp),
  put(`${installation}/suspended`, call => suspend(call, true), asApp),
  remove(`${installation}/suspended`, call => suspend(call, false), asApp),
  post(`${installation}/access_tokens`, accessToken, asApp),
  get('/repos/{owner}/{repo}/installation', ofRepository, asApp),
  get('/orgs/{org}/installation', ofAccount, asApp),
  get('/users/{username}/installation', ofAccount, asApp),
  get('/installation/repositories', reachable, { reads: 'list' }),
]
