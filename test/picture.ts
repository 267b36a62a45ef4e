import {
  accountById,
  commentsOf,
  type Emulator,
  type Issue,
  issuesOf,
  labelsOf,
  pullsOf,
  refsOf,
  repositoryByName,
} from 'github-emulator'
import { findMarker } from '../src/domain/text/marker.ts'
import { owner, repo } from '../src/drill/stage.ts'
import { standing } from '../src/drill/standing.ts'

/**
 * What people find on GitHub, with everything taken out that may rightly differ between two runs: numbers become step
 * ids; times, object ids and node ids go. Every issue, comment, reaction, label, ref and event is in it, duplicates too.
 */
export const picture = (emulator: Emulator): unknown => {
  const { state } = emulator.world
  const repository = repositoryByName(state, owner, repo)
  if (repository === null) throw new Error('no repository')
  const issues = issuesOf(state, repository.id)
  const names = new Map(issues.map(issue => [issue.number, nameOf(issue)]))
  const byId = new Map(issues.map(issue => [issue.id, nameOf(issue)]))
  const plain = (text: string): string => normal(text, names)
  const login = (id: number | null): string => {
    const account = accountById(state, id)
    // whichever deployment it came through
    return account?.type === 'Bot' ? 'bot' : (account?.login ?? 'nobody')
  }

  const one = (issue: Issue) => ({
    name: nameOf(issue),
    title: issue.title,
    body: plain(issue.body),
    state: issue.state,
    reason: issue.stateReason,
    labels: issue.labelIds.map(id => state.labels.get(id)?.name ?? '?').toSorted(),
    assignees: issue.assigneeIds.map(login).toSorted(),
    blockedBy: issue.blockedByIds.map(id => byId.get(id)).toSorted(),
    parent: issue.parentId === null ? null : byId.get(issue.parentId),
    pinned:
      issue.pinnedComment === null
        ? null
        : findMarker(state.comments.get(issue.pinnedComment.commentId)?.body ?? '', 'board')?.kind,
    comments: commentsOf(state, issue.id)
      .map(comment => ({
        by: login(comment.authorId),
        body: plain(comment.body),
        minimized: comment.minimizedReason,
        // decoration: two deployments may each add theirs
        reactions: [...new Set(comment.reactions.map(reaction => reaction.content))].toSorted(),
      }))
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  })
  const stands = standing(emulator)
  const incidents = issues.filter(issue => issue.parentId === null && issue.pullId === null)
  return {
    issues: issues.map(one).toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    labels: labelsOf(state, repository.id)
      .map(label => label.name)
      .toSorted(),
    refs: refsOf(state, repository.id, 'refs/').map(ref => ref.name),
    pulls: pullsOf(state, repository.id).map(pull => ({
      head: pull.headRef,
      merged: pull.merged,
      reviewers: pull.requestedReviewerIds.map(login).toSorted(),
    })),
    events: incidents.map(issue => stands.ledger(issue.number).split('\n').filter(Boolean).map(eventOf)),
    postMortems: incidents.map(issue => plain(stands.postMortem(issue.number) ?? '')),
  }
}

const nameOf = (issue: Issue): string => {
  const step = findMarker(issue.body, 'step')
  if (step !== null) return `step ${step.key}`
  return issue.pullId === null ? `issue ${issue.title}` : `pull request ${issue.title}`
}

const normal = (text: string, names: ReadonlyMap<number, string>): string =>
  text
    .replace(/<!-- tocsin:(\w+) .*-->/g, '<!-- $1 -->')
    .replace(/\b[0-9a-f]{7,64}\b/g, 'OID')
    .replace(/#(\d+)\b/g, (whole, number) => `<${names.get(Number(number)) ?? whole}>`)
    .replace(/issues\/(\d+)/g, (whole, number) => `<${names.get(Number(number)) ?? whole}>`)
    .replace(/issuecomment-\d+|event-\d+/g, 'LINK')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?/g, 'TIME')
    .replace(/\b\d\d[:∶]\d\d(:\d\d)?Z?\b/g, 'TIME')
    .replace(/\b\d+ (d|h|min|s)\b/g, 'SPAN')

/** What may differ: when, by which run, and where it can be read. */
const differs = ['recorded', 'said', 'happened', 'writer', 'source', 'on', 'link', 'settings']

const eventOf = (line: string): unknown =>
  Object.fromEntries(Object.entries(JSON.parse(line) as object).filter(([key]) => !differs.includes(key)))
