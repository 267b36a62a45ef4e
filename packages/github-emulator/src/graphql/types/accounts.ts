import { accountById, restLogin } from '../../world/accounts.ts'
import type { Account, Team } from '../../world/types/accounts.ts'
import { accountPath } from '../addresses.ts'
import { page } from '../connection.ts'
import type { Context } from '../context.ts'
import { type Args, erase, type Fields, node, type Source } from '../fields.ts'

/** Whoever did it, or null for a deleted account. */
export const actorNode = ({ world }: Context, id: number | null): Source | null => {
  const account = accountById(world.state, id)
  return account ? node(account.type, account) : null
}

/** As a `User`, where the schema has no place for a bot: there a bot shows itself with `[bot]`, as `viewer` does. */
export const userNode = (account: Account | null): Source | null => (account ? node('User', account) : null)

export const userPage = (name: string, accounts: readonly Account[], args: Args): object =>
  page(name, accounts, args, account => account.id, userNode)

const common: Fields<Account> = {
  id: account => account.nodeId,
  databaseId: account => account.id,
  url: (account, _, { htmlUrl }) => htmlUrl + accountPath(account),
  resourcePath: account => accountPath(account),
  avatarUrl: (account, _, { htmlUrl }) => `${htmlUrl}/avatars/u/${account.id}`,
  createdAt: account => account.createdAt,
  updatedAt: account => account.createdAt,
}

/** People as `User`; the login of a bot in a `User`'s place keeps its `[bot]`. */
const user: Fields<Account> = {
  ...common,
  login: account => restLogin(account),
  name: account => account.name,
  email: account => account.email ?? '',
  isViewer: (account, _, { viewer }) => account.id === viewer.user,
}

const bot: Fields<Account> = { ...common, login: account => account.login }

const organization: Fields<Account> = {
  ...common,
  login: account => account.login,
  name: account => account.name,
  email: account => account.email,
  team: (account, { slug }, { world }) => {
    const team = [...world.state.teams.values()].find(one => one.organizationId === account.id && one.slug === slug)
    return team ? node('Team', team) : null
  },
}

const team: Fields<Team> = {
  id: team => team.nodeId,
  databaseId: team => team.id,
  slug: team => team.slug,
  name: team => team.name,
  combinedSlug: (team, _, { world }) => `${accountById(world.state, team.organizationId)?.login}/${team.slug}`,
  organization: (team, _, context) => actorNode(context, team.organizationId),
  members: (team, args, { world }) =>
    userPage(
      'members',
      team.memberIds.flatMap(id => accountById(world.state, id) ?? []),
      args,
    ),
}

export const accountTypes = {
  User: erase(user),
  Bot: erase(bot),
  Organization: erase(organization),
  Team: erase(team),
}
