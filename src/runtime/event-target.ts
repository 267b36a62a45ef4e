import { numberOfPostMortem, recordBranches } from '../domain/events/location.ts'
import type { IncidentRef, RepositoryRef } from '../domain/terms/incident-ref.ts'
import { findMarker } from '../domain/text/marker.ts'
import { slashLike } from '../domain/text/slashes.ts'

/** Which incident may have changed. What happened is read from GitHub, never from the event. */
export type EventTarget =
  /**
   * Mostly one: where the event leaves open whether an issue is an incident or a step of one, both. `logins`: whom the
   * event is about, a hint for the read. `needs`: what must be in its comment, or nothing follows from it; null: nothing must.
   */
  | {
      readonly is: 'incident'
      readonly incidents: readonly IncidentRef[]
      readonly logins: readonly string[]
      readonly needs: Need | null
    }
  /** Every open incident of the repository. */
  | { readonly is: 'resync'; readonly repository: RepositoryRef }
  | { readonly is: 'nothing' }

/** `command`: there may be one, which only the parser knows, and a secret too. `secret`: there is no command. */
export type Need = 'command' | 'secret'

type Loose = Readonly<Record<string, unknown>>

const nothing: EventTarget = { is: 'nothing' }

/**
 * A webhook's, or a workflow's, event to the incident that it may concern. `self` is our own login: what we did
 * ourselves needs no second look. Read by hand, without a schema, for it decides whether anything heavy is loaded.
 */
export const eventTarget = (name: string, payload: unknown, self: string | null): EventTarget => {
  const event = loose(payload)
  const repository = loose(event.repository)
  const [owner, repo] = [text(loose(repository.owner).login), text(repository.name)]
  if (owner === '' || repo === '') return nothing
  if (name === 'schedule' || name === 'workflow_dispatch') {
    return { is: 'resync', repository: { owner, repo } }
  }
  const sender = text(loose(event.sender).login)
  if (self !== null && sender === self) return nothing
  const { numbers, needs } = concerned(name, event, self)
  if (numbers.length === 0) return nothing
  const comment = text(loose(event.comment).body)
  const logins = [sender, ...mentions(comment)].filter(login => login !== '')
  return {
    is: 'incident',
    incidents: [...new Set(numbers)].map(number => ({ owner, repo, number })),
    logins: [...new Set(logins)],
    needs,
  }
}

/** The same for a workflow's job: what cannot be a command is talk, and of what may be one the job finds out. */
export const jobTarget = (name: string, payload: unknown): EventTarget => {
  const target = eventTarget(name, payload, shared)
  return target.is === 'incident' && target.needs === 'secret' ? nothing : target
}

type Concerned = { readonly numbers: readonly number[]; readonly needs: Need | null }

const concerned = (name: string, event: Loose, self: string | null): Concerned =>
  name === 'issue_comment' ? saidOn(event, self) : { numbers: numbersIn(name, event, self), needs: null }

/** On a page of ours whatever is said may concern us; elsewhere only what begins like a command. */
const saidOn = (event: Loose, self: string | null): Concerned => {
  const said = text(loose(event.comment).body)
  const of = (signs: Signs) => (isSaid(event) && said !== '' ? numbersOf(loose(event.issue), signs, self) : [])
  const ours = of({})
  if (ours.length > 0) return { numbers: ours, needs: maybeCommand.test(said) ? 'command' : 'secret' }
  return { numbers: begun.test(said) ? of({ commanded: true }) : [], needs: null }
}

const numbersIn = (name: string, event: Loose, self: string | null): readonly number[] => {
  const of = (issue: unknown, signs: Signs = {}) => numbersOf(loose(issue), signs, self)
  switch (name) {
    case 'issues':
      return of(event.issue, signsOf(event))
    case 'sub_issues':
      return [...of(event.parent_issue), ...of(event.sub_issue)]
    case 'issue_dependencies':
      return of(event.blocked_issue)
    case 'pull_request':
      return [numberOfPostMortem(text(loose(loose(event.pull_request).head).ref))].filter(number => number !== null)
    case 'push':
      return recordIn(text(event.ref))
    default:
      return []
  }
}

/** What a comment says, as the webhook has it; empty for everything else. */
export const saidIn = (name: string, payload: unknown): string =>
  name === 'issue_comment' ? text(loose(loose(payload).comment).body) : ''

const isSaid = (event: Loose): boolean => ['created', 'edited'].includes(text(event.action))

const letter = String.raw`[\p{L}\p{M}\p{Cf}\p{Pd}\d]`

/** A line that begins like a command, whatever cannot be seen before it. */
const begun = new RegExp(`^(?! {4}|\\t)[\\p{Cf}\\p{Zs}\\t]*[${slashLike}]${letter}`, 'mu')

/** Whatever the parser would answer, and a path too: all but a slash within a word, as in `and/or`, or in the head of an address. */
const maybeCommand = new RegExp(`(?<![\\p{L}\\p{N}/])[${slashLike}] ?${letter}`, 'u')

/** What an event says of an issue beside how it stands now. */
type Signs = {
  /** The label that was set or taken off just now. */
  readonly label?: string
  /** Its text before an edit. */
  readonly before?: string
  /** Somebody commands there: whether the issue has a record is not in its labels, so it is looked up. */
  readonly commanded?: boolean
}

const signsOf = (event: Loose): Signs => ({
  label: text(loose(event.label).name),
  before: text(loose(loose(event.changes).body).from),
})

/** The workflows of a repository share one bot, and any of them may open an incident in its name. */
const shared = 'github-actions[bot]'

/**
 * The incident, or the review, that this issue may be, or be a step of. A step says so itself, which is believed of a
 * bot's issue alone: a person's says what anybody wrote there. And a bot may have opened an incident too, so only what we
 * alone can have opened is a step and nothing else.
 */
const numbersOf = (issue: Loose, { label = '', before = '', commanded = false }: Signs, self: string | null) => {
  const { number } = issue
  if (typeof number !== 'number' || issue.pull_request !== undefined) return []
  const author = loose(issue.user)
  const texts = text(author.type) === 'Bot' ? [text(issue.body), before] : []
  const parents = texts.flatMap(one => (findMarker(one, 'step') ?? findMarker(one, 'incident'))?.number ?? [])
  const isOurs = self !== null && self !== shared && text(author.login) === self
  if (parents.length > 0 && isOurs) return parents
  const labels = (Array.isArray(issue.labels) ? issue.labels : []).map(one => text(loose(one).name))
  const isIncident = labels.some(one => kind.test(one)) || moved.test(label)
  return parents.length > 0 || isIncident || commanded ? [...parents, number] : []
}

const kind = /^(incident|readiness)$/i
/** What an incident carries beside: one that is set or taken off may be all that is left to tell of it. */
const moved = /^(incident|readiness|sev-[1-4])$/i

/** Somebody moved, or deleted, the branch of a record. */
const recordIn = (ref: string): readonly number[] => {
  const digits = ref.startsWith(branches) ? ref.slice(branches.length) : ''
  return /^[1-9]\d{0,8}$/.test(digits) ? [Number(digits)] : []
}

const branches = `refs/heads/${recordBranches.prefix}`

const mentions = (body: string): readonly string[] =>
  [...body.slice(0, 65_536).matchAll(/(?<![\w/])@([a-z\d](?:[a-z\d-]{0,38}))/gi)]
    .map(match => match[1] ?? '')
    .slice(0, 20)

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null
const loose = (value: unknown): Loose => (isLoose(value) ? value : {})
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
