import { created, invalid, nothing, ok } from '../http/answer.ts'
import {
  addLabels,
  createLabel,
  deleteLabel,
  labelByName,
  labelIdsByName,
  labelsOf,
  removeLabels,
  setLabels,
  updateLabel,
} from '../world/labels.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import type { Issue } from '../world/types/issues.ts'
import type { Label } from '../world/types/repositories.ts'
import { present, text, texts } from './body.ts'
import { allowed, issueIn, missing, repositoryIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, patch, post, put, remove } from './route.ts'
import { label, labels as labelShapes } from './shapes/issue.ts'

const root = '/repos/{owner}/{repo}/labels'
const ofIssue = '/repos/{owner}/{repo}/issues/{issue_number}/labels'

const labelIn = (call: Call): Label => {
  const found = labelByName(call.world.state, repositoryIn(call).id, call.params.name ?? '')
  if (!found) throw missing()
  return found
}

const list = (call: Call) => {
  const home = allowed(call, 'issues', 'read', 'read')
  return page(call, labelsOf(call.world.state, home.id), each => label(viewOf(call), each))
}

const create = (call: Call) => {
  const { world, actor, body } = call
  const name = text(body, 'name')
  if (!name) return invalid('Label', 'name', 'missing_field')
  const color = text(body, 'color')
  if (color !== undefined && !/^[0-9a-f]{6}$/i.test(color)) return invalid('Label', 'color', 'invalid')
  const fields = present({ color, description: text(body, 'description') })
  return created(label(viewOf(call), createLabel(world, actor, repositoryIn(call).id, { name, ...fields })))
}

const update = (call: Call) => {
  const { world, actor, body } = call
  const changes = present({
    name: text(body, 'new_name'),
    color: text(body, 'color'),
    description: text(body, 'description'),
  })
  return ok(label(viewOf(call), updateLabel(world, actor, labelIn(call).id, changes)))
}

const destroy = (call: Call) => {
  deleteLabel(call.world, call.actor, labelIn(call).id)
  return nothing()
}

/** All of an issue's labels, which every change of them answers with. */
const answer = (call: Call, on: Issue) => ok(labelShapes(viewOf(call), on.labelIds))

/** Names in the body; this endpoint creates labels that are new. */
const named = (call: Call, on: Issue): number[] => {
  const names = Array.isArray(call.body) ? call.body : (texts(call.body, 'labels') ?? [])
  return labelIdsByName(call.world, call.actor, on.repositoryId, names)
}

const add = (call: Call) => {
  const on = issueIn(call)
  return answer(call, addLabels(call.world, call.actor, on.id, named(call, on)))
}

const set = (call: Call) => {
  const on = issueIn(call)
  return answer(call, setLabels(call.world, call.actor, on.id, named(call, on)))
}

const removeOne = (call: Call) => {
  const on = issueIn(call)
  const found = labelByName(call.world.state, on.repositoryId, call.params.name ?? '')
  if (!found || !on.labelIds.includes(found.id)) throw new GitHubRefusal(404, 'NOT_FOUND', 'Label does not exist')
  return answer(call, removeLabels(call.world, call.actor, on.id, [found.id]))
}

const removeAll = (call: Call) => {
  setLabels(call.world, call.actor, issueIn(call).id, [])
  return nothing()
}

/** Labels of a repository and of an issue. */
export const labels = [
  get(root, list, { reads: 'list' }),
  post(root, create, { creates: true }),
  get(`${root}/{name}`, call => {
    allowed(call, 'issues', 'read', 'read')
    return ok(label(viewOf(call), labelIn(call)))
  }),
  patch(`${root}/{name}`, update),
  remove(`${root}/{name}`, destroy),
  get(ofIssue, call => page(call, labelShapes(viewOf(call), issueIn(call).labelIds), each => each), { reads: 'list' }),
  post(ofIssue, add),
  put(ofIssue, set),
  remove(ofIssue, removeAll),
  remove(`${ofIssue}/{name}`, removeOne),
]
