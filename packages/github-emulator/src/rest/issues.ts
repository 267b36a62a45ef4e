import { type Answer, created, invalid, nothing, ok, refused } from '../http/answer.ts'
import { lockIssue, unlockIssue } from '../world/issue-state.ts'
import { createIssue, issuesOf, updateIssue } from '../world/issues.ts'
import type { Issue, LockReason, StateReason } from '../world/types/issues.ts'
import { number, present, text, texts } from './body.ts'
import { accountIn, issueIn, repositoryIn, viewOf, withIssues } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, patch, post, put, remove } from './route.ts'
import { issue } from './shapes/issue.ts'

const root = '/repos/{owner}/{repo}/issues'
const one = `${root}/{issue_number}`

/** What of the query an issue must match. */
const selected = (call: Call, found: Issue): boolean => {
  const { query, world } = call
  const { state } = world
  const wanted = query.get('state') ?? 'open'
  if (wanted !== 'all' && found.state !== wanted) return false
  const names = found.labelIds.map(id => state.labels.get(id)?.name.toLowerCase())
  const labels = query.get('labels')?.split(',').filter(Boolean) ?? []
  if (!labels.every(each => names.includes(each.toLowerCase()))) return false
  const creator = query.get('creator')
  if (creator && found.authorId !== accountIn(call, creator).id) return false
  const assignee = query.get('assignee')
  if (assignee === 'none' && found.assigneeIds.length > 0) return false
  if (assignee === '*' && found.assigneeIds.length === 0) return false
  if (assignee && assignee !== 'none' && assignee !== '*' && !found.assigneeIds.includes(accountIn(call, assignee).id))
    return false
  const milestone = query.get('milestone')
  // there are no milestones here
  if (milestone && milestone !== 'none') return false
  const since = query.get('since')
  return !since || Date.parse(found.updatedAt) >= Date.parse(since)
}

const sorted = (call: Call, issues: Issue[]): Issue[] => {
  const by = call.query.get('sort') ?? 'created'
  const comments = (id: number) => [...call.world.state.comments.values()].filter(each => each.issueId === id).length
  const key = (each: Issue) =>
    by === 'comments' ? comments(each.id) : by === 'updated' ? Date.parse(each.updatedAt) : Date.parse(each.createdAt)
  const ascending = issues.toSorted((a, b) => key(a) - key(b) || a.number - b.number)
  return call.query.get('direction') === 'asc' ? ascending : ascending.toReversed()
}

const list = (call: Call) => {
  const home = withIssues(call)
  const found = issuesOf(call.world.state, home.id).filter(each => selected(call, each))
  return page(call, sorted(call, found), each => issue(viewOf(call), each))
}

const states = ['open', 'closed'] as const
const stateOf = (value: string | undefined) => states.find(each => each === value)

/** `assignee` is older than `assignees`: not both. */
const assigneesTwice = ({ body }: Call): Answer | null =>
  body.assignee !== undefined && body.assignees !== undefined
    ? refused(422, 'You cannot pass both `assignee` and `assignees`. Only one may be provided.')
    : null

const create = (call: Call) => {
  const { world, actor, body } = call
  const home = repositoryIn(call)
  const title = text(body, 'title')
  if (!title?.trim()) return invalid('Issue', 'title', 'missing_field')
  const twice = assigneesTwice(call)
  if (twice) return twice
  const single = text(body, 'assignee')
  const assignees = texts(body, 'assignees', 'login') ?? (single ? [single] : undefined)
  const fields = present({
    body: text(body, 'body'),
    labels: texts(body, 'labels'),
    assignees,
  })
  return created(issue(viewOf(call), createIssue(world, actor, home.id, { title, ...fields })))
}

const update = (call: Call) => {
  const { world, actor, body } = call
  const found = issueIn(call)
  const state = text(body, 'state')
  if (state !== undefined && !stateOf(state)) return invalid('Issue', 'state', 'invalid', { value: state })
  const twice = assigneesTwice(call)
  if (twice) return twice
  const single = text(body, 'assignee')
  const assignees = texts(body, 'assignees', 'login') ?? (single === undefined ? undefined : [single].filter(Boolean))
  const duplicateOfId = number(body, 'duplicate_issue_id')
  const changes = present({
    title: text(body, 'title'),
    body: body.body === null ? '' : text(body, 'body'),
    labels: texts(body, 'labels'),
    assignees,
    state: stateOf(state),
    stateReason: text(body, 'state_reason') as StateReason | undefined,
    duplicateOfId,
  })
  return ok(issue(viewOf(call), updateIssue(world, actor, found.id, changes)))
}

const lock = (call: Call) => {
  const reasons: LockReason[] = ['off-topic', 'too heated', 'resolved', 'spam']
  const asked = text(call.body, 'lock_reason')
  const reason = reasons.find(each => each === asked)
  if (asked !== undefined && !reason) return invalid('Issue', 'lock_reason', 'invalid', { value: asked })
  lockIssue(call.world, call.actor, issueIn(call).id, reason ?? null)
  return nothing()
}

const unlock = (call: Call) => {
  unlockIssue(call.world, call.actor, issueIn(call).id)
  return nothing()
}

/** Issues: list, read, create, change, lock. */
export const issues = [
  get(root, list, { reads: 'list' }),
  post(root, create, { creates: true }),
  get(one, call => ok(issue(viewOf(call), issueIn(call)))),
  patch(one, update),
  put(`${one}/lock`, lock),
  remove(`${one}/lock`, unlock),
]
