import type { EventOf, IncidentEvent } from '../events/event.ts'

/** The deletions that were decided and of which nothing is recorded since: neither that the comment is gone nor that it cannot be. */
export const owedDeletions = (events: readonly IncidentEvent[]): readonly EventOf<'comment-redacted'>[] => {
  const owed = new Map<string, EventOf<'comment-redacted'>>()
  for (const event of events) {
    if (event.is === 'comment-redacted') owed.set(event.comment, event)
    if (event.is === 'comment-deleted' || event.is === 'deletion-refused') owed.delete(event.comment)
  }
  return [...owed.values()]
}
