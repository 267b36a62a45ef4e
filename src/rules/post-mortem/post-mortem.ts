import { postMortemBranch, postMortemPath, tagOf } from '../../domain/events/location.ts'
import { sourceKey } from '../../domain/events/source.ts'
import type { Incident } from '../../domain/incident/incident.ts'
import { isSame } from '../../domain/terms/person.ts'
import { dayOf, type Timestamp } from '../../domain/terms/timestamp.ts'
import { writeMarker } from '../../domain/text/marker.ts'
import { rememberTexts } from '../../domain/text/remember.ts'
import { type Closure, closureOf, holdingOf, oldestOf, pullOf } from '../../domain/view/closure.ts'
import type { View } from '../../domain/view/index-snapshot.ts'
import { childOf, eventsOf } from '../../domain/view/queries.ts'
import type { BranchView, PullView, Snapshot } from '../../domain/view/snapshot.ts'
import {
  commitMessage,
  postMortem as document,
  type LedgerRecord,
  type PostMortemSource,
  pullRequestBody,
  pullRequestTitle,
} from '../../messages/post-mortem/post-mortem.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Rule } from '../rule.ts'

/**
 * A closed incident has its post-mortem under review: a branch, a file, a pull request, its reviewers. Nothing is
 * forced, a file that a person has touched is left as it is, and a pull request closed unmerged was closed by somebody.
 */
export const postMortem: Rule = (incident, view) => {
  const due = dueOf(incident, view)
  if (due === null) return []
  const { reviewers, privilegePrefix } = view.settings.configuration
  const pull = pullOf(due.closing, view)
  if (pull === null) return propose(due, incident, view, privilegePrefix)
  if (pull.state !== 'open') return []
  return [...rewrite(due, pull.branch, view), ...askReview(reviewers, pull, view)]
}

/** The document that the last close asks for. */
type Due = {
  readonly closing: Closure
  readonly text: string
  readonly path: string
  readonly message: string
  readonly tag: string
  readonly place: PostMortemSource
}

const dueOf = (incident: Incident, view: View): Due | null => {
  const closing = closureOf(incident, view)
  // Of an incomplete read an absence means nothing.
  if (closing === null || !view.complete) return null
  const { number } = view.declaredOn
  const { url } = view.issue
  const tag = tagOf(number, incident.endings.length)
  const record = recordOf(closing, tag, view)
  if (record === null) return null
  const place = { number, issueUrl: url, stepUrls: stepUrls(incident, view) }
  return {
    closing,
    text: documentOf(incident, closing, record, place),
    path: postMortemPath(number),
    message: commitMessage(incident, number),
    tag,
    place,
  }
}

/**
 * The document depends on the events up to the close, which the record's digest stands for, and on nothing after: it is made
 * once, for of thousands of events that takes a second, and every plan asks whether it still stands.
 */
const documentOf = (incident: Incident, { ending }: Closure, record: LedgerRecord, place: PostMortemSource): string => {
  const key = JSON.stringify([ending, record, place])
  const text = documents.get(key) ?? document(incident, ending, record, place)
  documents.set(key, text)
  return text
}

const documents = rememberTexts<string>(8_000_000, (key, text) => key.length + text.length)

/**
 * Where the events up to the close stand. A tag can be made by anybody, in advance: it counts if it stands on a commit of
 * this ledger that holds the close. When the close is further back than was read, its post-mortem was written long
 * ago; whose the tag is cannot be told any more, and nothing is written about it anew.
 */
const recordOf = ({ line, digest }: Closure, tag: string, snapshot: Snapshot): LedgerRecord | null => {
  const holding = holdingOf(snapshot, line)
  const tagged = snapshot.tags[tag]
  if (holding === null || !holding.first || tagged === undefined) return null
  const foreign = !holding.oids.includes(tagged)
  return { tag, foreign, head: foreign ? oldestOf(holding) : tagged, digest, lines: line }
}

const stepUrls = (incident: Incident, view: View): Record<string, string> =>
  Object.fromEntries(
    incident.steps.flatMap(step => {
      const child = childOf(view, step.id)
      return child === null ? [] : [[step.id, child.url]]
    }),
  )

