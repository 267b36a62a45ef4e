import { canSee } from '../../world/access.ts'
import { accountById, accountByLogin } from '../../world/accounts.ts'
import { GitHubRefusal } from '../../world/refusal.ts'
import { repositoryByName, repositoryRenamed } from '../../world/repositories.ts'
import type { Context } from '../context.ts'
import { erase, type Fields, node, type Source } from '../fields.ts'
import { nodeById } from '../nodes.ts'
import { actorNode, userNode } from './accounts.ts'

/** Where every question begins. A repository that the viewer may not see does not exist. */
const query: Fields<unknown> = {
  viewer: (_, __, { world, viewer }) => userNode(accountById(world.state, viewer.user)),
  rateLimit: (_, __, { rateLimit }) => ({
    limit: rateLimit.limit,
    remaining: rateLimit.remaining,
    used: rateLimit.used ?? rateLimit.limit - rateLimit.remaining,
    resetAt: rateLimit.resetAt,
    cost: rateLimit.cost ?? 1,
    nodeCount: 0,
  }),
  repository: (_, { owner = '', name = '', followRenames }, context) =>
    repositoryNamed(context, owner, name, followRenames !== false),
  node: (_, { id = '' }, context) => nodeById(context, id),
  nodes: (_, { ids = [] }, context) => ids.map(id => nodeOrError(context, id)),
  user: (_, { login = '' }, { world }) => {
    const account = accountByLogin(world.state, login ?? '')
    if (account?.type === 'User') return userNode(account)
    throw new GitHubRefusal(404, 'NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`)
  },
  organization: (_, { login = '' }, context) => {
    const account = accountByLogin(context.world.state, login ?? '')
    if (account?.type === 'Organization') return actorNode(context, account.id)
    throw new GitHubRefusal(404, 'NOT_FOUND', `Could not resolve to an Organization with the login of '${login}'.`)
  },
}

const repositoryNamed = ({ world, viewer }: Context, owner: string, name: string, follow: boolean): Source => {
  const repository =
    repositoryByName(world.state, owner, name) ?? (follow ? repositoryRenamed(world.state, owner, name) : null)
  if (repository && canSee(world.state, viewer, repository)) return node('Repository', repository)
  const message = `Could not resolve to a Repository with the name '${owner}/${name}'.`
  throw new GitHubRefusal(404, 'NOT_FOUND', message)
}

/** One unknown id is null with an error of its own; the others are answered. */
const nodeOrError = (context: Context, id: string): Source | Error => {
  try {
    return nodeById(context, id)
  } catch (error) {
    if (error instanceof GitHubRefusal) return error
    throw error
  }
}

export const queryTypes = { Query: erase(query) }
