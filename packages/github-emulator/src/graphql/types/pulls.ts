import { authorAssociation } from '../../world/access.ts'
import { mergedTree } from '../../world/git/commits.ts'
import { changesBetween, compare } from '../../world/git/history.ts'
import { commitOf } from '../../world/git/objects.ts'
import { fullName, repositoryById } from '../../world/repositories.ts'
import { closingNumbers } from '../../world/text.ts'
import type { Issue } from '../../world/types/issues.ts'
import type { CheckRun, PullRequest, Review } from '../../world/types/pulls.ts'
import type { World, WorldState } from '../../world/types/world.ts'
import { issuePath, repositoryPath } from '../addresses.ts'
import { page } from '../connection.ts'
import type { Context } from '../context.ts'
import { erase, type Fields, node } from '../fields.ts'
import { actorNode } from './accounts.ts'
import { gitNode, refNode, stateOfPull } from './git.ts'
import { issueNode, repositoryNode } from './nodes.ts'
import { thread } from './threads.ts'

const half = (state: WorldState, pull: PullRequest): Issue => {
  const issue = state.issues.get(pull.issueId)
  if (!issue) throw new Error(`pull request ${pull.id} has lost its issue`)
  return issue
}

/** Everything a pull request has as a conversation is asked of its issue half. */
const conversation: Fields<PullRequest> = Object.fromEntries(
  Object.entries(thread).map(([name, field]) => [
    name,
    (pull, args, context, info) => field(half(context.world.state, pull), args, context, info),
  ]),
)

const pull: Fields<PullRequest> = {
  ...conversation,
  id: it => it.nodeId,
  databaseId: it => it.id,
  fullDatabaseId: it => String(it.id),
  state: (it, _, { world }) => stateOfPull(world.state, it.id),
  merged: it => it.merged,
  mergedAt: it => it.mergedAt,
  mergedBy: (it, _, context) => actorNode(context, it.mergedById),
  mergeCommit: (it, _, { world }) =>
    gitNode(
      it.repositoryId,
      it.mergeCommitOid === null ? null : commitOf(world.state, it.repositoryId, it.mergeCommitOid),
    ),
  isDraft: it => it.draft,
  isCrossRepository: () => false,
  maintainerCanModify: () => false,
  mergeable: (it, _, { world }) => mergeableOf(world, it),
  headRefName: it => it.headRef,
  headRefOid: it => it.headOid,
  headRef: (it, _, context) => branch(context, it, it.headRef),
  headRepository: (it, _, context) => repositoryNode(context, it.repositoryId),
  baseRefName: it => it.baseRef,
  baseRefOid: it => it.baseOid,
  baseRef: (it, _, context) => branch(context, it, it.baseRef),
  baseRepository: (it, _, context) => repositoryNode(context, it.repositoryId),
  permalink: (it, _, context) => context.htmlUrl + issuePath(context, half(context.world.state, it)),
  changedFiles: (it, _, { world }) => {
    const { mergeBase } = compare(world.state, it.repositoryId, it.baseOid, it.headOid)
    return changesBetween(world.state, it.repositoryId, mergeBase, it.headOid).length
  },
  commits: (it, args, { world }) => {
    const { commits } = compare(world.state, it.repositoryId, it.baseOid, it.headOid)
    return page(
      'commits',
      commits,
      args,
      one => one.oid,
      one => ({ commit: gitNode(it.repositoryId, one) }),
    )
  },
  files: (it, args, { world }) => {
    const { files } = compare(world.state, it.repositoryId, it.baseOid, it.headOid)
    const kinds = { added: 'ADDED', modified: 'MODIFIED', removed: 'DELETED' }
    return page(
      'files',
      files,
      args,
      one => one.path,
      one => ({ path: one.path, changeType: kinds[one.status] }),
    )
  },
  reviews: (it, args) => {
    const wanted = it.reviews.filter(review => args.states?.includes(review.state) ?? true)
    return page(
      'reviews',
      wanted,
      args,
      review => review.id,
      review => node('PullRequestReview', { pull: it, review }),
    )
  },
  // "A list of latest reviews per user": one that is still being written is not shown
  latestReviews: (it, args) => {
    const submitted = it.reviews.filter(review => review.state !== 'PENDING')
    const last = new Map(submitted.map(review => [review.authorId, review]))
    return page(
      'latestReviews',
      [...last.values()],
      args,
      review => review.id,
      review => node('PullRequestReview', { pull: it, review }),
    )
  },
  reviewRequests: (it, args, context) => {
    const users = it.requestedReviewerIds.map(id => ({ key: `U${id}`, requestedReviewer: actorNode(context, id) }))
    const teams = it.requestedTeamIds.map(id => ({
      key: `T${id}`,
      requestedReviewer: node('Team', context.world.state.teams.get(id)),
    }))
    return page(
      'reviewRequests',
      [...users, ...teams],
      args,
      one => one.key,
      one => ({
        requestedReviewer: one.requestedReviewer,
        asCodeOwner: false,
        pullRequest: node('PullRequest', it),
      }),
    )
  },
  reviewDecision: it => decision(it),
  closingIssuesReferences: (it, args, context) => {
    const { state } = context.world
    const name = fullName(state, repositoryById(state, it.repositoryId))
    const issues = closingNumbers(half(state, it).body, name).flatMap(number => {
      const id = state.numbers.get(it.repositoryId)?.get(number)
      return id === undefined ? [] : (state.issues.get(id) ?? [])
    })
    return page(
      'closingIssuesReferences',
      issues,
      args,
      one => one.id,
      one => issueNode(context, one),
    )
  },
}

