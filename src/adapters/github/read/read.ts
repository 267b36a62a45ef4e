import type { Configuration } from '../../../domain/config/configuration.ts'
import { type ConfigurationRead, configurationIn, settingsWith } from '../../../domain/config/settings.ts'
import type { IncidentEvent } from '../../../domain/events/event.ts'
import { incidentId } from '../../../domain/events/identity.ts'
import { incidentLabel, readinessLabel } from '../../../domain/incident/labels.ts'
import { owedDeletions } from '../../../domain/incident/owed-deletions.ts'
import { builtIn } from '../../../domain/playbook/built-in.ts'
import type { File } from '../../../domain/source/file.ts'
import type { IncidentRef } from '../../../domain/terms/incident-ref.ts'
import { later, type Timestamp } from '../../../domain/terms/timestamp.ts'
import { findMarker } from '../../../domain/text/marker.ts'
import { oursOf } from '../../../domain/view/ours.ts'
import type { ChildView, IncidentView, IssueView, Item, LedgerView, Snapshot } from '../../../domain/view/snapshot.ts'
import { withoutSecrets } from '../../secrets/without-secrets.ts'
import { accountOf, actorOf, isOneOf } from '../client/actor.ts'
import type { GitHub } from '../client/client.ts'
import { viewLedger } from '../ledger/read-ledger.ts'
import { blobOf, entriesOf, type Head, type Issue, isComplete, nodesOf, type Page } from './answer-parts.ts'
import { findBoard } from './board.ts'
import { fileOf } from './files.ts'
import { type Absent, firstRead, type Refused, type Seen } from './first-read.ts'
import { readKnownPlaybook } from './known-playbooks.ts'
import { readLabels } from './labels.ts'
import { lostPages } from './lost.ts'
import { successorsOf } from './own-issue.ts'
import { neededFor, readMembers } from './people.ts'
import { readPostMortem } from './post-mortem.ts'
import type { Step } from './stand-in.ts'
import { readSteps } from './steps.ts'
import * as threads from './thread.ts'
import { withoutDoubt } from './without-doubt.ts'

/** `size`: how much one request asked for; the next read of the same incident begins there. */
export type ReadResult =
  | { readonly is: 'snapshot'; readonly snapshot: Snapshot; readonly size: number }
  | Absent
  | Refused

/**
 * One Snapshot of the incident: one request in the usual case, more only where more is new than one answer holds.
 * `logins`: whom the trigger names, to be asked about beside those whom the read itself brings. `most`: how much one request
 * may ask for.
 */
export const read = async (
  github: GitHub,
  ref: IncidentRef,
  logins: readonly string[] = [],
  most?: number,
): Promise<ReadResult> => {
  const first = await firstRead(github, ref, most)
  if (first.is !== 'seen') return first
  const subIssues = await readSteps(github, first.issue, first.size)
  const strays = strayed(nodesOf(subIssues), first)
  // what is missing of the list stays missing
  const all =
    strays.length === 0 || !subIssues?.nodes ? subIssues : { ...subIssues, nodes: [...subIssues.nodes, ...strays] }
  const seen = { ...first, strays, issue: { ...first.issue, subIssues: all } }
  const snapshot = await complete(github, ref, seen, logins)
  return { is: 'snapshot', snapshot: await withoutDoubt(github, ref, snapshot, seen), size: first.size }
}

/** The pages of steps that have none under the issue, of several the one of the lowest number. */
const strayed = (under: readonly Step[], { strays, declaredOn }: Seen): readonly Step[] => {
  const keyOf = ({ body }: Step): string | null => {
    const marker = findMarker(body, 'step')
    return marker?.incident === declaredOn.id ? marker.key : null
  }
  const there = new Set(under.map(keyOf))
  return strays
    .toSorted((a, b) => a.number - b.number)
    .filter(step => {
      const key = keyOf(step)
      if (key === null || there.has(key)) return false
      there.add(key)
      return true
    })
}

