import { demand, isAssignable } from './access.ts'
import { accountByLogin } from './accounts.ts'
import { applyAssignees, settleAssignees } from './assignees.ts'
import { editBody } from './edits.ts'
import { demandIssues, mayWriteIssue, tell, visibleIssue, writableIssue } from './issue-access.ts'
import { closeIssue, reopenIssue } from './issue-state.ts'
import { applyLabels, demandLabels, labelIdsByName, mayLabel, settleLabels } from './labels.ts'
import { mailFollowers } from './mail.ts'
import { nodeId } from './node-ids.ts'
import { crossReference } from './references.ts'
import { GitHubRefusal } from './refusal.ts'
import { repositoryById } from './repositories.ts'
import { addSubIssue, demandRoom } from './sub-issues.ts'
import { demandBody, demandTitle } from './text.ts'
import { record } from './timeline.ts'
import type { Actor } from './types/accounts.ts'
import type { Issue, StateReason } from './types/issues.ts'
import type { Repository } from './types/repositories.ts'
import type { World, WorldState } from './types/world.ts'
import { nextId, stamp } from './world.ts'

export type NewIssue = {
  title: string
  body?: string
  /** Names, as REST takes them: absent ones are created. */
  labels?: readonly string[]
  labelIds?: readonly number[]
  /** Logins, as REST takes them: one that cannot be assigned is a refusal. */
  assignees?: readonly string[]
  /** As GraphQL takes them: who cannot be assigned is dropped. */
  assigneeIds?: readonly number[]
  parentId?: number
  createdViaEmail?: boolean
}

/** An issue or the issue half of a pull request, by its number. */
export const issueByNumber = (state: WorldState, repositoryId: number, number: number): Issue | null => {
  const id = state.numbers.get(repositoryId)?.get(number)
  return id === undefined ? null : (state.issues.get(id) ?? null)
}

/** By number, pull requests among them. */
export const issuesOf = (state: WorldState, repositoryId: number): Issue[] =>
  [...(state.numbers.get(repositoryId)?.values() ?? [])].flatMap(id => state.issues.get(id) ?? [])

/** Open an issue. Without triage rights labels and assignees are dropped without a word. */
export const createIssue = (world: World, actor: Actor, repositoryId: number, wanted: NewIssue): Issue => {
  const repository = repositoryById(world.state, repositoryId)
  demand(world, actor, repository, 'issues', 'write', 'read')
  demandIssues(repository)
  demandTitle(wanted.title, 'Issue')
  demandBody(wanted.body ?? '', 'Issue')
  const trusted = mayLabel(world.state, actor, repositoryId)
  if (trusted) demandAssignable(world.state, repository, wanted.assignees ?? [])
  if (wanted.parentId !== undefined) {
    demandRoom(world.state, writableIssue(world, actor, wanted.parentId, 'triage').issue)
  }
  const named = trusted ? labelIdsByName(world, actor, repositoryId, wanted.labels ?? []) : []
  const labelIds = trusted ? [...new Set([...named, ...(wanted.labelIds ?? [])])] : []
  const assigneeIds = trusted ? [...(wanted.assigneeIds ?? []), ...idsOf(world.state, wanted.assignees ?? [])] : []
  demandLabels(world, repositoryId, labelIds)
  const issue = placeIssue(world, actor, repository, { ...wanted, body: wanted.body ?? '' })
  const tellLabels = settleLabels(world, actor, issue, labelIds)
  const tellAssignees = settleAssignees(world, actor, issue, assigneeIds)
  tell(world, actor, issue, 'opened')
  tellLabels()
  tellAssignees()
  crossReference(world, actor, issue, issue.body)
  mailFollowers(world, actor, { issue, body: issue.body })
  if (wanted.parentId !== undefined) addSubIssue(world, actor, wanted.parentId, issue.id)
  return issue
}

type Placed = { title: string; body: string; createdViaEmail?: boolean; pull?: { id: number; nodeId: string } }

