import { type Answer, created, invalid, type JsonObject, nothing, ok } from '../http/answer.ts'
import { addRuleset, fnmatch } from '../world/rulesets.ts'
import type { Repository } from '../world/types/repositories.ts'
import type { BypassActor, Ruleset, RuleType } from '../world/types/rulesets.ts'
import { number, object, objects, text, texts } from './body.ts'
import { allowed, missing, numberIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, post, put, remove } from './route.ts'
import { fullNameOf, repositoryHtml, repositoryUrl } from './shapes/repository.ts'

const root = '/repos/{owner}/{repo}/rulesets'
const one = `${root}/{ruleset_id}`

/** GitHub numbers its roles. */
const roles = { maintain: 2, write: 4, admin: 5 } as const

const bypassShape = (actor: BypassActor): JsonObject => {
  if (actor.type === 'Integration') return { actor_type: 'Integration', actor_id: actor.appId, bypass_mode: 'always' }
  if (actor.type === 'OrganizationAdmin') return { actor_type: 'OrganizationAdmin', actor_id: 1, bypass_mode: 'always' }
  return { actor_type: 'RepositoryRole', actor_id: roles[actor.role], bypass_mode: 'always' }
}

const shape = (call: Call, home: Repository, found: Ruleset): JsonObject => {
  const view = viewOf(call)
  return {
    id: found.id,
    name: found.name,
    node_id: found.nodeId,
    target: found.target,
    source_type: 'Repository',
    source: fullNameOf(view, home),
    enforcement: found.enforcement,
    bypass_actors: found.bypass.map(bypassShape),
    conditions: { ref_name: { include: found.include, exclude: found.exclude } },
    rules: found.rules.map(type => ({ type })),
    created_at: home.createdAt,
    updated_at: home.updatedAt,
    _links: {
      self: { href: `${repositoryUrl(view, home)}/rulesets/${found.id}` },
      html: { href: `${repositoryHtml(view, home)}/rules/${found.id}` },
    },
  }
}

const readBypass = (body: JsonObject): BypassActor[] =>
  (objects(body, 'bypass_actors') ?? []).flatMap((each): BypassActor[] => {
    const id = number(each, 'actor_id')
    const type = text(each, 'actor_type')
    if (type === 'Integration' && id !== undefined) return [{ type, appId: id }]
    if (type === 'OrganizationAdmin') return [{ type }]
    const role = (['maintain', 'write', 'admin'] as const).find(name => roles[name] === id)
    return role ? [{ type: 'RepositoryRole', role }] : []
  })

const known: RuleType[] = ['creation', 'update', 'deletion', 'non_fast_forward']

/** What a body changes of a ruleset; rules that the emulator does not enforce are refused rather than ignored. */
const fields = (body: JsonObject): Partial<Ruleset> | string => {
  const names = objects(body, 'rules')?.map(each => text(each, 'type') ?? '')
  const unknown = names?.find(each => !known.some(rule => rule === each))
  if (unknown !== undefined) return `the embedded GitHub enforces only ${known.join(', ')}, not ${unknown}`
  const refs = object(object(body.conditions).ref_name)
  const enforcement = text(body, 'enforcement')
  return {
    ...(text(body, 'name') === undefined ? {} : { name: text(body, 'name') ?? '' }),
    ...(body.target === 'tag' || body.target === 'branch' ? { target: body.target } : {}),
    ...(enforcement === undefined ? {} : { enforcement: enforcement === 'active' ? 'active' : 'disabled' }),
    ...(body.conditions ? { include: texts(refs, 'include') ?? [], exclude: texts(refs, 'exclude') ?? [] } : {}),
    ...(names ? { rules: known.filter(rule => names.includes(rule)) } : {}),
    ...(body.bypass_actors ? { bypass: readBypass(body) } : {}),
  }
}

const administered = (call: Call) => allowed(call, 'administration', 'write', 'admin')

const find = (call: Call, home: Repository): Ruleset => {
  const id = numberIn(call, 'ruleset_id')
  const found = home.rulesets.find(each => each.id === id)
  if (!found) throw missing()
  return found
}

const create = (call: Call): Answer => {
  const home = administered(call)
  const given = fields(call.body)
  if (typeof given === 'string') return invalid('Ruleset', 'rules', 'invalid', { message: given })
  if (!given.name) return invalid('Ruleset', 'name', 'missing_field')
  const filled = { include: [], rules: [], ...given, name: given.name }
  return created(shape(call, home, addRuleset(call.world, home.id, filled)))
}

const update = (call: Call): Answer => {
  const home = administered(call)
  const given = fields(call.body)
  if (typeof given === 'string') return invalid('Ruleset', 'rules', 'invalid', { message: given })
  return ok(shape(call, home, Object.assign(find(call, home), given)))
}

const destroy = (call: Call): Answer => {
  const home = administered(call)
  const found = find(call, home)
  home.rulesets = home.rulesets.filter(each => each !== found)
  return nothing()
}

const list = (call: Call): Answer => {
  const home = allowed(call, 'metadata', 'read', 'read')
  return page(call, home.rulesets, each => shape(call, home, each))
}

/** The active rules that hold for one branch. */
const forBranch = (call: Call): Answer => {
  const home = allowed(call, 'metadata', 'read', 'read')
  const name = `refs/heads/${call.params.branch ?? ''}`
  const hit = (pattern: string) =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' ? name === `refs/heads/${home.defaultBranch}` : fnmatch(pattern, name))
  const active = home.rulesets.filter(each => each.enforcement === 'active' && each.target === 'branch')
  const holding = active.filter(each => each.include.some(hit) && !each.exclude.some(hit))
  const source = { ruleset_source_type: 'Repository', ruleset_source: fullNameOf(viewOf(call), home) }
  const rules = holding.flatMap(({ id, rules: types }) => types.map(type => ({ type, ...source, ruleset_id: id })))
  return page(call, rules, each => each)
}

/** Rulesets: who may create, move and delete which refs. */
export const rulesets = [
  get(root, list, { reads: 'list' }),
  post(root, create),
  get(one, call => {
    const home = allowed(call, 'metadata', 'read', 'read')
    return ok(shape(call, home, find(call, home)))
  }),
  put(one, update),
  remove(one, destroy),
  get('/repos/{owner}/{repo}/rules/branches/{branch}', forBranch, { reads: 'list' }),
]
