export type RuleType = 'creation' | 'update' | 'deletion' | 'non_fast_forward'

export type BypassActor =
  | { type: 'Integration'; appId: number }
  | { type: 'RepositoryRole'; role: 'write' | 'maintain' | 'admin' }
  | { type: 'OrganizationAdmin' }

/** Protection of the refs that match; patterns are fnmatch against the full name, or `~ALL`, `~DEFAULT_BRANCH`. */
export type Ruleset = {
  id: number
  nodeId: string
  name: string
  target: 'branch' | 'tag'
  enforcement: 'active' | 'disabled'
  include: string[]
  exclude: string[]
  rules: RuleType[]
  bypass: BypassActor[]
}
