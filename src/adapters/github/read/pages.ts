import type { ChildView, IncidentView, IssueView, LedgerView } from '../../../domain/view/snapshot.ts'
import { withoutSecrets } from '../../secrets/without-secrets.ts'
import { accountOf, actorOf } from '../client/actor.ts'
import { type Issue, isComplete, nodesOf, type Page } from '../client/answer-parts.ts'
import type { Cleaner } from './cleaner.ts'
import * as threads from './thread.ts'

/** An issue as it was read, with what was said there. */
export const pageOf = async (
  raw: Page,
  talk: ReadonlyMap<string, threads.ThreadRead>,
  clean: Cleaner,
): Promise<IssueView> => {
  const { id, number, url, title, body, locked, createdAt } = raw
  return {
    id,
    number,
    url,
    title,
    body,
    locked,
    createdAt,
    state: raw.state === 'OPEN' ? 'open' : 'closed',
    stateReason: threads.reasonOf(raw.stateReason),
    author: actorOf(raw.author),
    labels: nodesOf(raw.labels).map(label => label.name),
    assignees: nodesOf(raw.assignees).flatMap(one => accountOf(one) ?? []),
    thread: await Promise.all((talk.get(id)?.items ?? []).map(clean.item)),
  }
}

export const blocked = (step: {
  blockedBy?: Parameters<typeof nodesOf<{ id: string }>>[0]
}): Pick<ChildView, 'blockedBy'> => ({
  blockedBy: nodesOf(step.blockedBy).map(issue => issue.id),
})

export const incidentOf = async (
  raw: Issue,
  page: IssueView,
  board: IncidentView['board'],
  ledger: LedgerView,
): Promise<IncidentView> => {
  // What the form says is taken into the ledger at declaration, once.
  const { text, found } = ledger.state === 'ready' ? { text: page.body, found: [] } : await withoutSecrets(page.body)
  return {
    ...page,
    body: text,
    secrets: found,
    lastEditedAt: raw.lastEditedAt ?? null,
    pinnedComment: raw.pinnedIssueComment?.issueComment.id ?? null,
    board,
  }
}

export const isWholePage = (page: Page): boolean => isComplete(page.labels) && isComplete(page.assignees)

/** All pages were read: a parent has at most a hundred sub-issues, closed ones counted. */
export const isWholeIssue = (issue: Issue): boolean =>
  isWholePage(issue) && isComplete(issue.subIssues) && issue.subIssues?.pageInfo.hasNextPage === false
