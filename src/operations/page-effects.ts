import { type Actor, isSame, type Person } from '../domain/terms/person.ts'
import type { IssueView, Item, Snapshot } from '../domain/view/snapshot.ts'
import type { MadeComment } from './answers.ts'
import { nodeOf } from './inputs.ts'

// What an operation changes on one page of the view.

type Change = <P extends IssueView>(page: P) => P

/** The incident's page, or that of a step, changed. */
export const withPage = (view: Snapshot, id: string, change: Change): Snapshot => {
  if (view.issue.id === id) return { ...view, issue: change(view.issue) }
  return { ...view, children: view.children.map(child => (child.id === id ? change(child) : child)) }
}

/** We, as the author of what we have just made. */
export const ourselves = (us: Person): Actor => ({ ...us, kind: us.login.endsWith('[bot]') ? 'bot' : 'user' })

export const withReply = <P extends IssueView>(page: P, body: string, answer: MadeComment, us: Person): P => {
  if (page.thread.some(item => item.id === answer.id)) return page
  const reply: Item = {
    is: 'comment',
    id: answer.id,
    at: answer.createdAt,
    url: page.url,
    body,
    by: ourselves(us),
    editedAt: null,
    editor: null,
    byEmail: false,
    minimized: false,
    acknowledged: false,
    secrets: [],
    // nobody asks for that of our own
    digest: '',
  }
  return { ...page, thread: [...page.thread, reply] }
}

export const withLabel = <P extends IssueView>(page: P, label: string): P =>
  hasLabel(page, label) ? page : { ...page, labels: [...page.labels, label] }

export const withoutLabel = <P extends IssueView>(page: P, label: string): P =>
  hasLabel(page, label) ? { ...page, labels: page.labels.filter(one => !isLabel(one, label)) } : page

const isLabel = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const hasLabel = (page: IssueView, label: string): boolean => page.labels.some(one => isLabel(one, label))

export const withAssignee = <P extends IssueView>(page: P, who: Person, view: Snapshot): P => {
  const node = nodeOf(view, who)
  if (node === null || page.assignees.some(one => isSame(one, who))) return page
  return { ...page, assignees: [...page.assignees, { id: who.id, login: who.login, node }] }
}

export const withoutAssignee = <P extends IssueView>(page: P, who: Person): P => ({
  ...page,
  assignees: page.assignees.filter(one => !isSame(one, who)),
})

export const withState = <P extends IssueView>(
  page: P,
  state: IssueView['state'],
  stateReason: IssueView['stateReason'],
): P => (page.state === state ? page : { ...page, state, stateReason })

export const withComment = (
  view: Snapshot,
  page: string,
  comment: string,
  change: { readonly minimized: true } | { readonly acknowledged: true },
): Snapshot =>
  withPage(view, page, one => ({
    ...one,
    thread: one.thread.map(item => (item.id === comment && item.is === 'comment' ? { ...item, ...change } : item)),
  }))
