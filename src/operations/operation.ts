import type { Snapshot } from '../domain/view/snapshot.ts'
import type { Result } from './answers.ts'
import { operations } from './index.ts'
import { type Inexpressible, type Mutation, type OperationKind, turns } from './operation-kind.ts'

type Kinds = typeof operations
export type Kind = keyof Kinds
type ByKind = { [K in Kind]: Parameters<Kinds[K]['describe']>[0] }
type Answers = { [K in Kind]: Parameters<Kinds[K]['effect']>[2] }
type Doing<K extends Kind> = ByKind[K] & { readonly do: K }

/** One thing to do, as plain data from a closed list. */
export type Operation = ByKind[Kind]

/** What creates something must not happen twice. It is owed by one event, its cause, and needs that event's lease. */
export type Creation = Extract<Operation, { readonly cause: number }>

/** What sets a value: repeating it changes nothing, so it needs no lease. */
export type Edit = Exclude<Operation, Creation>

/** An operation that GitHub has confirmed, with what it answered. */
export type Done<K extends Kind = Kind> = {
  [P in K]: { readonly operation: ByKind[P]; readonly answer: Answers[P] }
}[K]

/** Each kind by its name, with its operation and its answer bound together. */
const kinds: {
  readonly [K in Kind]: OperationKind<ByKind[K], Answers[K]> & {
    readonly answered: (operation: ByKind[K], data: unknown) => Result<Done<K>>
  }
} = operations

export const isCreation = (operation: Operation): operation is Creation => 'cause' in operation

/** What makes two operations the same one: by it an unclear creation, and what was refused, is remembered. */
export const keyOf = <K extends Kind>(operation: Doing<K>): string => kinds[operation.do].key(operation)

/** The operation in words, for the log, the drill and the job summary: ids and numbers, never what people wrote. */
export const describe = <K extends Kind>(operation: Doing<K>): string => kinds[operation.do].describe(operation)

/** The place of its turn among all turns, from 0. */
export const turnOf = (operation: Operation): number => turns.indexOf(kinds[operation.do].turn)

/** GitHub counts it as creating content, of which it takes so much a minute and an hour: reactions, refs and commits too. */
export const countsAsCreation = (operation: Operation): boolean =>
  /^(create|addComment$|addReaction$|requestReviews$)/.test(kinds[operation.do].github.field)

/** The board names what it makes. */
export const changesBoard = (operation: Operation): boolean => kinds[operation.do].changesBoard === true

/** May be done while nothing can be recorded. */
export const goesWithoutRecord = (operation: Operation): boolean => kinds[operation.do].withoutRecord === true

/** Its mutation at GitHub with the input for this operation, or why it cannot be said. */
export const mutationFor = <K extends Kind>(
  operation: Doing<K>,
  snapshot: Snapshot,
): (Pick<Mutation<unknown, unknown>, 'field' | 'type' | 'select'> & { readonly input: object }) | Inexpressible => {
  const { field, type, select, input } = kinds[operation.do].github
  const given = input(operation, snapshot)
  return 'inexpressible' in given ? given : { field, type, select, input: given }
}

/** What became of it, by what GitHub answered. */
export const answerTo = <K extends Kind>(operation: Doing<K>, data: unknown): Result<Done<K>> =>
  kinds[operation.do].answered(operation, data)

/** The view with the results of these operations: what is known to be made must not be made again. */
export const applyOptimistic = (snapshot: Snapshot, done: readonly Done[]): Snapshot => done.reduce(applyOne, snapshot)

const applyOne = <K extends Kind>(
  view: Snapshot,
  { operation, answer }: { readonly operation: Doing<K>; readonly answer: Answers[K] },
): Snapshot => kinds[operation.do].effect(view, operation, answer)
