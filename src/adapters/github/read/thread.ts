import { createHash } from 'node:crypto'
import type { Timestamp } from '../../../domain/terms/timestamp.ts'
import { type IssueView, type Item, windowSeconds } from '../../../domain/view/snapshot.ts'
import { actorOf, botLogin } from '../client/actor.ts'
import { isComplete, type Listed, nodesOf, type Page, type RawItem, type Thread } from '../client/answer-parts.ts'
import { fieldsOf } from '../client/checked.ts'
import type { GitHub } from '../client/client.ts'
import { askNarrower, fullPage, isGivenUp } from '../client/narrower.ts'
import { earlierQuery } from './query.ts'
import { threadCheck } from './shape/thread.ts'

/** From when on a thread is looked at; with no ledger yet, everything counts. */
export const windowOf = (watermark: Timestamp | null): number =>
  watermark === null ? Number.NEGATIVE_INFINITY : Date.parse(watermark) - windowSeconds * 1000

/** A page's thread within the window, oldest first, whether it took more than one page, and whether all of it came. */
export type ThreadRead = { readonly items: readonly Item[]; readonly paged: boolean; readonly whole: boolean }

type Reading = { readonly page: Pick<Page, 'id' | 'url'>; threads: readonly Thread[] }

// One thread's page holds a hundred items: five thousand in a window is no conversation between people.
const mostPages = 50
const threadsPerQuery = 10

/** The threads of these pages from `since` on: the newest part came with the incident, more is read where more is new. */
export const readThreads = async (
  github: GitHub,
  pages: readonly Page[],
  since: number,
  most = fullPage,
): Promise<ReadonlyMap<string, ThreadRead>> => {
  const readings: Reading[] = pages.map(page => ({ page, threads: page.timelineItems ? [page.timelineItems] : [] }))
  let size = most
  for (let round = 0; round < mostPages; round += 1) {
    const open = readings.filter(reading => isUncovered(reading, since))
    if (open.length === 0) break
    size = await readEarlier(github, open.slice(0, threadsPerQuery), size)
    if (size === 0) break
  }
  return new Map(readings.map(reading => [reading.page.id, finished(reading, since)]))
}

const isUncovered = ({ threads }: Reading, since: number): boolean => {
  const earliest = threads[0]
  if (earliest === undefined || !earliest.pageInfo.hasPreviousPage) return false
  const oldest = nodesOf(earliest).find(isListed)
  return oldest === undefined || Date.parse(oldest.createdAt) >= since
}

/** Puts the page before in front of each of these threads. Returns how long a page GitHub gave; 0: it did not give all of them. */
const readEarlier = async (github: GitHub, open: readonly Reading[], most: number): Promise<number> => {
  const variables = Object.fromEntries(
    open.flatMap(({ page, threads }, i) => [
      [`id${i}`, page.id],
      [`before${i}`, threads[0]?.pageInfo.startCursor ?? ''],
    ]),
  )
  const { answer, size } = await askNarrower(most, last =>
    github.query(earlierQuery(open.length), { ...variables, last }),
  )
  if (answer.is !== 'answered' || isGivenUp(answer)) return 0
  const data = fieldsOf(answer.data)
  const given = open.map((reading, i) => {
    const thread = threadCheck.safeParse(fieldsOf(data[`thread${i}`]).timelineItems)
    if (thread.success) reading.threads = [thread.data, ...reading.threads]
    return thread.success
  })
  return given.every(Boolean) ? size : 0
}

const finished = (reading: Reading, since: number): ThreadRead => {
  const raw = reading.threads.flatMap(nodesOf)
  return {
    items: raw.flatMap(one => itemOf(one, reading.page.url) ?? []).filter(item => lastTouched(item) >= since),
    paged: reading.threads.length > 1,
    whole: reading.threads.length > 0 && reading.threads.every(isComplete) && !isUncovered(reading, since),
  }
}

type Of<Name extends string> = Extract<Listed, { readonly __typename: Name }>

/** An old comment that was edited now says now what it says. */
const lastTouched = (item: Item): number =>
  Date.parse(item.is === 'comment' && item.editedAt !== null ? item.editedAt : item.at)

const isListed = (raw: RawItem): raw is Listed => 'createdAt' in raw

const itemOf = (raw: RawItem, page: string): Item | null => {
  if (!isListed(raw)) return null
  const by = actorOf(raw.__typename === 'IssueComment' ? raw.author : raw.actor)
  const entry = { id: raw.id, at: raw.createdAt, by, url: 'url' in raw ? raw.url : page }
  switch (raw.__typename) {
    case 'IssueComment':
      return { ...entry, ...commentOf(raw) }
    case 'AssignedEvent':
    case 'UnassignedEvent':
      return { ...entry, is: raw.__typename === 'AssignedEvent' ? 'assigned' : 'unassigned', who: assigneeOf(raw) }
    case 'LabeledEvent':
    case 'UnlabeledEvent':
      return {
        ...entry,
        is: raw.__typename === 'LabeledEvent' ? 'labelled' : 'unlabelled',
        label: raw.label.name,
      }
    case 'ClosedEvent':
      return { ...entry, is: 'closed', reason: reasonOf(raw.stateReason) }
    case 'ReopenedEvent':
      return { ...entry, is: 'reopened' }
    case 'SubIssueRemovedEvent':
      return { ...entry, is: 'unlinked', child: raw.subIssue ? unlinkedOf(raw.subIssue) : null }
    case 'CommentDeletedEvent':
      return { ...entry, is: 'comment-deleted', author: actorOf(raw.deletedCommentAuthor) }
  }
}

const unlinkedOf = ({ body, author }: NonNullable<Of<'SubIssueRemovedEvent'>['subIssue']>) => ({
  body,
  author: actorOf(author),
})

type Group = NonNullable<Of<'IssueComment'>['reactionGroups']>[number]

const isSeen = (group: Group): boolean =>
  group.content === 'EYES' &&
  (group.viewerHasReacted ||
    typeof group.createdAt === 'string' ||
    ('reactors' in group && group.reactors.totalCount > 0))

const commentOf = (raw: Of<'IssueComment'>) => ({
  is: 'comment' as const,
  body: raw.body,
  editedAt: raw.lastEditedAt ?? null,
  editor: actorOf(raw.editor),
  byEmail: raw.createdViaEmail,
  minimized: raw.isMinimized,
  acknowledged: raw.reactionGroups?.some(isSeen) ?? false,
  secrets: [],
  digest: createHash('sha256').update(raw.body).digest('hex'),
})

const assigneeOf = ({ assignee }: Of<'AssignedEvent' | 'UnassignedEvent'>) =>
  assignee && 'databaseId' in assignee && typeof assignee.databaseId === 'number'
    ? { id: assignee.databaseId, login: assignee.__typename === 'Bot' ? botLogin(assignee.login) : assignee.login }
    : null

export const reasonOf = (raw: string | null | undefined): IssueView['stateReason'] => {
  switch (raw) {
    case 'COMPLETED':
      return 'completed'
    case 'NOT_PLANNED':
      return 'not-planned'
    case 'DUPLICATE':
      return 'duplicate'
    case 'REOPENED':
      return 'reopened'
    default:
      return null
  }
}
