import { atLeast, roleOf } from './access.ts'
import { membershipOf } from './accounts.ts'
import { nodeId } from './node-ids.ts'
import { GitHubRefusal } from './refusal.ts'
import type { Actor } from './types/accounts.ts'
import type { Repository } from './types/repositories.ts'
import type { BypassActor, Ruleset, RuleType } from './types/rulesets.ts'
import type { World, WorldState } from './types/world.ts'
import { nextId } from './world.ts'

type NewRuleset = Partial<Ruleset> & { name: string; include: string[]; rules: RuleType[] }

/** Protect refs: from now on only those who may bypass the rules do what they restrict. */
export const addRuleset = (world: World, repositoryId: number, ruleset: NewRuleset): Ruleset => {
  const repository = world.state.repositories.get(repositoryId)
  if (!repository) throw new Error(`no repository ${repositoryId}`)
  const id = nextId(world, 'ruleset')
  const base = { target: 'branch', enforcement: 'active', exclude: [], bypass: [] } as const
  const added: Ruleset = {
    ...structuredClone({ ...base, exclude: [], bypass: [] }),
    ...ruleset,
    id,
    nodeId: nodeId('RepositoryRuleset', id),
  }
  repository.rulesets.push(added)
  return added
}

/** Throws what GitHub answers when a ruleset restricts the change of this ref and the actor may not bypass it. */
export const demandRules = (
  world: World,
  actor: Actor,
  repository: Repository,
  ref: string,
  changes: readonly RuleType[],
): void => {
  const broken = repository.rulesets.flatMap(ruleset => {
    if (!covers(repository, ruleset, ref) || mayBypass(world.state, actor, repository, ruleset.bypass)) return []
    return changes.filter(change => ruleset.rules.includes(change))
  })
  if (broken.length === 0) return
  const what = ref.startsWith('refs/tags/') ? 'tag' : 'branch'
  const reasons = [...new Set(broken)].map(rule => sentences[rule](what))
  throw new GitHubRefusal(422, 'UNPROCESSABLE', `${violationsFound}${reasons.join('\n')}\n\n`)
}

/** The kinds of rule that hold for a ref, whoever may bypass them. */
export const rulesOn = (repository: Repository, ref: string): readonly RuleType[] =>
  repository.rulesets.filter(ruleset => covers(repository, ruleset, ref)).flatMap(({ rules }) => rules)

const violationsFound = 'Repository rule violations found\n\n'

/** The sentences of a refusal by rulesets; none where it is another refusal. */
export const violatedRules = ({ message }: GitHubRefusal): readonly string[] =>
  message.startsWith(violationsFound) ? message.slice(violationsFound.length).split('\n').filter(Boolean) : []

/** As people quote them from GH013 answers. */
const sentences: Record<RuleType, (what: string) => string> = {
  creation: () => 'Cannot create ref due to creations being restricted.',
  update: () => 'Cannot update this protected ref.',
  deletion: what => `Cannot delete this ${what}`,
  non_fast_forward: what => `Cannot force-push to this ${what}`,
}

const covers = ({ defaultBranch }: Repository, ruleset: Ruleset, ref: string): boolean => {
  const folder = ruleset.target === 'branch' ? 'refs/heads/' : 'refs/tags/'
  if (ruleset.enforcement !== 'active' || !ref.startsWith(folder)) return false
  const matches = (pattern: string) =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' && ref === `refs/heads/${defaultBranch}`) ||
    fnmatch(pattern, ref)
  return ruleset.include.some(matches) && !ruleset.exclude.some(matches)
}

/** GITHUB_TOKEN can never bypass: it is every workflow's, so GitHub does not let it be named. */
const mayBypass = (
  state: WorldState,
  actor: Actor,
  repository: Repository,
  bypass: readonly BypassActor[],
): boolean => {
  if (actor.kind === 'actions-token') return false
  return bypass.some(one => {
    if (one.type === 'Integration')
      return actor.kind === 'installation' && state.accounts.get(actor.user)?.appId === one.appId
    if (actor.kind !== 'user') return false
    if (one.type === 'OrganizationAdmin') return membershipOf(state, repository.ownerId, actor.user) === 'admin'
    return atLeast(roleOf(state, repository, actor.user), one.role)
  })
}

/**
 * Ruby's `File.fnmatch` with FNM_PATHNAME, as the documentation says: `*` stops at a slash, `**` followed by a slash
 * spans folders, and a trailing `**` is only a `*`: `incident/**` does not match `incident/7/draft`.
 */
export const fnmatch = (pattern: string, text: string): boolean => {
  const source = pattern.replace(/\*\*\/|\*+|\?|\[[^\]]+\]|[.+^${}()|\\/[\]]/g, token => {
    if (token === '**/') return '(?:[^/]+/)*'
    if (token.startsWith('*')) return '[^/]*'
    if (token === '?') return '[^/]'
    return token.length > 1 ? token.replace('[!', '[^') : `\\${token}`
  })
  return new RegExp(`^${source}$`).test(text)
}