/** The file of an open pull request follows a second close, as long as nobody but us has written on its branch. */
const rewrite = (due: Due, name: string, snapshot: Snapshot): readonly Operation[] => {
  const branch = snapshot.postMortem.branches.find(one => one.name === name)
  if (branch === undefined || branch.text === due.text || !branch.ours) return []
  return [commit(due, branch.name, branch.oid)]
}

const commit = ({ path, text, message }: Due, branch: string, head: string): Operation => ({
  do: 'commit-file',
  branch,
  head,
  path,
  text,
  message,
})

/** Branch and file together, then the pull request. */
const propose = (due: Due, incident: Incident, snapshot: Snapshot, prefix: string | null): readonly Operation[] => {
  const base = snapshot.repository.defaultBranch
  if (base === null) return []
  const { name, branch } = roundOf(due, base.oid, snapshot)
  if (branch === null) return [{ do: 'create-branch', name, oid: base.oid }, commit(due, name, base.oid)]
  if (branch.text !== due.text && isUnwritten(branch, base.oid)) return [commit(due, name, branch.oid)]
  // The default branch has this very text already: there is nothing to review.
  if (branch.oid === base.oid || wasRefused(name, snapshot)) return []
  return [open(due, incident, { name, base: base.name, prefix }, snapshot)]
}

/** As what it is recorded that GitHub would not open a pull request that day: the next day it is asked again. */
export const refusalOf = (branch: string, now: Timestamp): string =>
  sourceKey({ of: 'refusal', branch, day: dayOf(now) })

const wasRefused = (branch: string, snapshot: Snapshot): boolean =>
  eventsOf(snapshot).some(event => event.source === refusalOf(branch, snapshot.now))

/**
 * Still as it was cut, or with the file and ours from the last commit on: no person's words are there to be lost, and
 * no person's commits to be brought in under our name.
 */
const isUnwritten = (branch: BranchView, base: string): boolean =>
  branch.oid === base || (branch.ours && branch.text !== null)

type Round = { readonly name: string; readonly branch: BranchView | null }

/**
 * The branch to propose on. One of that name that is not ours (somebody's own, or cut from a default branch that has moved
 * on since) is left alone, as is one that was decided on, and the next name is taken; one with this close's record in it
 * was ours, and written on.
 */
const roundOf = ({ place, closing }: Due, base: string, { postMortem }: Snapshot): Round => {
  const isDecided = (name: string) => postMortem.pulls.some(pull => pull.branch === name && pull.state !== 'open')
  const find = (round: number): Round => {
    const name = postMortemBranch(place.number, round)
    const branch = postMortem.branches.find(one => one.name === name) ?? null
    const usable = branch === null || isUnwritten(branch, base) || branch.text?.includes(closing.digest) === true
    return usable && !isDecided(name) ? { name, branch } : find(round + 1)
  }
  return find(1)
}

type Proposal = { readonly name: string; readonly base: string; readonly prefix: string | null }

const open = (due: Due, incident: Incident, { name, base, prefix }: Proposal, snapshot: Snapshot): Operation => {
  const { id, number } = snapshot.declaredOn
  const marker = writeMarker({ kind: 'post-mortem', incident: id, number, key: due.tag })
  return {
    do: 'open-pull-request',
    cause: due.closing.line,
    branch: name,
    base,
    title: pullRequestTitle(incident, number, prefix),
    body: `${pullRequestBody(incident, due.closing.ending, due.place)}\n\n${marker}`,
  }
}

/** Asked once: if any of them is on it, whoever is missing was perhaps taken off by hand, which is nothing to fight over. */
const askReview = (reviewers: readonly string[], pull: PullView, snapshot: Snapshot): readonly Operation[] => {
  const wanted = new Set(reviewers.map(login => login.replace(/^@/, '').toLowerCase()))
  const who = snapshot.members
    .filter(one => wanted.has(one.login.toLowerCase()) && !isSame(one, snapshot.us))
    // GitHub refuses the whole request if whoever opened it is among them.
    .filter(one => pull.author === null || !isSame(one, pull.author))
  const asked = pull.reviewers.some(login => wanted.has(login.toLowerCase()))
  if (asked || who.length === 0) return []
  return [{ do: 'request-review', on: { id: pull.id, number: pull.number }, who }]
}
