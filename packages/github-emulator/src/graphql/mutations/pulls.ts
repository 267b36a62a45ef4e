import { accountByLogin } from '../../world/accounts.ts'
import { applyAssignees } from '../../world/assignees.ts'
import { type CheckRunChanges, createCheckRun, updateCheckRun } from '../../world/checks.ts'
import { applyLabels } from '../../world/labels.ts'
import { mergePull } from '../../world/pulls/merge.ts'
import { closePull, createPull, issueOfPull, reopenPull, setDraft, updatePull } from '../../world/pulls/pulls.ts'
import { addReview, requestReviews } from '../../world/pulls/reviews.ts'
import { GitHubRefusal } from '../../world/refusal.ts'
import type { CheckConclusion, CheckStatus, PullRequest, ReviewState } from '../../world/types/pulls.ts'
import type { Context } from '../context.ts'
import { node } from '../fields.ts'
import { idOf, repositoryOf } from '../nodes.ts'
import { mutationsOf } from './perform.ts'

const answer = (pull: PullRequest) => ({ pullRequest: node('PullRequest', pull) })
const pullIdOf = (context: Context, id: string) => idOf(context, id, 'PullRequest')

type Create = {
  readonly repositoryId: string
  readonly baseRefName: string
  readonly headRefName: string
  readonly title: string
  readonly body?: string | null
  readonly draft?: boolean | null
}

type Update = {
  readonly pullRequestId: string
  readonly title?: string | null
  readonly body?: string | null
  readonly baseRefName?: string | null
  readonly state?: 'OPEN' | 'CLOSED' | null
  readonly labelIds?: string[] | null
  readonly assigneeIds?: string[] | null
}

const update = (input: Update, context: Context): object => {
  const { world, viewer } = context
  const pull = updatePull(world, viewer, pullIdOf(context, input.pullRequestId), {
    ...(input.title == null ? {} : { title: input.title }),
    ...(input.body == null ? {} : { body: input.body }),
    ...(input.baseRefName == null ? {} : { base: input.baseRefName }),
    ...(input.state == null ? {} : { state: input.state === 'OPEN' ? ('open' as const) : ('closed' as const) }),
  })
  const issue = issueOfPull(world.state, pull)
  if (input.labelIds)
    applyLabels(
      world,
      viewer,
      issue,
      input.labelIds.map(id => idOf(context, id, 'Label')),
    )
  if (input.assigneeIds)
    applyAssignees(
      world,
      viewer,
      issue,
      input.assigneeIds.map(id => idOf(context, id, 'User', 'Bot')),
    )
  return answer(pull)
}

type Merge = {
  readonly pullRequestId: string
  readonly expectedHeadOid?: string | null
  readonly commitHeadline?: string | null
  readonly commitBody?: string | null
  readonly mergeMethod?: 'MERGE' | 'SQUASH' | 'REBASE' | null
}

const merge = (input: Merge, context: Context): object => {
  if (input.mergeMethod === 'REBASE') {
    throw new GitHubRefusal(405, 'UNPROCESSABLE', 'Rebase merges are not allowed on this repository.')
  }
  const pull = mergePull(context.world, context.viewer, pullIdOf(context, input.pullRequestId), {
    ...(input.expectedHeadOid == null ? {} : { expectedHeadOid: input.expectedHeadOid }),
    ...(input.commitHeadline == null ? {} : { title: input.commitHeadline }),
    ...(input.commitBody == null ? {} : { message: input.commitBody }),
    method: input.mergeMethod === 'SQUASH' ? 'squash' : 'merge',
  })
  return answer(pull)
}

type Request = { readonly pullRequestId: string; readonly union?: boolean | null } & Partial<
  Record<'userIds' | 'botIds' | 'teamIds' | 'userLogins' | 'botLogins' | 'teamSlugs', string[] | null>
>

