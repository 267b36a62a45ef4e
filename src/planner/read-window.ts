import type { IncidentEvent } from '../domain/events/event.ts'
import { isBefore } from '../domain/terms/timestamp.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'

/** A reply is owed, and can be found, for a refusal recorded just now or said at or after the watermark. */
export const readWindowOf = (snapshot: Snapshot): ((event: IncidentEvent, line: number) => boolean) => {
  if (snapshot.ledger.state !== 'ready') return () => true
  const { events, lease } = snapshot.ledger
  return (event, line) => line > events.length || !isBefore(event.said, lease.watermark)
}
