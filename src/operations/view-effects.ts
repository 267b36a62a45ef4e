import { isPostMortemBranch, postMortemPath } from '../domain/events/location.ts'
import type { Person } from '../domain/terms/person.ts'
import type { ChildView, PullView, Snapshot } from '../domain/view/snapshot.ts'
import type { MadeCommit, MadeIssue, MadePull } from './answers.ts'
import { nodeOf } from './inputs.ts'
import { ourselves } from './page-effects.ts'

// What an operation changes in the view beside a page.

type Opened = {
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly assignees: readonly Person[]
}

export const withChild = (
  view: Snapshot,
  { title, body, labels, assignees }: Opened,
  { id, number, url, createdAt }: MadeIssue,
): Snapshot => {
  if (view.children.some(child => child.id === id)) return view
  const people = assignees.flatMap(({ id, login }) => {
    const node = nodeOf(view, { id, login })
    return node === null ? [] : [{ id, login, node }]
  })
  const child: ChildView = {
    id,
    number,
    url,
    title,
    body,
    createdAt,
    author: ourselves(view.us),
    labels,
    assignees: people,
    state: 'open',
    stateReason: null,
    locked: false,
    thread: [],
    blockedBy: [],
  }
  return { ...view, children: [...view.children, child] }
}

export const withBlocker = (view: Snapshot, id: string, by: string): Snapshot => ({
  ...view,
  children: view.children.map(child =>
    child.id === id && !child.blockedBy.includes(by) ? { ...child, blockedBy: [...child.blockedBy, by] } : child,
  ),
})

type Committed = { readonly branch: string; readonly head: string; readonly path: string; readonly text: string }

export const withNewLabel = (view: Snapshot, name: string, id: string): Snapshot => {
  const { labels } = view.repository
  if (labels.some(label => label.name.toLowerCase() === name.toLowerCase())) return view
  return { ...view, repository: { ...view.repository, labels: [...labels, { id, name }] } }
}

export const withBranch = (view: Snapshot, name: string, oid: string): Snapshot => {
  const { branches } = view.postMortem
  // Other branches are of no interest to a snapshot.
  if (!isPostMortemBranch(name) || branches.some(branch => branch.name === name)) return view
  const branch = { name, oid, ours: false, text: null }
  return { ...view, postMortem: { ...view.postMortem, branches: [...branches, branch] } }
}

/** Only over the head that the commit was made on: a read that shows another head is of later. */
export const withFile = (view: Snapshot, { branch, head, path, text }: Committed, { oid }: MadeCommit): Snapshot => {
  const branches = view.postMortem.branches.map(one =>
    one.name === branch && one.oid === head
      ? { ...one, oid, ours: true, text: path === postMortemPath(view.declaredOn.number) ? text : one.text }
      : one,
  )
  return { ...view, postMortem: { ...view.postMortem, branches } }
}

export const withPull = (view: Snapshot, branch: string, { id, number, url }: MadePull): Snapshot => {
  if (view.postMortem.pulls.some(pull => pull.id === id)) return view
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

export const withReviewers = (view: Snapshot, id: string, logins: readonly string[]): Snapshot => {
  const pulls = view.postMortem.pulls.map(pull =>
    pull.id === id ? { ...pull, reviewers: [...new Set([...pull.reviewers, ...logins])] } : pull,
  )
  return { ...view, postMortem: { ...view.postMortem, pulls } }
}
