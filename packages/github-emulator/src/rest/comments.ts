import { created, invalid, nothing, ok } from '../http/answer.ts'
import { commentsOf, createComment, deleteComment, pinComment, unpinComment, updateComment } from '../world/comments.ts'
import type { Comment } from '../world/types/issues.ts'
import { text } from './body.ts'
import { commentIn, issueIn, missing, viewOf, withIssues } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, patch, post, put, remove } from './route.ts'
import { comment } from './shapes/issue.ts'

const all = '/repos/{owner}/{repo}/issues/comments'
const one = `${all}/{comment_id}`
const ofIssue = '/repos/{owner}/{repo}/issues/{issue_number}/comments'

const since = (call: Call) => (each: Comment) => {
  const from = call.query.get('since')
  return !from || Date.parse(each.updatedAt) >= Date.parse(from)
}

const list = (call: Call) => {
  const found = commentsOf(call.world.state, issueIn(call).id).filter(since(call))
  return page(call, found, each => comment(viewOf(call), each))
}

const listAll = (call: Call) => {
  const home = withIssues(call)
  const found = [...call.world.state.comments.values()]
    .filter(each => each.repositoryId === home.id)
    .filter(since(call))
  const by = (each: Comment) => Date.parse(call.query.get('sort') === 'updated' ? each.updatedAt : each.createdAt)
  const ascending = found.toSorted((a, b) => by(a) - by(b) || a.id - b.id)
  const ordered = call.query.get('direction') === 'desc' ? ascending.toReversed() : ascending
  return page(call, ordered, each => comment(viewOf(call), each))
}

const create = (call: Call) => {
  const on = issueIn(call)
  const body = text(call.body, 'body')
  if (body === undefined) return invalid('IssueComment', 'body', 'missing_field')
  return created(comment(viewOf(call), createComment(call.world, call.actor, on.id, body)))
}

const update = (call: Call) => {
  const found = commentIn(call)
  const body = text(call.body, 'body')
  if (body === undefined) return invalid('IssueComment', 'body', 'missing_field')
  return ok(comment(viewOf(call), updateComment(call.world, call.actor, found.id, body)))
}

const destroy = (call: Call) => {
  deleteComment(call.world, call.actor, commentIn(call).id)
  return nothing()
}

const pin = (call: Call) => {
  const { id } = commentIn(call)
  pinComment(call.world, call.actor, id)
  const pinned = call.world.state.comments.get(id)
  if (!pinned) throw missing()
  return ok(comment(viewOf(call), pinned))
}

const unpin = (call: Call) => {
  unpinComment(call.world, call.actor, commentIn(call).id)
  return nothing()
}

/** Comments on issues and pull requests. */
export const comments = [
  get(all, listAll, { reads: 'list' }),
  get(one, call => ok(comment(viewOf(call), commentIn(call)))),
  patch(one, update),
  remove(one, destroy),
  put(`${one}/pin`, pin),
  remove(`${one}/pin`, unpin),
  get(ofIssue, list, { reads: 'list' }),
  post(ofIssue, create, { creates: true }),
]
