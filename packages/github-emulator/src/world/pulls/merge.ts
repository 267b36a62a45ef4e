import { demand } from '../access.ts'
import { commitOnTop, fullBranch, mergedTree } from '../git/commits.ts'
import { commitOf } from '../git/objects.ts'
import { moveRef } from '../git/refs.ts'
import { tell } from '../issue-access.ts'
import { markClosed } from '../issue-state.ts'
import { GitHubRefusal } from '../refusal.ts'
import { fullName } from '../repositories.ts'
import { demandRules } from '../rulesets.ts'
import { closingNumbers } from '../text.ts'
import { record } from '../timeline.ts'
import type { Actor } from '../types/accounts.ts'
import type { Commit } from '../types/git.ts'
import type { Issue } from '../types/issues.ts'
import type { PullRequest } from '../types/pulls.ts'
import type { Repository } from '../types/repositories.ts'
import type { World } from '../types/world.ts'
import { stamp } from '../world.ts'
import { visiblePull } from './pulls.ts'

export type MergeWish = { expectedHeadOid?: string; title?: string; message?: string; method?: 'merge' | 'squash' }

/** Merge it: the base moves, the issues its body closes are closed, its branch goes if the repository wants so. */
export const mergePull = (world: World, actor: Actor, pullId: number, wish: MergeWish = {}): PullRequest => {
  const { pull, issue, repository } = visiblePull(world, actor, pullId)
  demand(world, actor, repository, 'contents', 'write', 'write')
  const tree = demandMergeable(world, pull, issue, wish)
  const ref = fullBranch(pull.baseRef)
  demandRules(world, actor, repository, ref, ['update'])
  const { baseOid } = pull
  const commit = mergeCommit(world, actor, repository, pull, issue, wish, tree)
  // The base has moved just now, by this very merge: what was merged is told from where it stood before.
  pull.baseOid = baseOid
  pull.merged = true
  pull.mergedAt = stamp(world)
  pull.mergedById = actor.user
  pull.mergeCommitOid = commit.oid
  record(world, actor, issue.id, { event: 'merged', commitOid: commit.oid, refName: pull.baseRef })
  issue.state = 'closed'
  issue.closedAt = stamp(world)
  issue.closedById = actor.user
  record(world, actor, issue.id, { event: 'closed', stateReason: null, closerPullId: null, commitOid: commit.oid })
  tell(world, actor, issue, 'closed')
  if (pull.baseRef === repository.defaultBranch) closeNamed(world, actor, repository, pull, issue)
  if (repository.deleteBranchOnMerge) deleteHead(world, actor, repository, pull, issue)
  return pull
}

const demandMergeable = (world: World, pull: PullRequest, issue: Issue, { expectedHeadOid }: MergeWish): string => {
  const no = (message: string) => new GitHubRefusal(405, 'UNPROCESSABLE', message)
  if (pull.merged || issue.state === 'closed') throw no('Pull Request is not mergeable')
  if (pull.draft) throw no('Pull Request is still a draft')
  if (expectedHeadOid !== undefined && expectedHeadOid !== pull.headOid) {
    throw new GitHubRefusal(409, 'UNPROCESSABLE', 'Head branch was modified. Review and try the merge again.')
  }
  const tree = mergedTree(world, pull.repositoryId, pull.baseOid, pull.headOid)
  if (tree === null) throw no('Pull Request is not mergeable')
  return tree
}

const mergeCommit = (
  world: World,
  actor: Actor,
  repository: Repository,
  pull: PullRequest,
  issue: Issue,
  wish: MergeWish,
  tree: string,
): Commit => {
  const owner = fullName(world.state, repository).split('/')[0]
  const squash = wish.method === 'squash'
  const merged = `Merge pull request #${issue.number} from ${owner}/${pull.headRef}`
  const title = wish.title ?? (squash ? `${issue.title} (#${issue.number})` : merged)
  const body =
    wish.message ?? (squash ? (commitOf(world.state, repository.id, pull.headOid)?.message ?? '') : issue.title)
  const message = body === '' ? title : `${title}\n\n${body}`
  const parents = squash ? [pull.baseOid] : [pull.baseOid, pull.headOid]
  return commitOnTop(world, actor, repository, fullBranch(pull.baseRef), { tree, parents, message, signed: true })
}

const closeNamed = (world: World, actor: Actor, repository: Repository, pull: PullRequest, issue: Issue): void => {
  for (const number of closingNumbers(issue.body, fullName(world.state, repository))) {
    const named = world.state.issues.get(world.state.numbers.get(repository.id)?.get(number) ?? 0)
    if (named && named.pullId === null && named.state === 'open') {
      markClosed(world, actor, named, 'completed', { pullId: pull.id })
    }
  }
}

const deleteHead = (world: World, actor: Actor, repository: Repository, pull: PullRequest, issue: Issue): void => {
  const ref = fullBranch(pull.headRef)
  if (!repository.refs.has(ref) || pull.headRef === repository.defaultBranch) return
  record(world, actor, issue.id, { event: 'head_ref_deleted', refName: pull.headRef })
  moveRef(world, actor, repository, ref, null)
}