/** Both mutations replace the earlier requests unless `union` is said. */
const request = (input: Request, context: Context): object => {
  const { state } = context.world
  const byLogin = [...(input.userLogins ?? []), ...(input.botLogins ?? [])].map(login => {
    const account = accountByLogin(state, login)
    if (account) return account.id
    throw new GitHubRefusal(404, 'NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`)
  })
  const byId = [...(input.userIds ?? []), ...(input.botIds ?? [])].map(id => idOf(context, id, 'User', 'Bot'))
  const bySlug = [...state.teams.values()].filter(team =>
    input.teamSlugs?.some(slug => slug.split('/').at(-1) === team.slug),
  )
  const teamIds = [...(input.teamIds ?? []).map(id => idOf(context, id, 'Team')), ...bySlug.map(team => team.id)]
  const requested = { userIds: [...byId, ...byLogin], teamIds, union: input.union ?? false }
  return answer(requestReviews(context.world, context.viewer, pullIdOf(context, input.pullRequestId), requested))
}

const reviewStates: Record<string, ReviewState> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
  DISMISS: 'DISMISSED',
}

const review = (
  input: { readonly pullRequestId: string; readonly event?: string | null; readonly body?: string | null },
  context: Context,
): object => {
  const pullId = pullIdOf(context, input.pullRequestId)
  const state = reviewStates[input.event ?? ''] ?? 'PENDING'
  const added = addReview(context.world, context.viewer, pullId, { state, body: input.body ?? '' })
  return {
    pullRequestReview: node('PullRequestReview', { pull: context.world.state.pulls.get(pullId), review: added }),
  }
}

type Check = {
  readonly repositoryId: string
  readonly name?: string | null
  readonly status?: string | null
  readonly conclusion?: string | null
  readonly startedAt?: string | null
  readonly completedAt?: string | null
  readonly detailsUrl?: string | null
  readonly externalId?: string | null
  readonly output?: { readonly title: string; readonly summary: string; readonly text?: string | null } | null
}

const checkChanges = (input: Check): CheckRunChanges => ({
  ...(input.name == null ? {} : { name: input.name }),
  ...(input.status == null ? {} : { status: input.status.toLowerCase() as CheckStatus }),
  ...(input.conclusion == null ? {} : { conclusion: input.conclusion.toLowerCase() as CheckConclusion }),
  ...(input.startedAt == null ? {} : { startedAt: input.startedAt }),
  ...(input.completedAt == null ? {} : { completedAt: input.completedAt }),
  ...(input.detailsUrl == null ? {} : { detailsUrl: input.detailsUrl }),
  ...(input.externalId == null ? {} : { externalId: input.externalId }),
  ...(input.output == null ? {} : { output: { text: null, ...input.output } }),
})

/** Pull requests, their reviews, and check runs. */
export const pullMutations = mutationsOf({
  createPullRequest: (input: Create, context: Context) => {
    const { id } = repositoryOf(context, input.repositoryId)
    const { title, headRefName: head, baseRefName: base } = input
    const wanted = { title, head, base, body: input.body ?? '', draft: input.draft ?? false }
    return answer(createPull(context.world, context.viewer, id, wanted))
  },
  updatePullRequest: update,
  closePullRequest: (input: { readonly pullRequestId: string }, context: Context) =>
    answer(closePull(context.world, context.viewer, pullIdOf(context, input.pullRequestId))),
  reopenPullRequest: (input: { readonly pullRequestId: string }, context: Context) =>
    answer(reopenPull(context.world, context.viewer, pullIdOf(context, input.pullRequestId))),
  mergePullRequest: merge,
  requestReviews: request,
  requestReviewsByLogin: request,
  addPullRequestReview: review,
  markPullRequestReadyForReview: (input: { readonly pullRequestId: string }, context: Context) =>
    answer(setDraft(context.world, context.viewer, pullIdOf(context, input.pullRequestId), false)),
  convertPullRequestToDraft: (input: { readonly pullRequestId: string }, context: Context) =>
    answer(setDraft(context.world, context.viewer, pullIdOf(context, input.pullRequestId), true)),
  createCheckRun: (input: Check & { readonly name: string; readonly headSha: string }, context: Context) => {
    const { id } = repositoryOf(context, input.repositoryId)
    const wanted = { ...checkChanges(input), name: input.name, headSha: input.headSha }
    return { checkRun: node('CheckRun', createCheckRun(context.world, context.viewer, id, wanted)) }
  },
  updateCheckRun: (input: Check & { readonly checkRunId: string }, context: Context) => {
    const id = idOf(context, input.checkRunId, 'CheckRun')
    return { checkRun: node('CheckRun', updateCheckRun(context.world, context.viewer, id, checkChanges(input))) }
  },
})