const branch = ({ refs }: Context, { repositoryId }: PullRequest, name: string): unknown => {
  const ref = `refs/heads/${name}`
  return refNode(repositoryId, ref, refs.repositories.get(repositoryId)?.refs.get(ref))
}

const mergeableOf = (world: World, pull: PullRequest): string => {
  if (pull.merged || half(world.state, pull).state === 'closed') return 'UNKNOWN'
  return mergedTree(world, pull.repositoryId, pull.baseOid, pull.headOid) === null ? 'CONFLICTING' : 'MERGEABLE'
}

/** Each reviewer's last judgement counts. */
const decision = ({ reviews, requestedReviewerIds, requestedTeamIds }: PullRequest): string | null => {
  const last = new Map(reviews.filter(one => one.state !== 'COMMENTED').map(one => [one.authorId, one.state]))
  if ([...last.values()].includes('CHANGES_REQUESTED')) return 'CHANGES_REQUESTED'
  if ([...last.values()].includes('APPROVED')) return 'APPROVED'
  return requestedReviewerIds.length + requestedTeamIds.length > 0 ? 'REVIEW_REQUIRED' : null
}

type ReviewSource = { readonly pull: PullRequest; readonly review: Review }

const review: Fields<ReviewSource> = {
  id: ({ review }) => review.nodeId,
  databaseId: ({ review }) => review.id,
  fullDatabaseId: ({ review }) => String(review.id),
  state: ({ review }) => review.state,
  body: ({ review }) => review.body,
  author: ({ review }, _, context) => actorNode(context, review.authorId),
  authorAssociation: ({ pull, review }, _, { world }) =>
    authorAssociation(world.state, repositoryById(world.state, pull.repositoryId), review.authorId),
  createdAt: ({ review }) => review.submittedAt,
  submittedAt: ({ review }) => review.submittedAt,
  updatedAt: ({ review }) => review.submittedAt,
  lastEditedAt: () => null,
  viewerDidAuthor: ({ review }, _, { viewer }) => review.authorId === viewer.user,
  commit: ({ pull, review }, _, { world }) =>
    gitNode(pull.repositoryId, commitOf(world.state, pull.repositoryId, review.commitOid)),
  pullRequest: ({ pull }) => node('PullRequest', pull),
  repository: ({ pull }, _, context) => repositoryNode(context, pull.repositoryId),
  url: ({ pull, review }, _, context) =>
    `${context.htmlUrl}${issuePath(context, half(context.world.state, pull))}#pullrequestreview-${review.id}`,
}

const checkRun: Fields<CheckRun> = {
  id: it => it.nodeId,
  databaseId: it => it.id,
  name: it => it.name,
  status: it => it.status.toUpperCase(),
  conclusion: it => it.conclusion?.toUpperCase() ?? null,
  startedAt: it => it.startedAt,
  completedAt: it => it.completedAt,
  detailsUrl: it => it.detailsUrl,
  externalId: it => it.externalId,
  title: it => it.output.title,
  summary: it => it.output.summary,
  text: it => it.output.text,
  repository: (it, _, context) => repositoryNode(context, it.repositoryId),
  url: (it, _, context) => `${context.htmlUrl}${repositoryPath(context, it.repositoryId)}/runs/${it.id}`,
  permalink: (it, _, context) => `${context.htmlUrl}${repositoryPath(context, it.repositoryId)}/runs/${it.id}`,
}

export const pullTypes = {
  PullRequest: erase(pull),
  PullRequestReview: erase(review),
  CheckRun: erase(checkRun),
}
