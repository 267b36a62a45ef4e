import { z } from 'zod'

/** Somebody with an account: held by the numeric database id, for a login can be renamed and taken by another. */
export const person = z.strictObject({ id: z.number().int().positive(), login: z.string().min(1).max(100) })
export type Person = z.infer<typeof person>

/** What a person may do in the repository, weakest first. A custom role counts as the base role that it extends. */
export const repositoryRoles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const
export type RepositoryRole = (typeof repositoryRoles)[number]

export const isAtLeast = (role: RepositoryRole, least: RepositoryRole): boolean =>
  repositoryRoles.indexOf(role) >= repositoryRoles.indexOf(least)

export const isSame = (a: Person | null, b: Person | null): boolean => a !== null && b !== null && a.id === b.id

export const includes = (people: readonly Person[], one: Person | null): boolean => people.some(p => isSame(p, one))

/** Somebody, or something, that acts at GitHub. */
export type Actor = Person & { readonly kind: 'user' | 'bot' }

/** Somebody with an account, with the node id by which GraphQL names them. */
export type Account = Person & { readonly node: string }

export type Member = Account & { readonly role: RepositoryRole; readonly assignable: boolean }
