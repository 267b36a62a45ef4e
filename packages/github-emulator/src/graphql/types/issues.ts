import { subIssuesSummary } from '../../world/sub-issues.ts'
import type { Issue } from '../../world/types/issues.ts'
import type { Context } from '../context.ts'
import { erase, type Fields, node } from '../fields.ts'
import { actorNode } from './accounts.ts'
import { reasonName } from './names.ts'
import { issueNode } from './nodes.ts'
import { issuePage, thread } from './threads.ts'

const issue: Fields<Issue> = {
  ...thread,
  databaseId: it => it.id,
  fullDatabaseId: it => String(it.id),
  state: it => it.state.toUpperCase(),
  stateReason: (it, { enableDuplicate }) => reasonName(it.stateReason, enableDuplicate ?? false),
  isPinned: it => it.pinned,
  duplicateOf: (it, _, context) => linked(context, it.duplicateOfId),
  parent: (it, _, context) => linked(context, it.parentId),
  subIssues: (it, args, context) =>
    issuePage('subIssues', context.lists.issues.get(it.id)?.subIssueIds ?? [], args, context),
  subIssuesSummary: (it, _, { summaries }) => subIssuesSummary(summaries, summaries.issues.get(it.id) ?? it),
  blockedBy: (it, args, context) =>
    issuePage('blockedBy', ordered(it.blockedByIds, args.orderBy?.direction), args, context),
  blocking: (it, args, context) =>
    issuePage('blocking', ordered(it.blockingIds, args.orderBy?.direction), args, context),
  issueDependenciesSummary: (it, _, { summaries }) => {
    const open = (ids: readonly number[]) => ids.filter(id => summaries.issues.get(id)?.state === 'open').length
    const { blockedByIds, blockingIds } = summaries.issues.get(it.id) ?? it
    return {
      blockedBy: open(blockedByIds),
      blocking: open(blockingIds),
      totalBlockedBy: blockedByIds.length,
      totalBlocking: blockingIds.length,
    }
  },
  pinnedIssueComment: (it, _, context) => pinned(it, context),
}

/** The newest link first, which is the schema's default. */
const ordered = (ids: readonly number[], direction: 'ASC' | 'DESC' = 'DESC'): readonly number[] =>
  direction === 'DESC' ? ids.toReversed() : ids

const linked = (context: Context, id: number | null): unknown =>
  id === null ? null : issueNode(context, context.world.state.issues.get(id))

const pinned = (issue: Issue, context: Context): object | null => {
  const pin = issue.pinnedComment
  const comment = pin && context.world.state.comments.get(pin.commentId)
  if (!pin || !comment) return null
  return {
    id: pin.nodeId,
    pinnedAt: pin.at,
    pinnedBy: actorNode(context, pin.byId),
    issue: node('Issue', issue),
    issueComment: node('IssueComment', comment),
  }
}

export const issueTypes = { Issue: erase(issue) }
