import { type Answer, created, invalid, type Json, type JsonObject, ok, refused } from '../http/answer.ts'
import { checkRunsOf, createCheckRun, updateCheckRun } from '../world/checks.ts'
import { resolve } from '../world/git/history.ts'
import type { CheckConclusion, CheckRun, CheckStatus } from '../world/types/pulls.ts'
import type { Repository } from '../world/types/repositories.ts'
import { object, present, text } from './body.ts'
import { allowed, missing, numberIn, repositoryIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, patch, post } from './route.ts'
import { checkRun } from './shapes/check.ts'

const root = '/repos/{owner}/{repo}/check-runs'
const one = `${root}/{check_run_id}`

const statuses: CheckStatus[] = ['queued', 'in_progress', 'completed']
const conclusions: CheckConclusion[] = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'timed_out',
  'action_required',
  'skipped',
  'stale',
]

/** What a body says of a check run, shared by creation and update. */
const fields = ({ body }: Call) => {
  const output = object(body.output)
  const shown = {
    title: text(output, 'title') ?? null,
    summary: text(output, 'summary') ?? null,
    text: text(output, 'text') ?? null,
  }
  const conclusion = conclusions.find(each => each === text(body, 'conclusion'))
  return present({
    // a conclusion completes the run
    status: conclusion ? ('completed' as const) : statuses.find(each => each === text(body, 'status')),
    conclusion,
    startedAt: text(body, 'started_at'),
    completedAt: text(body, 'completed_at'),
    detailsUrl: text(body, 'details_url'),
    externalId: text(body, 'external_id'),
    output: body.output ? shown : undefined,
  })
}

/** As the schema of GitHub's own says it. */
const inconclusive =
  'Invalid request.\n\nNo subschema in "anyOf" matched.\n"conclusion" wasn\'t supplied.\ncompleted is not a member of ["queued", "in_progress"].'

const create = (call: Call): Answer => {
  const home = repositoryIn(call)
  const [name, headSha] = [text(call.body, 'name'), text(call.body, 'head_sha')]
  if (!name) return invalid('CheckRun', 'name', 'missing_field')
  if (!headSha) return invalid('CheckRun', 'head_sha', 'missing_field')
  if (text(call.body, 'status') === 'completed' && call.body.conclusion === undefined) return refused(422, inconclusive)
  return created(shape(call, createCheckRun(call.world, call.actor, home.id, { name, headSha, ...fields(call) })))
}

const shape = (call: Call, found: CheckRun): JsonObject => checkRun(viewOf(call), found)

const find = (call: Call): CheckRun => {
  const home = allowed(call, 'checks', 'read', 'read')
  const found = call.world.state.checkRuns.get(numberIn(call, 'check_run_id'))
  if (!found || found.repositoryId !== home.id) throw missing()
  return found
}

const update = (call: Call): Answer => {
  const found = find(call)
  const changes = { ...fields(call), ...present({ name: text(call.body, 'name') }) }
  return ok(shape(call, updateCheckRun(call.world, call.actor, found.id, changes)))
}

/** Of each App and name only the newest, unless all are asked for. */
const selected = (call: Call, home: Repository): CheckRun[] => {
  const sha = resolve(call.world.state, home, call.params.ref ?? '')?.oid
  if (!sha) throw missing()
  const { query } = call
  const named = query.get('check_name')
  const status = query.get('status')
  const appId = query.get('app_id')
  const found = checkRunsOf(call.world.state, home.id, sha).filter(
    each =>
      (!named || each.name === named) &&
      (!status || each.status === status) &&
      (!appId || each.appId === Number(appId)),
  )
  if (query.get('filter') === 'all') return found
  return found.filter(
    each => !found.some(other => other.id > each.id && other.name === each.name && other.appId === each.appId),
  )
}

const list = (call: Call): Answer => {
  const home = allowed(call, 'checks', 'read', 'read')
  const found = selected(call, home)
  const wrap = (check_runs: Json[]) => ({ total_count: found.length, check_runs })
  return page(call, found, each => shape(call, each), wrap)
}

/** Check runs: an App's, or GITHUB_TOKEN's. */
export const checks = [
  post(root, create, { creates: true }),
  get(one, call => ok(shape(call, find(call)))),
  patch(one, update),
  get('/repos/{owner}/{repo}/commits/{ref}/check-runs', list, { reads: 'list' }),
]
