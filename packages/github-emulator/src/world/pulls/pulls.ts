import { demand } from '../access.ts'
import { accountById } from '../accounts.ts'
import { fullBranch } from '../git/commits.ts'
import { compare } from '../git/history.ts'
import { tell, visibleIssue } from '../issue-access.ts'
import { closeIssue, reopenIssue } from '../issue-state.ts'
import { placeIssue, updateIssue } from '../issues.ts'
import { mailFollowers } from '../mail.ts'
import { nodeId } from '../node-ids.ts'
import { crossReference } from '../references.ts'
import { GitHubRefusal, type RefusalDetail } from '../refusal.ts'
import { fullName, repositoryById } from '../repositories.ts'
import { demandBody, demandTitle } from '../text.ts'
import { record } from '../timeline.ts'
import type { Actor } from '../types/accounts.ts'
import type { Issue } from '../types/issues.ts'
import type { PullRequest } from '../types/pulls.ts'
import type { Repository } from '../types/repositories.ts'
import type { World, WorldState } from '../types/world.ts'
import { nextId } from '../world.ts'

export type NewPull = { title: string; body?: string; head: string; base: string; draft?: boolean }

/** By number. */
export const pullsOf = (state: WorldState, repositoryId: number): PullRequest[] =>
  [...state.pulls.values()].filter(pull => pull.repositoryId === repositoryId)

export const issueOfPull = (state: WorldState, pull: PullRequest): Issue => {
  const issue = state.issues.get(pull.issueId)
  if (!issue) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  return issue
}

/** Ask for a merge of a branch that has commits its base has not; one open request a pair of branches. */
export const createPull = (world: World, actor: Actor, repositoryId: number, wanted: NewPull): PullRequest => {
  const repository = repositoryById(world.state, repositoryId)
  demand(world, actor, repository, 'pull_requests', 'write', 'read')
  if (actor.kind === 'actions-token' && !repository.actionsMayCreatePulls) {
    const message = 'GitHub Actions is not permitted to create or approve pull requests.'
    throw new GitHubRefusal(403, 'FORBIDDEN', message)
  }
  demandTitle(wanted.title, 'PullRequest')
  demandBody(wanted.body ?? '', 'PullRequest')
  const branches = demandBranches(world.state, repository, wanted)
  const id = nextId(world, 'pull')
  const pull = { id, nodeId: nodeId('PullRequest', id) }
  const issue = placeIssue(world, actor, repository, { title: wanted.title, body: wanted.body ?? '', pull })
  const placed = placePull(world, issue, { ...pull, ...branches, draft: wanted.draft ?? false })
  tell(world, actor, issue, 'opened')
  crossReference(world, actor, issue, issue.body)
  mailFollowers(world, actor, { issue, body: issue.body })
  return placed
}

type Branches = Pick<PullRequest, 'headRef' | 'baseRef' | 'headOid' | 'baseOid'>

const placePull = (
  world: World,
  issue: Issue,
  given: Branches & { id: number; nodeId: string; draft: boolean },
): PullRequest => {
  const pull: PullRequest = {
    ...given,
    issueId: issue.id,
    repositoryId: issue.repositoryId,
    merged: false,
    mergedAt: null,
    mergedById: null,
    mergeCommitOid: null,
    requestedReviewerIds: [],
    requestedTeamIds: [],
    reviews: [],
  }
  world.state.pulls.set(given.id, pull)
  return pull
}

