import { demandUnlocked } from './comments.ts'
import { visibleComment, visibleIssue, writableIssue } from './issue-access.ts'
import { nodeId } from './node-ids.ts'
import type { Actor } from './types/accounts.ts'
import type { Comment, Issue, Reaction, ReactionContent } from './types/issues.ts'
import type { World } from './types/world.ts'
import { nextId, stamp } from './world.ts'

export type Subject = { issueId: number } | { commentId: number }

/** One of each kind a person: reacting again finds the same reaction. There is no webhook of it. */
export const addReaction = (
  world: World,
  actor: Actor,
  on: Subject,
  content: ReactionContent,
): { reaction: Reaction; created: boolean } => {
  const subject = open(world, actor, on)
  const known = subject.reactions.find(one => one.userId === actor.user && one.content === content)
  if (known) return { reaction: known, created: false }
  const id = nextId(world, 'reaction')
  const reaction = { id, nodeId: nodeId('Reaction', id), userId: actor.user, content, createdAt: stamp(world) }
  subject.reactions.push(reaction)
  return { reaction, created: true }
}

/** The reaction that went, or null where there was none. */
export const removeReaction = (world: World, actor: Actor, on: Subject, content: ReactionContent): Reaction | null => {
  const subject = open(world, actor, on)
  const known = subject.reactions.find(one => one.userId === actor.user && one.content === content)
  subject.reactions = subject.reactions.filter(one => one !== known)
  return known ?? null
}

const open = (world: World, actor: Actor, on: Subject): Issue | Comment => {
  const found = 'commentId' in on ? visibleComment(world, actor, on.commentId) : visibleIssue(world, actor, on.issueId)
  const { issue, repository } = writableIssue(world, actor, found.issue.id, 'read')
  demandUnlocked(world.state, actor, issue, repository)
  return 'comment' in found ? (found.comment as Comment) : issue
}
