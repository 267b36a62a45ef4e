import { type Answer, created, invalid, ok, refused } from '../http/answer.ts'
import { teamsOf } from '../world/accounts.ts'
import { compare, withRenames } from '../world/git/history.ts'
import { refOid } from '../world/git/refs.ts'
import { mergePull } from '../world/pulls/merge.ts'
import { createPull, pullsOf, updatePull } from '../world/pulls/pulls.ts'
import { addReview, removeReviewRequests, requestReviews } from '../world/pulls/reviews.ts'
import type { PullRequest } from '../world/types/pulls.ts'
import type { Repository } from '../world/types/repositories.ts'
import { flag, present, text, texts } from './body.ts'
import { allowed, idsOf, missing, numberIn, pullIn, repositoryIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, patch, post, put, remove } from './route.ts'
import { changedFile, commit } from './shapes/git.ts'
import { issueOf, pull, pullInList, review } from './shapes/pull.ts'
import { team, users } from './shapes/user.ts'

const root = '/repos/{owner}/{repo}/pulls'
const one = `${root}/{pull_number}`

const homeOf = (call: Call): Repository => repositoryIn(call)

/** `owner:branch` and `branch` mean the same: there are no forks here. */
const branchOf = (name: string) => name.replace(/^[^:]+:/, '')

const list = (call: Call): Answer => {
  const home = allowed(call, 'pull_requests', 'read', 'read')
  const view = viewOf(call)
  const { query, world } = call
  const state = query.get('state') ?? 'open'
  const [head, base] = [query.get('head'), query.get('base')]
  const found = pullsOf(world.state, home.id).filter(each => {
    if (state !== 'all' && issueOf(view, each).state !== state) return false
    return (!head || each.headRef === branchOf(head)) && (!base || each.baseRef === base)
  })
  const by = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
  const key = (each: PullRequest) => Date.parse(issueOf(view, each)[by])
  const ascending = found.toSorted((a, b) => key(a) - key(b) || a.id - b.id)
  // newest first when sorted by creation, which is the default; oldest first otherwise, unless told
  const descending = (query.get('direction') ?? (query.get('sort') ? 'asc' : 'desc')) === 'desc'
  return page(call, descending ? ascending.toReversed() : ascending, each => pullInList(view, each))
}

const create = (call: Call): Answer => {
  const { world, actor, body } = call
  const home = homeOf(call)
  const [title, head, base] = [text(body, 'title'), text(body, 'head'), text(body, 'base')]
  if (!title) return invalid('PullRequest', 'title', 'missing_field')
  if (!head || !base) return invalid('PullRequest', head ? 'base' : 'head', 'missing_field')
  const more = present({ body: text(body, 'body'), draft: flag(body, 'draft') })
  const made = createPull(world, actor, home.id, { title, head: branchOf(head), base, ...more })
  return created(pull(viewOf(call), made))
}

const update = (call: Call): Answer => {
  const { world, actor, body } = call
  const state = (['open', 'closed'] as const).find(each => each === text(body, 'state'))
  const base = text(body, 'base')
  const home = repositoryIn(call)
  if (base !== undefined && !home.refs.has(`refs/heads/${base}`)) {
    return invalid('PullRequest', 'base', 'invalid', { message: `Proposed base branch '${base}' was not found` })
  }
  const changes = present({ title: text(body, 'title'), body: text(body, 'body'), base, state })
  return ok(pull(viewOf(call), updatePull(world, actor, pullIn(call).id, changes)))
}

const merge = (call: Call): Answer => {
  const { world, actor, body } = call
  const found = pullIn(call)
  const method = text(body, 'merge_method') ?? 'merge'
  if (method === 'rebase') return refused(405, 'Rebase merges are not allowed on this repository.')
  if (issueOf(viewOf(call), found).state === 'closed') return refused(405, 'Pull Request is not mergeable')
  const options = present({
    expectedHeadOid: text(body, 'sha'),
    title: text(body, 'commit_title'),
    message: text(body, 'commit_message'),
  })
  const merged = mergePull(world, actor, found.id, { method: method === 'squash' ? 'squash' : 'merge', ...options })
  return ok({ sha: merged.mergeCommitOid ?? '', merged: true, message: 'Pull Request successfully merged' })
}

