import type { GitHub } from '../adapters/github/client/client.ts'
import { recordOf } from '../domain/events/location.ts'
import { type RepositoryRef, repositoryKey } from '../domain/terms/incident-ref.ts'

/** Asks whether a ruleset protects the records of a repository. What GitHub does not say is asked again the next time. */
export type RulesetCheck = (github: GitHub, repository: RepositoryRef) => Promise<void>

/**
 * Each repository is asked about once in the life of this process. `open` hears of one whose records anybody who can push
 * could delete or push back.
 */
export const startRulesetCheck = (open: (repository: RepositoryRef) => void): RulesetCheck => {
  const asked = new Set<string>()
  return async (github, { owner, repo }) => {
    const key = repositoryKey({ owner, repo })
    if (asked.has(key)) return
    asked.add(key)
    const is = await protection(github, { owner, repo })
    if (is === 'open') open({ owner, repo })
    if (is === 'unknown') asked.delete(key)
  }
}

const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}'

/** By the name that the record of a first incident would have. */
const protection = async (github: GitHub, place: RepositoryRef): Promise<'open' | 'protected' | 'unknown'> => {
  const answer = await github.rest(route, { ...place, branch: recordOf(1).branch, per_page: 100 })
  if (answer.is !== 'answered' || !Array.isArray(answer.data)) return 'unknown'
  const types = answer.data.map((rule: { readonly type?: unknown }) => rule.type)
  const isProtected = types.includes('deletion') && (types.includes('non_fast_forward') || types.includes('update'))
  return isProtected ? 'protected' : 'open'
}
