import { accountById } from '../../world/accounts.ts'
import type { Comment, Issue, Reaction, ReactionContent } from '../../world/types/issues.ts'
import { page } from '../connection.ts'
import type { Context } from '../context.ts'
import { type Args, erase, type Fields, node } from '../fields.ts'
import { actorNode, userNode } from './accounts.ts'

/** Every content there is, in the order GitHub lists the groups. */
const names: Record<string, ReactionContent> = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  HOORAY: 'hooray',
  CONFUSED: 'confused',
  HEART: 'heart',
  ROCKET: 'rocket',
  EYES: 'eyes',
}

const nameOf = new Map(Object.entries(names).map(([name, content]) => [content, name]))

export const contentOf = (name: string): ReactionContent => names[name] ?? '+1'

/** All eight groups, also the empty ones. */
export const reactionGroups = ({ reactions }: Issue | Comment, context: Context, subject: unknown): object[] =>
  Object.entries(names).map(([name, content]) => {
    const group = reactions.filter(one => one.content === content)
    const people = (connection: string) => (args: Args) =>
      page(
        connection,
        group,
        args,
        one => one.id,
        one => actorNode(context, one.userId),
      )
    return {
      content: name,
      createdAt: group[0]?.createdAt ?? null,
      viewerHasReacted: group.some(one => one.userId === context.viewer.user),
      reactors: people('reactors'),
      users: people('users'),
      subject,
    }
  })

export const reactionPage = ({ reactions }: Issue | Comment, args: Args): object => {
  const wanted = args.content ? reactions.filter(one => one.content === contentOf(args.content ?? '')) : reactions
  return page(
    'reactions',
    wanted,
    args,
    one => one.id,
    one => node('Reaction', one),
  )
}

const reaction: Fields<Reaction> = {
  id: one => one.nodeId,
  databaseId: one => one.id,
  content: one => nameOf.get(one.content),
  createdAt: one => one.createdAt,
  user: (one, _, { world }) => userNode(accountById(world.state, one.userId)),
}

export const reactionTypes = { Reaction: erase(reaction) }
