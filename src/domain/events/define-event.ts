import { z } from 'zod'
import type { Playbook } from '../playbook/playbook.ts'
import type { IncidentState } from '../state/state.ts'
import type { Person } from '../terms/person.ts'
import { stamp } from './stamp.ts'

type Shape = z.core.$ZodLooseShape

const schemaOf = <Is extends string, S extends Shape>(is: Is, shape: S) =>
  z.strictObject({ is: z.literal(is), ...shape, ...stamp })

type EventOf<Is extends string, S extends Shape> = z.infer<ReturnType<typeof schemaOf<Is, S>>>

/** What an event is applied with beside the incident: its line in the record, from 1, and the files. */
export type Around = { readonly line: number; readonly playbooks: readonly Playbook[] }

/** Of what: of the incident's page, of the step, or of all. */
export type Settled = 'incident' | 'step' | 'all'

/** The parts of a kind of event, always in this order. */
export type Parts<E> = {
  /** What becomes of the incident. */
  readonly apply: (state: IncidentState, event: E, around: Around) => IncidentState
  /** As the timeline tells it, for a cell of a table; null: it moved nothing (a question, a rejection, a revert). */
  readonly timeline: ((event: E) => string) | null
  /** What whoever caused it is told in one reply; null: nothing, its effect is seen. */
  readonly told: ((event: E) => string) | null
  /** As the picture of the main moments shows it, a few words; left out: it is none. */
  readonly moment?: (event: E) => string
  /** Whom it names; left out: those of its field `who`, if it has one. */
  readonly names?: (event: E) => readonly Person[]
  /** It counts from when it happened, as claimed. Left out: from when it was said, as a command binds from then on. */
  readonly claimed?: true
  /** Somebody said what should hold: corrections are counted anew from here, of the incident's page, of the step, or of all. */
  readonly settles?: Settled
}

type Definition<Is extends string, S extends Shape> = Parts<EventOf<Is, S>> & {
  readonly is: Is
  /** What it carries beside its stamp. */
  readonly shape: S
}

/** A kind of event, whole: what the record keeps, what it does, how it is told. */
export const defineEvent = <Is extends string, S extends Shape>(definition: Definition<Is, S>) => {
  const { is, shape, ...parts } = definition
  return { is, schema: schemaOf(is, shape), ...parts }
}

/** For what changes nothing but is kept: that it was said, or done. */
export const unchanged = (state: IncidentState): IncidentState => state
