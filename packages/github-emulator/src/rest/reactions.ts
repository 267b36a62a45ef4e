import { created, invalid, nothing, ok } from '../http/answer.ts'
import { addReaction, removeReaction } from '../world/reactions.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import type { Reaction, ReactionContent } from '../world/types/issues.ts'
import { text } from './body.ts'
import { commentIn, issueIn, missing, numberIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, post, remove } from './route.ts'
import { reaction } from './shapes/issue.ts'

const ofIssue = '/repos/{owner}/{repo}/issues/{issue_number}/reactions'
const ofComment = '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions'

const contents: ReactionContent[] = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes']

type Target = {
  readonly reactions: Reaction[]
  readonly subject: { readonly issueId: number } | { readonly commentId: number }
}

const onIssue = (call: Call): Target => {
  const { id, reactions } = issueIn(call)
  return { reactions, subject: { issueId: id } }
}

const onComment = (call: Call): Target => {
  const { id, reactions } = commentIn(call)
  return { reactions, subject: { commentId: id } }
}

const list = (call: Call, { reactions }: Target) => {
  const wanted = call.query.get('content')
  const found = reactions.filter(each => !wanted || each.content === wanted)
  return page(call, found, each => reaction(viewOf(call), each))
}

/** 201 for a new reaction, 200 for one that was there. */
const add = (call: Call, { subject }: Target) => {
  const asked = text(call.body, 'content')
  const content = contents.find(each => each === asked)
  if (!content) return invalid('Reaction', 'content', 'invalid', asked === undefined ? {} : { value: asked })
  const { reaction: found, created: fresh } = addReaction(call.world, call.actor, subject, content)
  const shown = reaction(viewOf(call), found)
  return fresh ? created(shown) : ok(shown)
}

const destroy = (call: Call, { reactions, subject }: Target) => {
  const found = reactions.find(each => each.id === numberIn(call, 'reaction_id'))
  if (!found) throw missing()
  if (found.userId !== call.actor.user) throw new GitHubRefusal(403, 'FORBIDDEN', 'You cannot delete this reaction.')
  removeReaction(call.world, call.actor, subject, found.content)
  return nothing()
}

/** Reactions to issues and comments. */
export const reactions = [
  get(ofIssue, call => list(call, onIssue(call)), { reads: 'list' }),
  post(ofIssue, call => add(call, onIssue(call)), { creates: true }),
  remove(`${ofIssue}/{reaction_id}`, call => destroy(call, onIssue(call))),
  get(ofComment, call => list(call, onComment(call)), { reads: 'list' }),
  post(ofComment, call => add(call, onComment(call)), { creates: true }),
  remove(`${ofComment}/{reaction_id}`, call => destroy(call, onComment(call))),
]
