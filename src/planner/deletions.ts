import type { EventOf, IncidentEvent } from '../domain/events/event.ts'
import { sourceKey } from '../domain/events/source.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { owedDeletions } from '../domain/incident/owed-deletions.ts'
import { isBefore, later } from '../domain/terms/timestamp.ts'
import { pagesOf, type View } from '../domain/view/index-snapshot.ts'
import { type Snapshot, windowSeconds } from '../domain/view/snapshot.ts'
import * as says from '../messages/secrets/redaction.ts'
import { keyOf, type Operation } from '../operations/operation.ts'
import { pageWith } from '../rules/redactions.ts'
import { ownStamp } from './own-stamp.ts'

type Decided = EventOf<'comment-redacted'>

/** What the read shows of the deletions that were decided: a comment is gone, or its page is out of reach for good. */
export const deletions = (incident: Incident, view: View, run: string): readonly IncidentEvent[] =>
  owedIn(incident).flatMap(decided => {
    if (pageWith(view, decided.comment) !== null) return []
    if (isPageRead(view, decided.page)) return isKnownToBeGone(view, decided) ? [deleted(decided, view, run)] : []
    return isOld(view, decided) ? [undeleted(decided, incident, view, run, says.pageOutOfReach(decided.at))] : []
  })

/** With the words that decided it; most incidents owe none, and their record is not gone through. */
const owedIn = ({ redactions, events }: Incident): readonly Decided[] =>
  redactions.some(({ deletion }) => deletion === 'owed') ? owedDeletions(events) : []

/** A run, as far as it knows what GitHub refused. */
export type Refused = {
  readonly id: string
  /** Of what GitHub refused, by key, that which may pass. */
  readonly unsure?: Pick<ReadonlySet<string>, 'has'>
  /** Earlier runs ended the same way. */
  readonly lasting?: boolean
}

/**
 * GitHub will not delete a comment. A refusal that may pass is believed when it lasts: over several runs, or for longer than
 * the window since it was decided.
 */
export const refusedDeletion = (
  operation: Operation & { readonly do: 'delete-comment' },
  incident: Incident,
  view: View,
  run: Refused,
): readonly IncidentEvent[] => {
  const mayPass = run.unsure?.has(keyOf(operation)) === true && run.lasting !== true
  return owedIn(incident)
    .filter(({ comment }) => comment === operation.comment)
    .filter(decided => !mayPass || isOld(view, decided))
    .map(decided => undeleted(decided, incident, view, run.id, says.deletionRefused(decided.at)))
}

/** The stand-in for an incident's own issue that is away has none of its comments. */
const isPageRead = (view: View, page: number): boolean =>
  pagesOf(view).some(({ number }) => number === page) && !(view.away && page === view.issue.number)

/** A list that is behind does not show the comment yet: only what came after it tells that it should be there. */
const isKnownToBeGone = (view: View, decided: Decided): boolean =>
  isCovered(view, decided) && (isOld(view, decided) || hasLater(view, decided))

/** GitHub notes a deletion itself, on the same page. */
const hasLater = (view: View, { page, written }: Decided): boolean =>
  pagesOf(view).some(({ number, thread }) => number === page && thread.some(({ at }) => isBefore(written, at)))

/** Only where the read goes back to when it was written does an absence mean that a comment is gone. */
const isCovered = ({ readFrom }: Snapshot, { written }: Decided): boolean =>
  readFrom === null || !isBefore(written, readFrom)

const isOld = ({ now }: Snapshot, { recorded }: Decided): boolean => isBefore(recorded, later(now, -windowSeconds))

const deleted = ({ comment, page, source }: Decided, view: View, run: string): IncidentEvent => ({
  is: 'comment-deleted',
  comment,
  page,
  ...ownStamp(view, run),
  source: sourceKey({ of: 'deletion', how: 'deleted', comment, decided: source }),
})

/** In the name of whoever decided it, so that they are called; whoever asked first is called beside them. */
const undeleted = (decided: Decided, incident: Incident, view: View, run: string, words: string): IncidentEvent => {
  const { comment, page, at, by, source } = decided
  const asker = incident.redactions.find(one => one.comment === comment)?.asker ?? null
  const also = asker === null || asker.id === by?.id ? '' : `${says.askedBy(asker)} `
  return {
    is: 'deletion-refused',
    comment,
    page,
    says: `${also}${words}`,
    ...ownStamp(view, run),
    by,
    on: placeOf(view, decided),
    link: at,
    source: sourceKey({ of: 'deletion', how: 'undeleted', comment, decided: source }),
  }
}

/** Where it was decided, or else on whichever page is there. */
const placeOf = (view: View, { on }: Decided): number => {
  if (on !== undefined && isPageRead(view, on)) return on
  const numbers = pagesOf(view).map(({ number }) => number)
  return numbers.find(number => isPageRead(view, number)) ?? view.issue.number
}