const files = (call: Call): Answer => {
  const found = pullIn(call)
  const home = homeOf(call)
  const changes = withRenames(compare(call.world.state, home.id, found.baseOid, found.headOid).files)
  return page(call, changes, each => changedFile(viewOf(call), home, found.headOid, each))
}

const commitsOf = (call: Call): Answer => {
  const found = pullIn(call)
  const home = homeOf(call)
  const { commits } = compare(call.world.state, home.id, found.baseOid, found.headOid)
  return page(call, commits, each => commit(viewOf(call), home, each))
}

/** Ids of the people and teams a body names. */
const reviewersAsked = (call: Call) => {
  const slugs = texts(call.body, 'team_reviewers', 'slug') ?? []
  const teams = teamsOf(call.world.state, homeOf(call).ownerId).filter(each => slugs.includes(each.slug))
  return { userIds: idsOf(call, texts(call.body, 'reviewers', 'login') ?? []), teamIds: teams.map(each => each.id) }
}

const ask = (call: Call): Answer => {
  const found = pullIn(call)
  requestReviews(call.world, call.actor, found.id, { ...reviewersAsked(call), union: true })
  return created(pullInList(viewOf(call), found))
}

const unask = (call: Call): Answer => {
  const found = pullIn(call)
  removeReviewRequests(call.world, call.actor, found.id, reviewersAsked(call))
  return ok(pullInList(viewOf(call), found))
}

const asked = (call: Call): Answer => {
  const { requestedReviewerIds, requestedTeamIds } = pullIn(call)
  const teams = requestedTeamIds.flatMap(id => call.world.state.teams.get(id) ?? [])
  return ok({ users: users(viewOf(call), requestedReviewerIds), teams: teams.map(each => team(viewOf(call), each)) })
}

const verdicts = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const

const isVerdict = (value: string | undefined): value is keyof typeof verdicts =>
  value !== undefined && value in verdicts

const judge = (call: Call): Answer => {
  const found = pullIn(call)
  const event = text(call.body, 'event')
  if (event !== undefined && !isVerdict(event))
    return refused(422, 'Unprocessable Entity', {
      errors: [`Variable $event of type PullRequestReviewEvent was provided invalid value`],
    })
  const state = event === undefined ? 'PENDING' : verdicts[event]
  const said = addReview(call.world, call.actor, found.id, { state, ...present({ body: text(call.body, 'body') }) })
  return ok(review(viewOf(call), found, said))
}

const reviewIn = (call: Call): Answer => {
  const found = pullIn(call)
  const id = numberIn(call, 'review_id')
  const said = found.reviews.find(each => each.id === id)
  if (!said) throw missing()
  return ok(review(viewOf(call), found, said))
}

/** 204 when merged, 404 when not. */
const isMerged = (call: Call): Answer => {
  if (!pullIn(call).merged) throw missing()
  return { status: 204 }
}

/** The pull requests whose head holds a commit. */
const ofCommit = (call: Call): Answer => {
  const home = allowed(call, 'pull_requests', 'read', 'read')
  const sha = call.params.commit_sha ?? ''
  const holds = (each: PullRequest) =>
    each.headOid === sha ||
    each.mergeCommitOid === sha ||
    refOid(call.world.state, home.id, `refs/heads/${each.headRef}`) === sha
  return page(call, pullsOf(call.world.state, home.id).filter(holds), each => pullInList(viewOf(call), each))
}

/** Pull requests within one repository. */
export const pulls = [
  get(root, list, { reads: 'list' }),
  post(root, create, { creates: true }),
  get(one, call => ok(pull(viewOf(call), pullIn(call)))),
  patch(one, update),
  get(`${one}/merge`, isMerged),
  put(`${one}/merge`, merge),
  get(`${one}/files`, files, { reads: 'list' }),
  get(`${one}/commits`, commitsOf, { reads: 'list' }),
  get(`${one}/requested_reviewers`, asked, { reads: 'list' }),
  post(`${one}/requested_reviewers`, ask, { creates: true }),
  remove(`${one}/requested_reviewers`, unask),
  get(`${one}/reviews`, call => page(call, pullIn(call).reviews, each => review(viewOf(call), pullIn(call), each)), {
    reads: 'list',
  }),
  post(`${one}/reviews`, judge, { creates: true }),
  get(`${one}/reviews/{review_id}`, reviewIn),
  get('/repos/{owner}/{repo}/commits/{commit_sha}/pulls', ofCommit, { reads: 'list' }),
]
