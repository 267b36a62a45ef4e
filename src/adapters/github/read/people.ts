import { type IncidentEvent, namesIn } from '../../../domain/events/event.ts'
import type { RepositoryRef } from '../../../domain/terms/incident-ref.ts'
import type { Account, Member, RepositoryRole } from '../../../domain/terms/person.ts'
import type { Item } from '../../../domain/view/snapshot.ts'
import { accountOf } from '../client/actor.ts'
import { nodesOf, type Repository } from '../client/answer-parts.ts'
import { fieldsOf } from '../client/checked.ts'
import type { GitHub } from '../client/client.ts'
import { isGivenUp } from '../client/narrower.ts'
import { peopleQuery } from './query.ts'
import { assignablesCheck, collaboratorsCheck, permissionCheck, permissionRoute } from './shape.ts'

/** Logins that matter now: whose word is weighed (`doers`), and who is only named somewhere. */
export type Needed = { readonly doers: readonly string[]; readonly named: readonly string[] }

/** Role null: not known, because GitHub would not say. */
type Known = Account & { readonly role: RepositoryRole | null; readonly assignable: boolean }

/** `whole` false: a look-up was lost, so somebody may be able to do more than it seems. */
type MembersRead = { readonly members: readonly Member[]; readonly whole: boolean }

type PeopleFound = { readonly known: readonly Known[]; readonly whole: boolean }

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

const isLogin = (one: Known, login: string): boolean => one.login.toLowerCase() === login.toLowerCase()

const unique = (logins: readonly string[]): readonly string[] => [...new Set(logins.map(login => login.toLowerCase()))]

const firstKnown = (raw: Repository): readonly Known[] =>
  merged([...collaborators(raw.collaborators), ...assignables(raw.assignableUsers)])

const collaborators = (raw: unknown): readonly Known[] =>
  (collaboratorsCheck.nullish().safeParse(raw).data?.edges ?? []).flatMap(edge => {
    const account = edge?.node ? accountOf(edge.node) : null
    return account === null ? [] : [{ ...account, role: roleOf(edge?.permission ?? ''), assignable: false }]
  })

const assignables = (raw: unknown): readonly Known[] =>
  nodesOf(assignablesCheck.nullish().safeParse(raw).data).flatMap(one => {
    const account = accountOf(one)
    return account === null ? [] : [{ ...account, role: null, assignable: true }]
  })

/** One entry for each, the last word on a role and any word on being assignable counting. */
const merged = (all: readonly Known[]): readonly Known[] => {
  const byId = new Map<number, Known>()
  for (const one of all) {
    const before = byId.get(one.id)
    byId.set(one.id, {
      ...one,
      role: one.role ?? before?.role ?? null,
      assignable: one.assignable || before?.assignable === true,
    })
  }
  return [...byId.values()]
}

/** GraphQL says ADMIN, REST says admin. */
const roleOf = (name: string): RepositoryRole | null => {
  const role = name.toLowerCase()
  switch (role) {
    case 'admin':
    case 'maintain':
    case 'write':
    case 'triage':
    case 'read':
    case 'none':
      return role
    default:
      return null
  }
}

// Two aliases each: a query of a hundred people is still a small one.
const peoplePerQuery = 100

const lookUp = async (
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

// Beyond that nobody reads a thread either; and each is a request.
const mostAsked = 30

const askRoles = async (github: GitHub, where: RepositoryRef, known: readonly Known[], doers: readonly string[]) => {
  const asked = unique(doers).slice(0, mostAsked)
  const answers = await Promise.all(asked.map(login => askRole(github, where, known, login)))
  return { known: answers.flatMap(one => one.known ?? []), whole: answers.every(one => one.whole) }
}

const askRole = async (github: GitHub, where: RepositoryRef, known: readonly Known[], username: string) => {
  const answer = await github.rest(permissionRoute, { ...where, username })
  // A clear no means that nothing is allowed; a lost answer too, but then this read is not the whole truth.
  const before = known.find(one => isLogin(one, username))
  const nothing = before === undefined ? null : { ...before, role: 'none' as const }
  if (answer.is !== 'answered') return { known: nothing, whole: answer.is === 'refused' && answer.why !== 'rate' }
  return { known: permitted(answer.data, before) ?? nothing, whole: true }
}

/** `permission` folds maintain into write and triage into read; `role_name` tells them apart, but may be a custom one. */
const permitted = (data: unknown, before: Known | undefined): Known | null => {
  const read = permissionCheck.safeParse(data).data
  if (read === undefined) return null
  const { role_name, user } = read
  const role = roleOf(role_name ?? '') ?? roleOf(read.permission ?? '') ?? 'none'
  if (before !== undefined) return { ...before, role }
  return user ? { id: user.id, login: user.login, node: user.node_id, role, assignable: false } : null
}

/** Whoever spoke or acted in what is not yet in the ledger, and whoever it names. */
export const neededFor = (
  items: readonly Item[],
  events: readonly IncidentEvent[],
  logins: readonly string[],
): Needed => {
  const comments = items.filter(item => item.is === 'comment')
  const doers = [...items.map(item => item.by), ...comments.map(comment => comment.editor)]
    .filter(actor => actor?.kind === 'user')
    .flatMap(actor => actor?.login ?? [])
  const mentioned = comments.flatMap(comment => mentionsIn(comment.body))
  // Until it is declared, the roster is yet to be resolved to people, whose roles count then.
  return {
    doers: [...doers, ...mentioned, ...(events.length === 0 ? logins : [])],
    named: [...logins, ...events.flatMap(namesIn).map(person => person.login)],
  }
}

const mentionsIn = (body: string): readonly string[] =>
  [...body.matchAll(/@([a-z0-9][a-z0-9_-]{0,38})/gi)].slice(0, 30).flatMap(match => match[1] ?? [])