const demandBranches = (state: WorldState, repository: Repository, wanted: NewPull): Branches => {
  const owner = accountById(state, repository.ownerId)?.login ?? 'ghost'
  const headRef = wanted.head.replace(new RegExp(`^${owner}:`, 'i'), '').replace(/^refs\/heads\//, '')
  const baseRef = wanted.base.replace(/^refs\/heads\//, '')
  const headOid = repository.refs.get(fullBranch(headRef))
  const baseOid = repository.refs.get(fullBranch(baseRef))
  if (headOid === undefined || baseOid === undefined) {
    const field = headOid === undefined ? 'head' : 'base'
    const blank = field === 'head' ? 'Head ref must be a branch' : 'Base ref must be a branch'
    throw invalid({ resource: 'PullRequest', field, code: 'invalid' }, blank)
  }
  const comparison = compare(state, repository.id, baseOid, headOid)
  if (comparison.aheadBy === 0) throw custom(`No commits between ${baseRef} and ${headRef}`)
  if (comparison.mergeBase === null) throw custom(`The ${baseRef} branch has no history in common with ${headRef}`)
  if (openPull(state, repository.id, headRef, baseRef))
    throw custom(`A pull request already exists for ${owner}:${headRef}.`)
  return { headRef, baseRef, headOid, baseOid }
}

const openPull = (state: WorldState, repositoryId: number, headRef: string, baseRef: string): PullRequest | null => {
  const same = (pull: PullRequest) => pull.headRef === headRef && pull.baseRef === baseRef
  return pullsOf(state, repositoryId).find(pull => same(pull) && issueOfPull(state, pull).state === 'open') ?? null
}

const custom = (message: string): GitHubRefusal =>
  invalid({ resource: 'PullRequest', code: 'custom', message }, message)

const invalid = (detail: RefusalDetail, graphql: string): GitHubRefusal =>
  new GitHubRefusal(422, 'UNPROCESSABLE', 'Validation Failed', { errors: [detail], graphql })

export const visiblePull = (
  world: World,
  actor: Actor,
  pullId: number,
): { pull: PullRequest } & ReturnType<typeof visibleIssue> => {
  const pull = world.state.pulls.get(pullId)
  if (!pull) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  return { pull, ...visibleIssue(world, actor, pull.issueId) }
}

export type PullChanges = { title?: string; body?: string; base?: string; state?: 'open' | 'closed' }

export const updatePull = (world: World, actor: Actor, pullId: number, changes: PullChanges): PullRequest => {
  const { pull, issue, repository } = visiblePull(world, actor, pullId)
  demand(world, actor, repository, 'pull_requests', 'write', issue.authorId === actor.user ? 'read' : 'write')
  const { base, state, ...text } = changes
  updateIssue(world, actor, issue.id, text)
  if (base !== undefined && base !== pull.baseRef) rebase(world, actor, pull, issue, base)
  if (state === 'closed') closePull(world, actor, pullId)
  if (state === 'open') reopenPull(world, actor, pullId)
  return pull
}

const rebase = (world: World, actor: Actor, pull: PullRequest, issue: Issue, base: string): void => {
  const oid = repositoryById(world.state, pull.repositoryId).refs.get(fullBranch(base))
  if (oid === undefined)
    throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' }, 'Base ref must be a branch')
  const from = pull.baseRef
  pull.baseRef = base
  pull.baseOid = oid
  tell(world, actor, issue, 'edited', { changes: { base: { ref: { from } } } })
}

export const closePull = (world: World, actor: Actor, pullId: number): PullRequest => {
  const { pull, issue } = visiblePull(world, actor, pullId)
  closeIssue(world, actor, issue.id)
  return pull
}

/** Only while its branch is there, it was not merged, and no other request took its place. */
export const reopenPull = (world: World, actor: Actor, pullId: number): PullRequest => {
  const { pull, issue, repository } = visiblePull(world, actor, pullId)
  if (issue.state === 'open') return pull
  const head = repository.refs.get(fullBranch(pull.headRef))
  const rival = openPull(world.state, repository.id, pull.headRef, pull.baseRef)
  const owner = fullName(world.state, repository).split('/')[0]
  if (pull.merged || head === undefined) throw custom('state cannot be changed. The pull request cannot be reopened.')
  if (rival)
    throw custom(
      `state cannot be changed. There is already an open pull request from ${owner}:${pull.headRef} to ${pull.baseRef}.`,
    )
  pull.headOid = head
  reopenIssue(world, actor, issue.id)
  return pull
}

export const setDraft = (world: World, actor: Actor, pullId: number, draft: boolean): PullRequest => {
  const { pull, issue, repository } = visiblePull(world, actor, pullId)
  demand(world, actor, repository, 'pull_requests', 'write', issue.authorId === actor.user ? 'read' : 'write')
  if (pull.draft === draft) return pull
  pull.draft = draft
  record(world, actor, issue.id, { event: draft ? 'convert_to_draft' : 'ready_for_review' })
  tell(world, actor, issue, draft ? 'converted_to_draft' : 'ready_for_review')
  return pull
}
