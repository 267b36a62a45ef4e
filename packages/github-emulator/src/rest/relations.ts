import { created, ok } from '../http/answer.ts'
import { addBlockedBy, removeBlockedBy } from '../world/dependencies.ts'
import { addSubIssue, removeSubIssue, reprioritizeSubIssue } from '../world/sub-issues.ts'
import type { Issue } from '../world/types/issues.ts'
import { flag, number, present } from './body.ts'
import { issueIn, issueWithId, missing, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, patch, post, remove } from './route.ts'
import { issue, issueWithRepository } from './shapes/issue.ts'

const one = '/repos/{owner}/{repo}/issues/{issue_number}'

const issuesWith = (call: Call, ids: readonly number[]): Issue[] =>
  ids.map(id => call.world.state.issues.get(id)).flatMap(each => each ?? [])

const listOf = (call: Call, ids: readonly number[]) =>
  page(call, issuesWith(call, ids), each => issueWithRepository(viewOf(call), each))

const addChild = (call: Call) => {
  const parent = issueIn(call)
  const child = issueWithId(call, call.body, 'sub_issue_id')
  const more = present({ replaceParent: flag(call.body, 'replace_parent') })
  return created(issue(viewOf(call), addSubIssue(call.world, call.actor, parent.id, child.id, more)))
}

const removeChild = (call: Call) => {
  const parent = issueIn(call)
  const child = issueWithId(call, call.body, 'sub_issue_id')
  if (child.parentId !== parent.id) throw missing()
  removeSubIssue(call.world, call.actor, parent.id, child.id)
  return ok(issue(viewOf(call), parent))
}

const prioritize = (call: Call) => {
  const parent = issueIn(call)
  const child = issueWithId(call, call.body, 'sub_issue_id')
  const place = present({ afterId: number(call.body, 'after_id'), beforeId: number(call.body, 'before_id') })
  return ok(issue(viewOf(call), reprioritizeSubIssue(call.world, call.actor, parent.id, child.id, place)))
}

const parentOf = (call: Call) => {
  const { parentId } = issueIn(call)
  const parent = parentId === null ? undefined : call.world.state.issues.get(parentId)
  if (!parent) throw missing()
  return ok(issue(viewOf(call), parent))
}

const block = (call: Call) => {
  const blocking = issueWithId(call, call.body, 'issue_id')
  return created(issue(viewOf(call), addBlockedBy(call.world, call.actor, issueIn(call).id, blocking.id)))
}

const unblock = (call: Call) => {
  const blocking = issueWithId(call, call.params, 'issue_id')
  return ok(issue(viewOf(call), removeBlockedBy(call.world, call.actor, issueIn(call).id, blocking.id)))
}

/** Sub-issues and dependencies: both name issues by database id. */
export const relations = [
  get(`${one}/sub_issues`, call => listOf(call, issueIn(call).subIssueIds), { reads: 'list' }),
  post(`${one}/sub_issues`, addChild),
  remove(`${one}/sub_issue`, removeChild),
  patch(`${one}/sub_issues/priority`, prioritize),
  get(`${one}/parent`, parentOf),
  get(`${one}/dependencies/blocked_by`, call => listOf(call, issueIn(call).blockedByIds), { reads: 'list' }),
  post(`${one}/dependencies/blocked_by`, block),
  remove(`${one}/dependencies/blocked_by/{issue_id}`, unblock),
  get(`${one}/dependencies/blocking`, call => listOf(call, issueIn(call).blockingIds), { reads: 'list' }),
]
