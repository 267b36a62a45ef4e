import type { Configuration } from '../../../domain/config/configuration.ts'
import type { IncidentEvent } from '../../../domain/events/event.ts'
import { incidentId } from '../../../domain/events/identity.ts'
import { incidentLabel, readinessLabel } from '../../../domain/incident/labels.ts'
import { owedDeletions } from '../../../domain/incident/owed-deletions.ts'
import type { IncidentRef } from '../../../domain/terms/incident-ref.ts'
import { later, type Timestamp } from '../../../domain/terms/timestamp.ts'
import { findMarker } from '../../../domain/text/marker.ts'
import { oursOf } from '../../../domain/view/ours.ts'
import type { IssueView, LedgerView, Snapshot } from '../../../domain/view/snapshot.ts'
import { isComplete, nodesOf, type Step } from '../client/answer-parts.ts'
import type { GitHub } from '../client/client.ts'
import { viewLedger } from '../ledger/read-ledger.ts'
import { findBoard } from './board.ts'
import { cleaner } from './cleaner.ts'
import { type FirstRead, firstRead } from './first-read.ts'
import type { Absent, Refused } from './first-refusal.ts'
import { readKnownConfiguration } from './known-configuration.ts'
import { readLabels } from './labels.ts'
import { lostPages } from './lost.ts'
import { successorsOf } from './own-issue.ts'
import { blocked, incidentOf, isWholeIssue, isWholePage, pageOf } from './pages.ts'
import { neededFor } from './people/needed.ts'
import { readMembers } from './people/read-members.ts'
import { readPostMortem } from './post-mortem.ts'
import { repositoryOf, tagsOf } from './repository.ts'
import { configurationOf, settingsOf } from './settings.ts'
import { readSteps } from './steps.ts'
import * as threads from './thread.ts'
import { trunkOf } from './trunk.ts'
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
const strayed = (under: readonly Step[], { strays, declaredOn }: FirstRead): readonly Step[] => {
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

const complete = async (
  github: GitHub,
  ref: IncidentRef,
  seen: FirstRead,
  logins: readonly string[],
): Promise<Snapshot> => {
  const { repository, issue, us, declaredOn } = seen
  const root = repository.defaultBranchRef?.target ?? null
  // Who is ours is asked of the default branch, which is reviewed, never of the branch that is yet to be verified.
  const today = readKnownConfiguration(configurationOf(root))
  const ours = oursOf(us, today.configuration)
  const head = repository.ledger?.target ?? null
  const seeable = viewLedger(head, trunkOf(repository), ours, incidentId(repository.id, declaredOn.id))
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
