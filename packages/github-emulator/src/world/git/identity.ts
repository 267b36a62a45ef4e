import { accountById, restLogin } from '../accounts.ts'
import type { Account, Actor } from '../types/accounts.ts'
import type { Signature } from '../types/git.ts'
import type { World, WorldState } from '../types/world.ts'
import { stamp } from '../world.ts'

/** The author line GitHub writes for a credential: bots have only their no-reply address. */
export const identityOf = (world: World, actor: Actor): Signature => {
  const account = accountById(world.state, actor.user)
  if (!account) return { name: 'ghost', email: 'ghost@users.noreply.github.com', date: stamp(world) }
  const name = account.type === 'Bot' ? restLogin(account) : (account.name ?? account.login)
  return { name, email: account.email ?? noReply(account), date: stamp(world) }
}

/** The committer of everything GitHub commits itself. */
export const webFlow = (world: World): Signature => ({
  name: 'GitHub',
  email: 'noreply@github.com',
  date: stamp(world),
})

/** GitHub believes the address in a commit, whoever pushed it: an author proves nothing without a signature. */
export const accountByEmail = (state: WorldState, email: string): Account | null => {
  const wanted = email.toLowerCase()
  for (const account of state.accounts.values()) {
    if (account.email?.toLowerCase() === wanted || noReply(account).toLowerCase() === wanted) return account
  }
  return null
}

const noReply = (account: Account): string => `${account.id}+${restLogin(account)}@users.noreply.github.com`
