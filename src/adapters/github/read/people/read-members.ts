import type { RepositoryRef } from '../../../../domain/terms/incident-ref.ts'
import type { Member } from '../../../../domain/terms/person.ts'
import type { Repository } from '../../client/answer-parts.ts'
import type { GitHub } from '../../client/client.ts'
import { askRoles } from './ask-roles.ts'
import { assignables, collaborators, isLogin, type Known, merged, unique } from './known.ts'
import { lookUp } from './look-up.ts'
import type { Needed } from './needed.ts'

/** `whole` false: a look-up was lost, so somebody may be able to do more than it seems. */
type MembersRead = { readonly members: readonly Member[]; readonly whole: boolean }

/**
 * Who is here and what they may do: with the incident for up to a hundred, else only those who matter now are asked for.
 * Whether GITHUB_TOKEN may read `collaborators` is not known. Where it is refused, roles come from REST, for those whose
 * word is weighed; the others are at least readers, for whoever is assignable in a repository can read it.
 */
export const readMembers = async (
  github: GitHub,
  where: RepositoryRef,
  raw: Repository,
  needed: Needed,
): Promise<MembersRead> => {
  const known = firstKnown(raw)
  const covered = coverageOf(raw)
  const isSettled = (login: string) =>
    known.some(
      one =>
        isLogin(one, login) &&
        (one.role !== null || covered.roles !== 'some') &&
        (one.assignable || covered.assignable),
    )
  const all = covered.roles === 'all' && covered.assignable
  const missing = all ? [] : unique([...needed.doers, ...needed.named]).filter(login => !isSettled(login))
  const found = missing.length === 0 ? nobody : await lookUp(github, where, missing, covered.roles !== 'refused')
  const everybody = merged([...known, ...found.known])
  const asked = covered.roles === 'refused' ? await askRoles(github, where, everybody, needed.doers) : nobody
  const members = merged([...everybody, ...asked.known]).map(one => settle(one, covered.roles === 'refused'))
  return { members, whole: found.whole && asked.whole }
}

const nobody = { known: [], whole: true }

/** How far what came with the incident goes. */
const coverageOf = (raw: Repository) => {
  const more = raw.collaborators?.pageInfo.hasNextPage
  const roles = more === undefined ? 'refused' : more ? 'some' : 'all'
  return { roles, assignable: raw.assignableUsers?.pageInfo.hasNextPage === false } as const
}

const settle = (one: Known, refused: boolean): Member => ({
  ...one,
  role: one.role ?? (refused && one.assignable ? 'read' : 'none'),
})

const firstKnown = (raw: Repository): readonly Known[] =>
  merged([...collaborators(raw.collaborators), ...assignables(raw.assignableUsers)])
