import { z } from 'zod'
import type { IncidentState } from '../state/state.ts'
import type { Person } from '../terms/person.ts'
import type { Around } from './define-event.ts'
import { events } from './index.ts'
import type { Stamp } from './stamp.ts'

export type { Stamp } from './stamp.ts'

const [first, ...others] = events

/** An event as the record has it, of a kind and with the keys that this version knows, and no others. */
export const eventSchema = z.discriminatedUnion('is', [first.schema, ...others.map(({ schema }) => schema)])

export type IncidentEvent = z.infer<typeof eventSchema>
export type EventKind = IncidentEvent['is']
/** An event of one kind. */
export type EventOf<Is extends EventKind> = Extract<IncidentEvent, { is: Is }>

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** What a command or a manual change decides: an event without its stamp, which comes from the source and cannot be forged. */
export type Decision = DistributiveOmit<IncidentEvent, keyof Stamp> & { happened?: string }

/** A kind of event, for whoever has an event and does not ask of which kind it is. */
type EventModule = {
  readonly is: EventKind
  apply(state: IncidentState, event: IncidentEvent, around: Around): IncidentState
  readonly timeline: Part<string> | null
  readonly told: Part<string> | null
  readonly moment?: Part<string>
  readonly names?: Part<readonly Person[]>
  readonly claimed?: true
  readonly settles?: 'incident' | 'step' | 'all'
}

// As a method, so that a module, which takes events of its own kind only, is one of these.
type Part<Result> = { of(event: IncidentEvent): Result }['of']

const modules = new Map<EventKind, EventModule>(events.map(module => [module.is, module]))

export const isEventKind = (is: string): is is EventKind => events.some(module => module.is === is)

/** The module of an event's kind. */
export const moduleOf = ({ is }: Pick<IncidentEvent, 'is'>): EventModule => {
  const module = modules.get(is)
  if (module === undefined) throw new Error(`no module of the event ${is}`)
  return module
}

/** Whoever caused it is told about it, in one reply for all that came of one comment or manual change. */
export const isTold = ({ is }: Pick<IncidentEvent, 'is'>): boolean => toldKinds.has(is)

const toldKinds = new Set(events.filter(({ told }) => told !== null).map(({ is }) => is))

/** Everybody whom an event names, beside who said it. */
export const namesIn = (event: IncidentEvent): readonly Person[] => {
  const { names } = moduleOf(event)
  if (names !== undefined) return names(event)
  if (!('who' in event) || event.who === undefined) return []
  return Array.isArray(event.who) ? event.who : [event.who]
}
