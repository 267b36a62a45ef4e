import type { IncidentRef, RepositoryRef } from '../domain/terms/incident-ref.ts'
import { findMarker } from '../domain/text/marker.ts'

/** Which incident may have changed. What happened is read from GitHub, never from the event. */
export type EventTarget =
  /** `logins`: whom the event is about, a hint for the read. */
  | { readonly is: 'incident'; readonly incident: IncidentRef; readonly logins: readonly string[] }
  /** Every open incident of the repository. */
  | { readonly is: 'resync'; readonly repository: RepositoryRef }
  | { readonly is: 'nothing' }

type Loose = Readonly<Record<string, unknown>>

const nothing: EventTarget = { is: 'nothing' }

/**
 * A webhook's, or a workflow's, event to the incident that it may concern. `self` is our own login: what we did
 * ourselves needs no second look. `talk`: whether a comment without a command counts. Read by hand, without a schema, for it decides whether anything heavy is loaded.
 */
export const eventTarget = (
  name: string,
  payload: unknown,
  self: string | null,
  talk: 'passed over' | 'heard' = 'passed over',
): EventTarget => {
  const event = loose(payload)
  const repository = loose(event.repository)
  const [owner, repo] = [text(loose(repository.owner).login), text(repository.name)]
  if (owner === '' || repo === '') return nothing
  if (name === 'schedule' || name === 'workflow_dispatch') {
    return { is: 'resync', repository: { owner, repo } }
  }
  const sender = text(loose(event.sender).login)
  if (self !== null && sender === self) return nothing
  const number = numberIn(name, event, talk)
  if (number === null) return nothing
  const comment = text(loose(event.comment).body)
  const logins = [sender, ...mentions(comment)].filter(login => login !== '')
  return { is: 'incident', incident: { owner, repo, number }, logins: [...new Set(logins)] }
}

const numberIn = (name: string, event: Loose, talk: 'passed over' | 'heard'): number | null => {
  switch (name) {
    case 'issues':
      return text(event.action) === 'deleted' ? null : incidentOf(loose(event.issue), text(loose(event.label).name))
    case 'issue_comment':
      return isSaid(event) && (talk === 'heard' || isCommand(event)) ? incidentOf(loose(event.issue), '') : null
    case 'sub_issues':
      return incidentOf(loose(event.parent_issue), '') ?? incidentOf(loose(event.sub_issue), '')
    case 'issue_dependencies':
      return incidentOf(loose(event.blocked_issue), '')
    case 'pull_request':
      return postMortemOf(text(loose(loose(event.pull_request).head).ref))
    default:
      return null
  }
}

/** What a comment says, as the webhook has it; empty for everything else. */
export const saidIn = (name: string, payload: unknown): string =>
  name === 'issue_comment' ? text(loose(loose(payload).comment).body) : ''

const isSaid = (event: Loose): boolean => ['created', 'edited'].includes(text(event.action))

/** A line that could be a command. Talk costs nothing. */
const isCommand = (event: Loose): boolean =>
  /^[^\S\n]{0,3}[/\uFF0F\u2044\u2215]\S/m.test(text(loose(event.comment).body))

/** The number of the incident, or the review, that this issue is, or is a step of. A step says so itself; it is only a hint. */
const incidentOf = (issue: Loose, label: string): number | null => {
  const number = issue.number
  if (typeof number !== 'number' || issue.pull_request !== undefined) return null
  const labels = (Array.isArray(issue.labels) ? issue.labels : []).map(one => text(loose(one).name).toLowerCase())
  const step = findMarker(text(issue.body), 'step')
  if (step !== null) return step.number
  return [...labels, label.toLowerCase()].some(one => one === 'incident' || one === 'readiness') ? number : null
}

const postMortemOf = (branch: string): number | null => {
  const match = /^post-mortem\/(\d{1,9})(-\d{1,4})?$/.exec(branch)
  return match === null ? null : Number(match[1])
}

const mentions = (body: string): readonly string[] =>
  [...body.slice(0, 65_536).matchAll(/(?<![\w/])@([a-z\d](?:[a-z\d-]{0,38}))/gi)]
    .map(match => match[1] ?? '')
    .slice(0, 20)

const loose = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {})
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
