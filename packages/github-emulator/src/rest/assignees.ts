import { created, nothing, ok } from '../http/answer.ts'
import { assignableUsers, isAssignable } from '../world/access.ts'
import { accountByLogin } from '../world/accounts.ts'
import { addAssignees, removeAssignees } from '../world/assignees.ts'
import { texts } from './body.ts'
import { idsOf, issueIn, missing, repositoryIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, post, remove } from './route.ts'
import { issue } from './shapes/issue.ts'
import { user } from './shapes/user.ts'

const ofIssue = '/repos/{owner}/{repo}/issues/{issue_number}/assignees'

/** 204 for whoever may be assigned, 404 for all others. */
const check = (call: Call) => {
  const home = repositoryIn(call)
  const account = accountByLogin(call.world.state, call.params.assignee ?? '')
  if (!account || !isAssignable(call.world.state, home, account.id)) throw missing()
  return nothing()
}

const checkOnIssue = (call: Call) => {
  issueIn(call)
  return check(call)
}

const named = (call: Call) => idsOf(call, texts(call.body, 'assignees', 'login') ?? [])

/** Who is assigned. Names that may not be are dropped without a word. */
export const assignees = [
  get(
    '/repos/{owner}/{repo}/assignees',
    call => page(call, assignableUsers(call.world.state, repositoryIn(call)), each => user(viewOf(call), each)),
    { reads: 'list' },
  ),
  get('/repos/{owner}/{repo}/assignees/{assignee}', check),
  get(`${ofIssue}/{assignee}`, checkOnIssue),
  post(ofIssue, call =>
    created(issue(viewOf(call), addAssignees(call.world, call.actor, issueIn(call).id, named(call)))),
  ),
  remove(ofIssue, call =>
    ok(issue(viewOf(call), removeAssignees(call.world, call.actor, issueIn(call).id, named(call)))),
  ),
]