const complete = async (github: GitHub, ref: IncidentRef, seen: Seen, logins: readonly string[]): Promise<Snapshot> => {
  const { repository, issue, us, declaredOn } = seen
  const root = repository.defaultBranchRef?.target ?? null
  // Who is ours is asked of the default branch, which is reviewed, never of the branch that is yet to be verified.
  const today = configurationIn(configurationOf(root))
  const ours = oursOf(us, today.configuration)
  const trunk = root === null ? [] : [root.oid, ...nodesOf(root.history).map(commit => commit.oid)]
  const head = repository.ledger?.target ?? null
  const seeable = viewLedger(head, trunk, ours, incidentId(repository.id, declaredOn.id))
  // One of another repository, or moved there, is none of ours: nothing is read from it, and nothing written to it.
  const steps = nodesOf(issue.subIssues).filter(step => step.repository.id === repository.id)
  // of what a newer version looks after nothing is decided, so no old talk is needed
  const isLabelled = nodesOf(issue.labels).some(isLabelOfOurs)
  // most likely somebody else's: nothing is declared there, so it is not searched to its beginning
  const isOther = !isLabelled && (seeable.state === 'absent' || seeable.state === 'fresh')
  const window = threads.windowOf(
    seeable.state === 'newer' ? seen.date : isOther ? later(seen.date, -unlabelledSeconds) : watermarkOf(seeable),
  )
  const since = Math.min(window, ...toBeDeleted(seeable))
  const talk = await threads.readThreads(github, [issue, ...steps], since, seen.size)
  const [found, postMortem, labels] = await Promise.all([
    findBoard(github, issue, declaredOn.id, talk.get(issue.id)?.items ?? [], ours, !isOther),
    readPostMortem(github, ref, repository, ours),
    readLabels(github, ref, repository.labels),
  ])
  // what cannot be seen is not absent: an issue with our label, or our board, has a record
  const blind = seen.blind && (found.board !== null || isLabelled)
  const ledger = blind ? hidden : seeable
  const clean = cleaner(ledger, ours)
  const children = await Promise.all(
    steps.map(async step => ({ ...(await pageOf(step, talk, clean)), ...blocked(step) })),
  )
  const page = await pageOf(issue, talk, clean)
  const events = ledger.state === 'ready' ? ledger.events : []
  const successors = seen.away
    ? await successorsOf(github, { owner: ref.owner, name: ref.repo }, { events, ours, declaredOn })
    : []
  const unhandled = [page, ...children].flatMap(one => one.thread).filter(clean.isUnhandled)
  const settings = settingsOf(ledger, head, { commit: root, today })
  const needed = neededFor(unhandled, events, [...logins, ...authorOf(page)])
  const people = await readMembers(github, ref, repository, {
    ...needed,
    named: [...needed.named, ...namedNow(settings.configuration, events, page)],
  })
  return {
    now: seen.date,
    asked: seen.asked,
    readFrom: Number.isFinite(since) ? new Date(since).toISOString() : null,
    us,
    ours,
    repository: { ...repositoryOf(seen), labels: labels.labels },
    settings,
    today: today.configuration,
    issue: await incidentOf(issue, page, found.board, ledger),
    children,
    declaredOn,
    successors: successors ?? [],
    strays: seen.strays.map(({ id }) => id),
    away: seen.away,
    lost: lostPages(issue, declaredOn.id, repository.id, ours),
    ledger,
    members: people.members,
    tags: tagsOf(seen),
    postMortem: { branches: postMortem.branches, pulls: postMortem.pulls },
    paged: [...talk.values()].some(one => one.paged),
    // Of a hidden ledger nothing follows but that it is told.
    complete:
      blind ||
      (seen.whole &&
        successors !== null &&
        [found, postMortem, labels, people, ...talk.values()].every(one => one.whole) &&
        isWholeIssue(issue) &&
        steps.every(step => isWholePage(step) && isComplete(step.blockedBy))),
  }
}

const isLabelOfOurs = ({ name }: { readonly name: string }): boolean =>
  [incidentLabel, readinessLabel].includes(name.toLowerCase())

/** How far back an issue is looked at that has neither label nor record: far enough to find what we said there. */
const unlabelledSeconds = 30 * 86_400

const watermarkOf = (ledger: LedgerView): Timestamp | null => (ledger.state === 'ready' ? ledger.lease.watermark : null)

/** When the comments were written that are to be deleted, in milliseconds: whether they are gone only their thread shows. */
const toBeDeleted = (ledger: LedgerView): readonly number[] =>
  ledger.state === 'ready' ? owedDeletions(ledger.events).map(({ written }) => Date.parse(written)) : []

/** The ledger, if there is one, to a token without `contents`. */
const hidden: LedgerView = {
  state: 'unreadable',
  oid: 'hidden',
  why: 'the app, or the workflow’s token, may not read this repository’s contents, and an administrator must grant *Contents: read and write*',
}

type Cleaner = {
  readonly isUnhandled: (item: Item) => boolean
  readonly item: (item: Item) => Promise<Item>
}

