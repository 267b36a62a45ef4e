import { postMortemBranch, postMortemPath } from '../../../domain/events/location.ts'
import type { IncidentRef } from '../../../domain/terms/incident-ref.ts'
import type { BranchView, PullView, Snapshot } from '../../../domain/view/snapshot.ts'
import { actorOf } from '../client/actor.ts'
import {
  type BlobFile,
  type Branch,
  blobOf,
  isComplete,
  nodesOf,
  type Pulls,
  type Reviewer,
} from '../client/answer-parts.ts'
import { fieldsOf } from '../client/checked.ts'
import type { GitHub } from '../client/client.ts'
import { isCommitOfOurs } from '../ledger/read-ledger.ts'
import { roundsQuery, usualRounds } from './query.ts'
import { branchCheck, pullsCheck } from './shape/pulls.ts'

type Round = { readonly branch: BranchView | null; readonly pulls: readonly PullView[]; readonly whole: boolean }
type PostMortemRead = Snapshot['postMortem'] & { readonly whole: boolean }

/**
 * What the query asks for these rounds, by exact name: `refs(query:)` looks for a part of the name, so that incident 4
 * would bring 40 to 49. Pull requests are asked for beside the branch, which may be deleted once merged.
 */
export const roundVariables = (number: number, first: number, last: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    between(first, last).flatMap(k => [
      [`branch${k}`, `refs/heads/${postMortemBranch(number, k)}`],
      [`head${k}`, postMortemBranch(number, k)],
    ]),
  )

const between = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** The incident's post-mortems: those of the usual read, and further ones only if the last of these is there. */
export const readPostMortem = async (
  github: GitHub,
  where: IncidentRef,
  raw: Readonly<Record<string, unknown>>,
  ours: readonly number[],
): Promise<PostMortemRead> => {
  // Left out of the query for a token that may not see them.
  const pulls = 'pulls1' in raw
  const rounds = between(1, usualRounds).map(k => roundOf(raw, where.number, k, ours, pulls))
  for (let last = usualRounds; hasAny(rounds.at(-1)); last += 20) {
    const { owner, repo, number } = where
    const variables = roundVariables(number, last + 1, last + 20)
    const answer = await github.query(roundsQuery(last + 1, last + 20), {
      owner,
      repo,
      postMortem: postMortemPath(number),
      pulls,
      ...variables,
    })
    const more = answer.is === 'answered' ? fieldsOf(fieldsOf(answer.data).repository) : {}
    rounds.push(...between(last + 1, last + 20).map(k => roundOf(more, number, k, ours, pulls)))
  }
  return {
    branches: rounds.flatMap(round => round.branch ?? []),
    pulls: rounds.flatMap(round => round.pulls),
    whole: rounds.every(round => round.whole),
  }
}

const hasAny = (round: Round | undefined): boolean =>
  round !== undefined && (round.branch !== null || round.pulls.length > 0)

const roundOf = (
  raw: Readonly<Record<string, unknown>>,
  number: number,
  k: number,
  ours: readonly number[],
  isShown: boolean,
): Round => {
  const branch = branchCheck.nullable().safeParse(raw[`branch${k}`])
  const pulls = pullsCheck.safeParse(isShown ? raw[`pulls${k}`] : { nodes: [] })
  return {
    branch: branch.data ? branchView(postMortemBranch(number, k), branch.data, ours) : null,
    pulls: pullsOf(pulls.data),
    whole: branch.success && pulls.success && isComplete(pulls.data),
  }
}

const branchView = (name: string, { target }: Branch, ours: readonly number[]): BranchView | null => {
  if (!target) return null
  const file = 'file' in target ? target.file : null
  return { name, oid: target.oid, ours: isCommitOfOurs(target, ours), text: textOf(file) }
}

const textOf = (file: BlobFile): string | null => {
  const blob = blobOf(file)
  return blob?.isTruncated === false ? (blob.text ?? null) : null
}

const pullsOf = (raw: Pulls | undefined): readonly PullView[] =>
  nodesOf(raw)
    // A fork may have a branch of the same name.
    .filter(pull => !pull.isCrossRepository)
    .map(({ id, number, url, state, createdAt, closedAt, headRefName, reviewRequests, latestReviews, ...pull }) => ({
      id,
      number,
      url,
      createdAt,
      closedAt: closedAt ?? null,
      branch: headRefName,
      author: actorOf(pull.author),
      text: textOf(nodesOf(pull.commits).at(-1)?.commit.file),
      state: pullStates[state],
      reviewers: [
        ...new Set([
          ...nodesOf(reviewRequests).flatMap(one => nameOf(one.requestedReviewer)),
          ...nodesOf(latestReviews).flatMap(one => actorOf(one.author)?.login ?? []),
        ]),
      ],
    }))

/** Of a person or a team; nobody else can be asked. */
const nameOf = (one: Reviewer): string | readonly never[] => {
  if (!one) return []
  return 'login' in one ? one.login : 'slug' in one ? one.slug : []
}

const pullStates = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const
