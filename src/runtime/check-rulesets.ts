import type { GitHub } from '../adapters/github/client/client.ts'
import { isUnlisted, repositories } from '../adapters/github/client/find.ts'
import { recordOf } from '../domain/events/location.ts'
import type { RepositoryRef } from '../domain/terms/incident-ref.ts'

/** What the check needs of the App. */
export type RulesetCheck = {
  readonly installations: () => Promise<readonly number[]>
  readonly connect: (installation: number) => Promise<GitHub>
  /** Hears of a repository whose records anybody who can push could delete or push back. */
  readonly open: (repository: RepositoryRef) => void
  /** Hears why the installations could not be asked for. */
  readonly unread: (why: unknown) => void
}

/** Whether a ruleset protects the records of each repository. What one installation does not say keeps no other from being asked. */
export const checkRulesets = async ({ installations, connect, open, unread }: RulesetCheck): Promise<void> => {
  const all = await installations().catch((error: unknown): readonly number[] => {
    unread(error)
    return []
  })
  for (const installation of all) {
    const github = await connect(installation).catch(() => null)
    const places = github === null ? [] : await repositories(github)
    if (github === null || isUnlisted(places)) continue
    for (const place of places) if (await isOpen(github, place)) open(place)
  }
}

const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}'

/** By the name that the record of a first incident would have; what GitHub does not say is no warning. */
const isOpen = async (github: GitHub, place: RepositoryRef): Promise<boolean> => {
  const answer = await github.rest(route, { ...place, branch: recordOf(1).branch, per_page: 100 })
  if (answer.is !== 'answered' || !Array.isArray(answer.data)) return false
  const types = answer.data.map((rule: { readonly type?: unknown }) => rule.type)
  return !types.includes('deletion') || !(types.includes('non_fast_forward') || types.includes('update'))
}
