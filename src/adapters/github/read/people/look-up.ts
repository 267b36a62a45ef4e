import type { RepositoryRef } from '../../../../domain/terms/incident-ref.ts'
import { fieldsOf } from '../../client/checked.ts'
import type { GitHub } from '../../client/client.ts'
import { isGivenUp } from '../../client/narrower.ts'
import { peopleQuery } from '../query.ts'
import { assignables, collaborators, isLogin, type PeopleFound } from './known.ts'

// Two aliases each: a query of a hundred people is still a small one.
const peoplePerQuery = 100

export const lookUp = async (
  github: GitHub,
  where: RepositoryRef,
  logins: readonly string[],
  roles: boolean,
): Promise<PeopleFound> => {
  const first = await lookUpSome(github, where, logins.slice(0, peoplePerQuery), roles)
  if (!first.whole || logins.length <= peoplePerQuery) return first
  const rest = await lookUp(github, where, logins.slice(peoplePerQuery), roles)
  return { known: [...first.known, ...rest.known], whole: rest.whole }
}

const lookUpSome = async (
  github: GitHub,
  where: RepositoryRef,
  some: readonly string[],
  roles: boolean,
): Promise<PeopleFound> => {
  const variables = Object.fromEntries(some.map((login, i) => [`login${i}`, login]))
  const answer = await github.query(peopleQuery(some.length, roles), { ...where, ...variables })
  if (answer.is !== 'answered') return { known: [], whole: answer.is === 'refused' }
  if (isGivenUp(answer)) return inHalves(some, half => lookUpSome(github, where, half, roles))
  const repository = fieldsOf(fieldsOf(answer.data).repository)
  const found = some.flatMap((login, i) => {
    const here = [...collaborators(repository[`role${i}`]), ...assignables(repository[`assignable${i}`])]
    return here.filter(one => isLogin(one, login))
  })
  return { known: found, whole: answer.errors.every(error => error.type !== null) }
}

/** GitHub gave up on so many at a time. */
const inHalves = async (
  some: readonly string[],
  lookUp: (half: readonly string[]) => Promise<PeopleFound>,
): Promise<PeopleFound> => {
  if (some.length < 2) return { known: [], whole: false }
  const middle = Math.ceil(some.length / 2)
  const [first, second] = [await lookUp(some.slice(0, middle)), await lookUp(some.slice(middle))]
  return { known: [...first.known, ...second.known], whole: first.whole && second.whole }
}
