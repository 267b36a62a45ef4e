import { isPostMortemBranch, postMortemPath } from '../../../domain/events/location.ts'
import type { LedgerView, PullView, Snapshot } from '../../../domain/view/snapshot.ts'
import type { Operation } from '../../../operations/operation.ts'
import { extend, firstSegment } from '../ledger/segments.ts'
import {
  ourselves,
  withAssignee,
  withBlocker,
  withChild,
  withComment,
  withLabel,
  withoutAssignee,
  withoutLabel,
  withPage,
  withReply,
  withState,
} from './apply-optimistic-page.ts'
import type { OperationAnswer } from './operation-answer.ts'

/** An operation that GitHub has confirmed, with what it answered. */
export type Done = { readonly operation: Operation; readonly answer: OperationAnswer }

/**
 * The view with our own answers laid over it: a read may lag behind a write, and what we know to be made must not be
 * made again. Nothing changes where the read shows it already.
 */
export const lay = (snapshot: Snapshot, done: readonly Done[]): Snapshot =>
  done.reduce((view, { operation, answer }) => layOne(view, operation, answer), snapshot)

const layOne = (view: Snapshot, operation: Operation, answer: OperationAnswer): Snapshot => {
  switch (operation.do) {
    case 'open-step':
      return withChild(view, operation, answer)
    case 'post-board':
      return 'id' in answer && view.issue.board === null
        ? { ...view, issue: { ...view.issue, board: { id: answer.id, body: operation.body } } }
        : view
    case 'reply':
      return withPage(view, operation.on.id, page => withReply(page, operation.body, answer, view.us))
    case 'open-pull-request':
      return withPull(view, operation.branch, answer)
    case 'create-label':
      return withNewLabel(view, operation.label, answer)
    case 'add-label':
      return withPage(view, operation.on.id, page => withLabel(page, operation.label))
    case 'remove-label':
      return withPage(view, operation.on.id, page => withoutLabel(page, operation.label))
    case 'assign':
      return withPage(view, operation.on.id, page => withAssignee(page, operation.who, view))
    case 'unassign':
      return withPage(view, operation.on.id, page => withoutAssignee(page, operation.who))
    case 'close':
      return withPage(view, operation.on.id, page => withState(page, 'closed', operation.reason))
    case 'close-duplicate':
      return withPage(view, operation.on.id, page => withState(page, 'closed', 'duplicate'))
    case 'reopen':
      return withPage(view, operation.on.id, page => withState(page, 'open', 'reopened'))
    case 'block':
      return withBlocker(view, operation.on.id, operation.by.id)
    case 'minimise':
      return withComment(view, operation.on.id, operation.comment, { minimized: true })
    case 'create-tag':
      return { ...view, tags: { ...view.tags, [operation.name]: operation.oid } }
    case 'create-branch':
      return withBranch(view, operation.name, operation.oid)
    case 'commit-file':
      return withFile(view, operation, answer)
    case 'request-review':
      return withReviewers(
        view,
        operation.on.id,
        operation.who.map(person => person.login),
      )
    case 'edit-board':
      return view.issue.board?.id === operation.comment
        ? { ...view, issue: { ...view.issue, board: { id: operation.comment, body: operation.body } } }
        : view
    case 'pin-board':
      return { ...view, issue: { ...view.issue, pinnedComment: operation.comment } }
    case 'acknowledge':
      return withComment(view, operation.on.id, operation.comment, { acknowledged: true })
  }
}

const withNewLabel = (view: Snapshot, name: string, answer: OperationAnswer): Snapshot => {
  const { labels } = view.repository
  if (!('id' in answer) || labels.some(label => label.name.toLowerCase() === name.toLowerCase())) return view
  return { ...view, repository: { ...view.repository, labels: [...labels, { id: answer.id, name }] } }
}

const withBranch = (view: Snapshot, name: string, oid: string): Snapshot => {
  const { branches } = view.postMortem
  // Other branches are of no interest to a snapshot.
  if (!isPostMortemBranch(name) || branches.some(branch => branch.name === name)) return view
  const branch = { name, oid, ours: false, text: null }
  return { ...view, postMortem: { ...view.postMortem, branches: [...branches, branch] } }
}

/** Only over the head that the commit was made on: a read that shows another head is of later. */
const withFile = (
  view: Snapshot,
  { branch, head, path, text }: Extract<Operation, { do: 'commit-file' }>,
  answer: OperationAnswer,
): Snapshot => {
  if (!('oid' in answer)) return view
  const branches = view.postMortem.branches.map(one =>
    one.name === branch && one.oid === head
      ? { ...one, oid: answer.oid, ours: true, text: path === postMortemPath(view.issue.number) ? text : one.text }
      : one,
  )
  return { ...view, postMortem: { ...view.postMortem, branches } }
}

const withPull = (view: Snapshot, branch: string, answer: OperationAnswer): Snapshot => {
  if (!('number' in answer) || view.postMortem.pulls.some(pull => pull.id === answer.id)) return view
  const { id, number, url } = answer
  const text = view.postMortem.branches.find(one => one.name === branch)?.text ?? null
  const made = {
    author: ourselves(view.us),
    text,
    state: 'open',
    createdAt: view.now,
    closedAt: null,
    reviewers: [],
  } as const
  const pull: PullView = { id, number, url, branch, ...made }
  return { ...view, postMortem: { ...view.postMortem, pulls: [pull, ...view.postMortem.pulls] } }
}

const withReviewers = (view: Snapshot, id: string, logins: readonly string[]): Snapshot => {
  const pulls = view.postMortem.pulls.map(pull =>
    pull.id === id ? { ...pull, reviewers: [...new Set([...pull.reviewers, ...logins])] } : pull,
  )
  return { ...view, postMortem: { ...view.postMortem, pulls } }
}

type Written = Pick<Extract<LedgerView, { state: 'ready' }>, 'oid' | 'events' | 'lease' | 'commits'>

/** What a known successful commit of ours wrote, where the read is older than that commit. */
export const layLedger = (snapshot: Snapshot, written: Written): Snapshot => {
  const { ledger } = snapshot
  switch (ledger.state) {
    case 'tampered':
    case 'newer':
    case 'unreadable':
      return snapshot
    case 'absent':
    case 'fresh': {
      const last = extend(firstSegment, written.events).at(-1) ?? firstSegment
      return { ...snapshot, ledger: { state: 'ready', ...written, raw: [], last } }
    }
    case 'ready': {
      if (holds(ledger, written, snapshot)) return snapshot
      // The lines that the read lacks, as they were sent.
      const last = extend(ledger.last, written.events.slice(ledger.events.length)).at(-1) ?? ledger.last
      return { ...snapshot, ledger: { state: 'ready', ...written, raw: ledger.raw, last } }
    }
  }
}

/**
 * Does this read contain that commit? With more events it does. With as many, one of the two holds a lease that the other
 * lacks: whoever comes later keeps our leases while they run, so a read without one of them is older. To take one for
 * the other does no harm: the swap refuses what is appended on the wrong head.
 */
const holds = (ledger: Extract<LedgerView, { state: 'ready' }>, written: Written, { now }: Snapshot): boolean => {
  if (ledger.oid === written.oid || ledger.events.length > written.events.length) return true
  if (ledger.events.length < written.events.length) return false
  return written.lease.leases
    .filter(lease => Date.parse(lease.until) > Date.parse(now))
    .every(lease => ledger.lease.leases.some(one => one.run === lease.run && one.until === lease.until))
}
