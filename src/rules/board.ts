import { hasTimeline, type IncidentEvent } from '../domain/events/event.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { lineOfGivingUp } from '../domain/incident/revert-limit.ts'
import { mostSteps } from '../domain/playbook/validate-steps.ts'
import { cut } from '../domain/text/escape.ts'
import { writeMarker } from '../domain/text/marker.ts'
import { closureOf, pullOf } from '../domain/view/closure.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { isRecordOpen } from '../domain/view/ours.ts'
import { childOf, eventsOf, lineOf } from '../domain/view/queries.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { type BoardLinks, board as words } from '../messages/board.ts'
import { reviewBoard } from '../messages/review.ts'
import type { Rule } from './rule.ts'

/** The incident has one board, pinned, and it says what is true now. */
export const board: Rule = (incident, view) => {
  const { configuration, problems } = view.settings
  const { id, number, board: stands, pinnedComment, locked } = view.issue
  const on = { id, number }
  const where = {
    stepNumber: (step: string) => childOf(view, step)?.number ?? null,
    postMortem: postMortemOf(incident, view),
    isRecordOpen: isRecordOpen(view),
    withoutPage: withoutPage(incident, view),
  }
  const text =
    incident.kind === 'readiness'
      ? reviewBoard(incident, problems, where)
      : words(incident, configuration, problems, where)
  // GitHub takes 65,536 characters: a board cut short is better than one that stands still
  const { declaredOn } = view
  const key = String(lastTold(eventsOf(view)))
  const marker = writeMarker({ kind: 'board', incident: declaredOn.id, number: declaredOn.number, key })
  const body = `${cut(text, 64_000)}\n\n${marker}`
  if (stands === null) {
    if (locked || lineOfGivingUp(incident, { manualChange: 'deleted', step: null }) !== 0) return []
    return [{ do: 'post-board', cause: causeOf(incident, view), on, body }]
  }
  return [
    ...(stands.body === body ? [] : [{ do: 'edit-board', on, comment: stands.id, body } as const]),
    // a pin that somebody moved to another comment is theirs
    ...(pinnedComment === null ? [{ do: 'pin-board', on, comment: stands.id } as const] : []),
  ]
}

/** As many sub-issues as GitHub allows, closed ones and other people's counted. */
const withoutPage = ({ steps }: Incident, view: View): readonly string[] =>
  view.children.length < mostSteps ? [] : steps.filter(({ id }) => childOf(view, id) === null).map(({ id }) => id)

/** The event by which the incident has the page that it has. */
const causeOf = ({ ownIssue }: Incident, view: View): number => {
  const replaced = lineOf(view, event => event.is === 'issue-replaced' && event.number === ownIssue.replaced?.number)
  return replaced > 0 ? replaced : lineOf(view, event => event.is === 'declared')
}

/** The line of the last event that the timeline tells: a record with fewer lines is older than its board. */
const lastTold = (events: readonly IncidentEvent[]): number => events.findLastIndex(event => hasTimeline(event)) + 1

const postMortemOf = (incident: Incident, snapshot: Snapshot): BoardLinks['postMortem'] => {
  const { postMortem, repository } = snapshot
  const closing = closureOf(incident, snapshot)
  if (closing === null) return null
  const pull = pullOf(closing, snapshot)
  if (pull !== null) return { number: pull.number }
  const branch = postMortem.branches.find(one => one.text?.includes(closing.digest))
  if (branch === undefined || repository.defaultBranch === null) return null
  return { compare: `${repository.url}/compare/${repository.defaultBranch.name}...${branch.name}?expand=1` }
}
