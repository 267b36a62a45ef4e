import type { Account, Actor, Person } from '../../../domain/terms/person.ts'
import type { RawAccount, RawActor } from './answer-parts.ts'

/** GraphQL leaves `[bot]` out of bots' logins; with it they read as people know them, and no user can have such a name. */
export const botLogin = (login: string): string => (login.endsWith('[bot]') ? login : `${login}[bot]`)

/** null: a deleted account, or somebody without a number by which to know them again. */
export const actorOf = (raw: RawActor | null | undefined): Actor | null => {
  if (!raw || !('databaseId' in raw) || typeof raw.databaseId !== 'number') return null
  return raw.__typename === 'Bot'
    ? { id: raw.databaseId, login: botLogin(raw.login), kind: 'bot' }
    : { id: raw.databaseId, login: raw.login, kind: 'user' }
}

export const accountOf = (raw: RawAccount): Account | null =>
  typeof raw.databaseId === 'number' ? { id: raw.databaseId, login: raw.login, node: raw.id } : null

export const isOneOf = (ours: readonly number[], who: Pick<Person, 'id'> | null): boolean =>
  who !== null && ours.includes(who.id)
