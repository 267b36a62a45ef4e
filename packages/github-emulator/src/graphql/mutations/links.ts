import { addBlockedBy, removeBlockedBy } from '../../world/dependencies.ts'
import { GitHubRefusal } from '../../world/refusal.ts'
import { addSubIssue, removeSubIssue, reprioritizeSubIssue } from '../../world/sub-issues.ts'
import { issuePath } from '../addresses.ts'
import type { Context } from '../context.ts'
import { node } from '../fields.ts'
import { idOf } from '../nodes.ts'
import { mutationsOf } from './perform.ts'

const issue = (context: Context, id: number) => node('Issue', context.world.state.issues.get(id))

type Child = {
  readonly issueId: string
  readonly subIssueId?: string | null
  readonly subIssueUrl?: string | null
  readonly replaceParent?: boolean | null
}

const childOf = (context: Context, { subIssueId, subIssueUrl }: Child): number => {
  if (subIssueId) return idOf(context, subIssueId, 'Issue')
  const found = [...context.world.state.issues.values()].find(
    one => subIssueUrl === context.htmlUrl + issuePath(context, one),
  )
  if (found) return idOf(context, found.nodeId, 'Issue')
  throw new GitHubRefusal(404, 'NOT_FOUND', `Could not resolve to an Issue with the URL of '${subIssueUrl}'.`)
}

type Block = { readonly issueId: string; readonly blockingIssueId: string }

/** What hangs under what, and what waits for what. */
export const linkMutations = mutationsOf({
  addSubIssue: (input: Child, context: Context) => {
    const parentId = idOf(context, input.issueId, 'Issue')
    const childId = childOf(context, input)
    addSubIssue(context.world, context.viewer, parentId, childId, { replaceParent: input.replaceParent ?? false })
    return { issue: issue(context, parentId), subIssue: issue(context, childId) }
  },
  removeSubIssue: (input: { readonly issueId: string; readonly subIssueId: string }, context: Context) => {
    const parentId = idOf(context, input.issueId, 'Issue')
    const childId = idOf(context, input.subIssueId, 'Issue')
    removeSubIssue(context.world, context.viewer, parentId, childId)
    return { issue: issue(context, parentId), subIssue: issue(context, childId) }
  },
  reprioritizeSubIssue: (
    input: {
      readonly issueId: string
      readonly subIssueId: string
      readonly afterId?: string | null
      readonly beforeId?: string | null
    },
    context: Context,
  ) => {
    const parentId = idOf(context, input.issueId, 'Issue')
    const place = {
      ...(input.afterId ? { afterId: idOf(context, input.afterId, 'Issue') } : {}),
      ...(input.beforeId ? { beforeId: idOf(context, input.beforeId, 'Issue') } : {}),
    }
    reprioritizeSubIssue(context.world, context.viewer, parentId, idOf(context, input.subIssueId, 'Issue'), place)
    return { issue: issue(context, parentId) }
  },
  addBlockedBy: (input: Block, context: Context) => {
    const issueId = idOf(context, input.issueId, 'Issue')
    const blockingId = idOf(context, input.blockingIssueId, 'Issue')
    addBlockedBy(context.world, context.viewer, issueId, blockingId)
    return { issue: issue(context, issueId), blockingIssue: issue(context, blockingId) }
  },
  removeBlockedBy: (input: Block, context: Context) => {
    const issueId = idOf(context, input.issueId, 'Issue')
    const blockingId = idOf(context, input.blockingIssueId, 'Issue')
    removeBlockedBy(context.world, context.viewer, issueId, blockingId)
    return { issue: issue(context, issueId), blockingIssue: issue(context, blockingId) }
  },
})
