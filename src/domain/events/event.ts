import { z } from 'zod'
import type { IncidentState } from '../state/state.ts'
import type { Person } from '../terms/person.ts'
import type { Around, Parts, Settled } from './define-event.ts'
import { events } from './index.ts'
import type { Stamp } from './stamp.ts'

export type { Stamp } from './stamp.ts'

type Kinds = typeof events
export type EventKind = keyof Kinds

const { declared, ...others } = events

/** An event as the record has it, of a kind and with the keys that this version knows, and no others. */
export const eventSchema = z.discriminatedUnion('is', [
  declared.schema,
  ...Object.values(others).map(({ schema }) => schema),
])

export type IncidentEvent = z.infer<typeof eventSchema>

/** An event of one kind, or of one of these, with its kind bound to its fields. */
export type EventOf<K extends EventKind> = { [P in K]: { readonly is: P } & z.infer<Kinds[P]['schema']> }[K]

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** What a command or a manual change decides: an event without its stamp, which comes from the source and cannot be forged. */
export type Decision = DistributiveOmit<IncidentEvent, keyof Stamp> & { happened?: string }

/** Each kind by its name, whose parts take what its own schema gives. */
const kinds: { readonly [K in EventKind]: Parts<EventOf<K>> & { readonly is: K } } = events

export const isEventKind = (is: string): is is EventKind => Object.hasOwn(kinds, is)

/** What a table, which must have an entry for every kind, has for one event and what is around it. */
export const byKind =
  <Result, Around>(table: { readonly [K in EventKind]: (event: EventOf<K>, around: Around) => Result }) =>
  <K extends EventKind>(event: EventOf<K>, around: Around): Result =>
    table[event.is](event, around)

/** The state after this event. */
export const stateAfter = <K extends EventKind>(
  state: IncidentState,
  event: EventOf<K>,
  around: Around,
): IncidentState => kinds[event.is].apply(state, event, around)

/** Its text in the timeline, for a cell of a table; null: it has no place there. */
export const timelineText = <K extends EventKind>(event: EventOf<K>): string | null =>
  kinds[event.is].timeline?.(event) ?? null

/** It has a place in the timeline. */
export const hasTimeline = ({ is }: Pick<IncidentEvent, 'is'>): boolean => kinds[is].timeline !== null

/** What whoever caused it is told; null: nothing. */
export const toldText = <K extends EventKind>(event: EventOf<K>): string | null => kinds[event.is].told?.(event) ?? null

/** Its few words in the picture of the main moments; null: it is none. */
export const momentText = <K extends EventKind>(event: EventOf<K>): string | null =>
  kinds[event.is].moment?.(event) ?? null

/** It counts from when it happened, as claimed. */
export const isClaimed = ({ is }: Pick<IncidentEvent, 'is'>): boolean => kinds[is].claimed === true

/** Of what corrections are counted anew from here. */
export const settledBy = ({ is }: Pick<IncidentEvent, 'is'>): Settled | null => kinds[is].settles ?? null

/** Whoever caused it is told about it, in one reply for all that came of one comment or manual change. */
export const isNotified = ({ is }: Pick<IncidentEvent, 'is'>): boolean => kinds[is].told !== null

/** Everybody whom an event names, beside who said it. */
export const namesIn = <K extends EventKind>(event: EventOf<K>): readonly Person[] =>
  kinds[event.is].names?.(event) ?? whoOf(event)

const whoOf = (event: IncidentEvent): readonly Person[] => {
  if (!('who' in event) || event.who === undefined) return []
  return Array.isArray(event.who) ? event.who : [event.who]
}