/** Only what is new is scanned, and nothing of ours: the board must be found as it was written. */
const cleaner = (ledger: LedgerView, ours: readonly number[]): Cleaner => {
  const handled = new Set(ledger.state === 'ready' ? ledger.events.map(event => event.source) : [])
  const isUnhandled = (item: Item) => !isOneOf(ours, item.by) && !handled.has(item.id)
  return {
    isUnhandled,
    item: async item => {
      if (item.is !== 'comment' || !isUnhandled(item)) return item
      const { text, found } = await withoutSecrets(item.body)
      return { ...item, body: text, secrets: found }
    },
  }
}

const pageOf = async (raw: Page, talk: ReadonlyMap<string, threads.ThreadRead>, clean: Cleaner): Promise<IssueView> => {
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

const blocked = (step: {
  blockedBy?: Parameters<typeof nodesOf<{ id: string }>>[0]
}): Pick<ChildView, 'blockedBy'> => ({
  blockedBy: nodesOf(step.blockedBy).map(issue => issue.id),
})

const incidentOf = async (
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

/** Of those whom the configuration names: the roster is resolved to people at the declaration, reviewers are asked at the end. */
const namedNow = (
  { roster, reviewers }: Configuration,
  events: readonly IncidentEvent[],
  { state }: IssueView,
): readonly string[] => {
  const isEnded =
    state === 'closed' || events.findLast(event => event.is === 'closed' || event.is === 'reopened')?.is === 'closed'
  return [...(events.length === 0 ? Object.values(roster).flat() : []), ...(isEnded ? reviewers : [])].map(login =>
    login.replace(/^@/, ''),
  )
}

/** Who declared: until there is a ledger, what they may do is asked as well. */
const authorOf = (page: IssueView): readonly string[] => (page.author?.kind === 'user' ? [page.author.login] : [])

const repositoryOf = ({ repository }: Seen): Omit<Snapshot['repository'], 'labels'> => {
  const branch = repository.defaultBranchRef
  return {
    id: repository.id,
    owner: repository.owner.login,
    name: repository.name,
    url: repository.url,
    visibility: visibilities[repository.visibility],
    archived: repository.isArchived,
    isRecordGuarded: isGuarded(repository),
    defaultBranch: branch?.target ? { name: branch.name, oid: branch.target.oid } : null,
  }
}

/** GitHub names rules whoever may bypass them; whether that is the App alone is said to administrators only. */
const isGuarded = ({ ledger }: Seen['repository']): boolean | null => {
  if (!ledger?.rules) return null
  const types = nodesOf(ledger.rules).map(({ type }) => type)
  return types.includes('DELETION') && (types.includes('NON_FAST_FORWARD') || types.includes('UPDATE'))
}

export const visibilities = { PRIVATE: 'private', INTERNAL: 'internal', PUBLIC: 'public' } as const

/** Pinned by the ledger once there are events in it and it is known to be ours; else those of the default branch. */
const settingsOf = (ledger: LedgerView, head: Head | null, { commit, today }: Trunk): Snapshot['settings'] => {
  const pinned = ledger.state === 'ready' ? head : null
  const binding = pinned ?? commit
  const declared = ledger.state === 'ready' ? ledger.events.find(event => event.is === 'declared')?.settings : undefined
  // Without any commit there is nothing to pin: the built-in playbooks serve.
  const playbooks = entriesOf(binding?.playbooks).flatMap(entry => fileOf(entry.name, blobOf(entry)) ?? [])
  const configuration = pinned === null ? today : configurationIn(configurationOf(pinned))
  return {
    ...settingsWith(configuration, playbooks, builtIn(), readKnownPlaybook),
    oid: declared ?? binding?.oid ?? '',
  }
}

/** The default branch as it is now: its last commit, and what that configures. */
type Trunk = { readonly commit: Pinned | null; readonly today: ConfigurationRead }

type Pinned = Pick<Head, 'oid' | 'configuration' | 'playbooks'>

const configurationOf = (commit: Pinned | null): File | null =>
  fileOf('.github/incidents.yml', blobOf(commit?.configuration))

const tagsOf = ({ repository, prefix }: Seen): Readonly<Record<string, string>> =>
  Object.fromEntries(
    nodesOf(repository.tags)
      // `refs(query:)` looks for a part of the name; a tag made by hand may stand on a tag object.
      .filter(({ name }) => name.startsWith(prefix))
      .flatMap(({ name, target }) => (target ? [[name, 'target' in target ? target.target.oid : target.oid]] : [])),
  )

const isWholePage = (page: Page): boolean => isComplete(page.labels) && isComplete(page.assignees)

/** All pages were read: a parent has at most a hundred sub-issues, closed ones counted. */
const isWholeIssue = (issue: Issue): boolean =>
  isWholePage(issue) && isComplete(issue.subIssues) && issue.subIssues?.pageInfo.hasNextPage === false
