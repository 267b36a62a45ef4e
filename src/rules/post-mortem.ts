import { digest } from '../incident/digest.ts'
import type { Ending, Incident } from '../incident/incident.ts'
import { writeMarker } from '../incident/marker.ts'
import type { Operation } from '../incident/operation.ts'
import { isSame } from '../incident/person.ts'
import type { BranchView, Moment, PullView, Snapshot } from '../incident/snapshot.ts'
import { childOf, factsOf } from '../incident/view.ts'
import { postMortem as document, type Place, pullRequestBody, pullRequestTitle } from '../words/post-mortem.ts'
import type { Rule } from './rule.ts'
import { lineOfEnding, tagOf } from './tags.ts'

/**
 * A closed incident has its post-mortem under review: a branch, a file, a pull request, its reviewers. Nothing is
 * forced, a file that a person has touched is left as it is, and a pull request closed unmerged was closed by somebody.
 */
export const postMortem =
  (ours: readonly number[], reviewers: readonly string[]): Rule =>
  (incident, snapshot) => {
    const due = dueOf(incident, snapshot, ours)
    if (due === null) return []
    const pull = pullsOf(incident, snapshot).at(-1)
    if (pull?.state === 'open') return [...rewrite(due, pull.branch, snapshot), ...askReview(reviewers, pull, snapshot)]
    return pull !== undefined && serves(pull, due.closedAt) ? [] : propose(due, incident, snapshot)
  }

/** The document that the last close asks for. */
type Due = {
  readonly ending: Ending
  readonly text: string
  readonly path: string
  readonly message: string
  readonly tag: string
  /** Of the facts up to the close: nobody could know it before. */
  readonly digest: string
  /** The line of the closing fact, which is what the pull request is owed by. */
  readonly cause: number
  readonly closedAt: Moment
  readonly place: Place
}

const dueOf = (incident: Incident, snapshot: Snapshot, ours: readonly number[]): Due | null => {
  const ending = incident.endings.at(-1)
  // Of an incomplete read an absence means nothing, and a cancelled incident has a tag, but no post-mortem.
  if (incident.ended !== 'closed' || ending === undefined || !snapshot.complete) return null
  const { number, url } = snapshot.issue
  const tag = tagOf(number, incident.endings.length)
  const head = snapshot.tags[tag]
  const cause = lineOfEnding(incident, ending, snapshot)
  const facts = factsOf(snapshot)
  const closed = facts[cause - 1]
  if (head === undefined || closed === undefined) return null
  const place = { number, issueUrl: url, stepUrls: stepUrls(incident, snapshot, ours) }
  const record = { tag, head, digest: digest(facts, cause), lines: cause }
  return {
    ending,
    text: document(incident, ending, record, place),
    path: `incidents/${number}/post-mortem.md`,
    message: `Post-mortem of incident ${number} (${incident.codename})`,
    tag,
    digest: record.digest,
    cause,
    closedAt: closed.recorded,
    place,
  }
}

const stepUrls = (incident: Incident, snapshot: Snapshot, ours: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    incident.steps.flatMap(step => {
      const child = childOf(snapshot, ours, step.id)
      return child === null ? [] : [[step.id, child.url]]
    }),
  )

/** This incident's own, oldest first: none is older than its first ending, unless somebody made it in advance. */
export const pullsOf = (incident: Incident, snapshot: Snapshot): readonly PullView[] =>
  snapshot.postMortem.pulls
    .filter(pull => Date.parse(pull.createdAt) >= Date.parse(incident.endings[0]?.at ?? pull.createdAt))
    .filter(pull => roundIn(pull.branch, snapshot.issue.number) !== null)
    .toSorted((a, b) => a.number - b.number)

