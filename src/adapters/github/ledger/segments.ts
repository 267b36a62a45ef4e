import { eventLine } from '../../../domain/events/digest.ts'
import type { IncidentEvent } from '../../../domain/events/event.ts'
import { segmentName } from './read-ledger.ts'

/** One file of events, a JSON event a line. */
export type Segment = { readonly name: string; readonly text: string }

/** Only the last segment is uploaded with an append, so this is what an append costs at most. */
const mostBytes = 64 * 1024

export const firstSegment: Segment = { name: segmentName(1), text: '' }

/**
 * The segments that change when `events` follow `last`; the last of them is the one that the next event goes to. Decided
 * line by line, so that it makes no difference in how many appends the events came.
 */
export const extend = (last: Segment, events: readonly IncidentEvent[]): readonly [Segment, ...Segment[]] => {
  const full: Segment[] = []
  let current = last
  for (const event of events) {
    if (Buffer.byteLength(current.text) >= mostBytes) {
      full.push(current)
      current = { name: segmentName(Number.parseInt(current.name, 10) + 1), text: '' }
    }
    current = { name: current.name, text: `${current.text}${eventLine(event)}` }
  }
  const [first, ...rest] = [...full.filter(segment => segment !== last), current]
  return [first ?? current, ...rest]
}
