import type { Account, RepositoryRole } from '../../../../domain/terms/person.ts'
import { accountOf } from '../../client/actor.ts'
import { nodesOf } from '../../client/answer-parts.ts'
import { assignablesCheck, collaboratorsCheck } from '../shape/people.ts'

/** Role null: not known, because GitHub would not say. */
export type Known = Account & { readonly role: RepositoryRole | null; readonly assignable: boolean }

export type PeopleFound = { readonly known: readonly Known[]; readonly whole: boolean }

export const isLogin = (one: Known, login: string): boolean => one.login.toLowerCase() === login.toLowerCase()

export const unique = (logins: readonly string[]): readonly string[] => [
  ...new Set(logins.map(login => login.toLowerCase())),
]

export const collaborators = (raw: unknown): readonly Known[] =>
  (collaboratorsCheck.nullish().safeParse(raw).data?.edges ?? []).flatMap(edge => {
    const account = edge?.node ? accountOf(edge.node) : null
    return account === null ? [] : [{ ...account, role: roleOf(edge?.permission ?? ''), assignable: false }]
  })

export const assignables = (raw: unknown): readonly Known[] =>
  nodesOf(assignablesCheck.nullish().safeParse(raw).data).flatMap(one => {
    const account = accountOf(one)
    return account === null ? [] : [{ ...account, role: null, assignable: true }]
  })

/** One entry for each, the last word on a role and any word on being assignable counting. */
export const merged = (all: readonly Known[]): readonly Known[] => {
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
export const roleOf = (name: string): RepositoryRole | null => {
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