/** Decided on after the close, thus with that close's text before people; or opened since. */
const serves = (pull: PullView, closedAt: Moment): boolean =>
  Date.parse(pull.closedAt ?? pull.createdAt) >= Date.parse(closedAt)

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
const propose = (due: Due, incident: Incident, snapshot: Snapshot): readonly Operation[] => {
  const base = snapshot.repository.defaultBranch
  if (base === null) return []
  const { name, branch } = roundOf(due, base.oid, incident, snapshot)
  if (branch === null) return [{ do: 'create-branch', name, oid: base.oid }, commit(due, name, base.oid)]
  if (branch.text !== due.text && isUnwritten(branch, base.oid)) return [commit(due, name, branch.oid)]
  // The default branch has this very text already: there is nothing to review.
  if (branch.oid === base.oid || wasRefused(name, snapshot)) return []
  return [open(due, incident, name, base.name, snapshot)]
}

/** As what it is recorded that GitHub would not open a pull request that day: the next day it is asked again. */
export const refusalOf = (branch: string, now: Moment): string => `refused:${branch}:${now.slice(0, 10)}`

const wasRefused = (branch: string, snapshot: Snapshot): boolean =>
  factsOf(snapshot).some(fact => fact.source === refusalOf(branch, snapshot.now))

/**
 * Still as it was cut, or with the file and ours from the last commit on: nobody's words are there to be lost, and
 * nobody's commits to be brought in under our name.
 */
const isUnwritten = (branch: BranchView, base: string): boolean =>
  branch.oid === base || (branch.ours && branch.text !== null)

type Round = { readonly name: string; readonly branch: BranchView | null }

/** `post-mortem/7`, after a decided pull request `post-mortem/7-2`, and so on. */
const branchOf = (number: number, round: number): string =>
  round === 1 ? `post-mortem/${number}` : `post-mortem/${number}-${round}`

/** Which round of incident `number` a branch is for; null: none. */
const roundIn = (branch: string, number: number): number | null => {
  const match = /^post-mortem\/(\d+)(?:-(\d+))?$/.exec(branch)
  return match?.[1] === `${number}` ? Number(match[2] ?? 1) : null
}

/**
 * The branch to propose on. One of that name that is not ours (somebody's own, or cut from a default branch that has moved
 * on since) is left alone, and the next name is taken; one with this close's record in it was ours, and written on.
 */
const roundOf = (due: Due, base: string, incident: Incident, snapshot: Snapshot): Round => {
  const { number } = due.place
  const find = (round: number): Round => {
    const name = branchOf(number, round)
    const branch = snapshot.postMortem.branches.find(one => one.name === name) ?? null
    const usable = branch === null || isUnwritten(branch, base) || branch.text?.includes(due.digest) === true
    return usable ? { name, branch } : find(round + 1)
  }
  return find(Math.max(0, ...pullsOf(incident, snapshot).map(pull => roundIn(pull.branch, number) ?? 0)) + 1)
}

const open = (due: Due, incident: Incident, branch: string, base: string, snapshot: Snapshot): Operation => {
  const { id, number } = snapshot.issue
  const marker = writeMarker({ kind: 'post-mortem', incident: id, number, key: due.tag })
  return {
    do: 'open-pull-request',
    cause: due.cause,
    branch,
    base,
    title: pullRequestTitle(incident, number),
    body: `${pullRequestBody(incident, due.ending, due.place)}\n\n${marker}`,
  }
}

/** Asked once: if any of them is on it, whoever is missing was perhaps taken off by hand, which is nothing to fight over. */
const askReview = (reviewers: readonly string[], pull: PullView, snapshot: Snapshot): readonly Operation[] => {
  const wanted = new Set(reviewers.map(login => login.replace(/^@/, '').toLowerCase()))
  const who = snapshot.members.filter(one => wanted.has(one.login.toLowerCase()) && !isSame(one, snapshot.us))
  const asked = pull.reviewers.some(login => wanted.has(login.toLowerCase()))
  if (asked || who.length === 0) return []
  return [{ do: 'request-review', on: { id: pull.id, number: pull.number }, who }]
}