/** Take the next number and lie there, without telling anyone: pull requests begin so too. */
export const placeIssue = (world: World, actor: Actor, repository: Repository, placed: Placed): Issue => {
  const id = nextId(world, 'issue')
  const now = stamp(world)
  const issue: Issue = {
    id,
    nodeId: placed.pull?.nodeId ?? nodeId('Issue', id),
    repositoryId: repository.id,
    number: repository.nextNumber++,
    pullId: placed.pull?.id ?? null,
    title: placed.title,
    body: placed.body,
    state: 'open',
    stateReason: null,
    duplicateOfId: null,
    locked: false,
    lockReason: null,
    labelIds: [],
    assigneeIds: [],
    authorId: actor.user,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    closedById: null,
    lastEditedAt: null,
    editorId: null,
    edits: [],
    createdViaEmail: placed.createdViaEmail ?? false,
    parentId: null,
    subIssueIds: [],
    blockedByIds: [],
    blockingIds: [],
    pinned: false,
    pinnedComment: null,
    reactions: [],
  }
  world.state.issues.set(id, issue)
  world.state.timelines.set(id, [])
  world.state.numbers.get(repository.id)?.set(issue.number, id)
  return issue
}

/** GitHub names everyone who cannot be assigned in one message. */
const demandAssignable = (state: WorldState, repository: Repository, logins: readonly string[]): void => {
  const bad = logins.filter(login => {
    const account = accountByLogin(state, login)
    return !account || !isAssignable(state, repository, account.id)
  })
  if (bad.length === 0) return
  const message = `assignees ${bad.join(', ')} cannot be assigned to this issue`
  const detail = { value: bad[0], resource: 'Issue', field: 'assignees', code: 'invalid', message }
  throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Validation Failed', { errors: [detail], graphql: message })
}

const idsOf = (state: WorldState, logins: readonly string[]): number[] =>
  logins.flatMap(login => accountByLogin(state, login)?.id ?? [])

export type IssueChanges = {
  title?: string
  body?: string
  labels?: readonly string[]
  labelIds?: readonly number[]
  assignees?: readonly string[]
  assigneeIds?: readonly number[]
  state?: 'open' | 'closed'
  stateReason?: StateReason
  duplicateOfId?: number
}

/** Change what is given. Who has neither written it nor may write here is refused; labels and assignees need triage. */
export const updateIssue = (world: World, actor: Actor, issueId: number, changes: IssueChanges): Issue => {
  const { issue, repository } = visibleIssue(world, actor, issueId)
  const own = issue.authorId === actor.user
  const textual = changes.title !== undefined || changes.body !== undefined
  writableIssue(world, actor, issueId, own ? 'read' : textual ? 'write' : 'triage')
  const resource = issue.pullId === null ? 'Issue' : 'PullRequest'
  if (changes.title !== undefined) demandTitle(changes.title, resource)
  if (changes.body !== undefined) demandBody(changes.body, resource)
  const trusted = mayWriteIssue(world.state, actor, issue, 'triage')
  if (trusted) demandAssignable(world.state, repository, changes.assignees ?? [])
  if (changes.title !== undefined) rename(world, actor, issue, changes.title)
  if (changes.body !== undefined) rewrite(world, actor, issue, changes.body)
  if (trusted) change(world, actor, issue, changes)
  if (changes.state === 'closed')
    closeIssue(world, actor, issueId, changes.stateReason ?? 'completed', changes.duplicateOfId)
  if (changes.state === 'open') reopenIssue(world, actor, issueId)
  return issue
}

const change = (world: World, actor: Actor, issue: Issue, changes: IssueChanges): void => {
  if (changes.labels || changes.labelIds) {
    const named = labelIdsByName(world, actor, issue.repositoryId, changes.labels ?? [])
    applyLabels(world, actor, issue, [...new Set([...named, ...(changes.labelIds ?? [])])])
  }
  if (changes.assignees || changes.assigneeIds) {
    applyAssignees(world, actor, issue, [
      ...(changes.assigneeIds ?? []),
      ...idsOf(world.state, changes.assignees ?? []),
    ])
  }
}

const rename = (world: World, actor: Actor, issue: Issue, title: string): void => {
  if (title === issue.title) return
  const from = issue.title
  issue.title = title
  record(world, actor, issue.id, { event: 'renamed', from, to: title })
  tell(world, actor, issue, 'edited', { changes: { title: { from } } })
}

const rewrite = (world: World, actor: Actor, issue: Issue, body: string): void => {
  if (body === issue.body) return
  const from = issue.body
  editBody(world, actor, issue, body)
  crossReference(world, actor, issue, body)
  tell(world, actor, issue, 'edited', { changes: { body: { from } } })
}
