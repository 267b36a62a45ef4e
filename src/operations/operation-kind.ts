import type { Snapshot } from '../domain/view/snapshot.ts'
import { done, type Result } from './answers.ts'
import type { Mutations } from './mutations.generated.ts'

/** Something that GitHub's terms have no words for, and why: it is not sent. */
export type Inexpressible = { readonly inexpressible: string }

/** One kind of operation as one of GitHub's mutations. Each asks the repository's visibility back. */
export type Mutation<O, Answer> = {
  readonly [Field in keyof Mutations]: {
    readonly field: Field
    /** The type of its input. */
    readonly type: Mutations[Field]['type']
    /** What is asked back. */
    readonly select: string
    readonly input: (operation: O, snapshot: Snapshot) => Mutations[Field]['input'] | Inexpressible
    readonly answer: (data: unknown, operation: O) => Result<Answer>
  }
}[keyof Mutations]

/** When it has its turn: what must not stay, then labels, as others name them; then what people wait for; board, pins and reactions last. */
export const turns = [
  'deletion',
  'label',
  'step',
  'board',
  'reply',
  'tag',
  'branch',
  'file',
  'pull request',
  'review',
  'state',
  'labels',
  'assignees',
  'dependencies',
  'duplicates',
  'board text',
  'pin',
  'reaction',
] as const

/** All that is known of one kind of operation. */
type Definition<O extends { readonly do: string }, Answer extends object> = {
  readonly do: O['do']
  readonly turn: (typeof turns)[number]
  /** The board names what it makes: until it is done an edit of the board would only be repeated. */
  readonly changesBoard?: true
  /** May be done while nothing can be recorded: what an opening asks for, and duplicates put away. */
  readonly withoutRecord?: true
  /** Two operations with the same key are the same one. */
  readonly key: (operation: O) => string
  /** In words, for the log, the drill and the job summary: ids and numbers, never what people wrote. */
  readonly describe: (operation: O) => string
  readonly github: Mutation<O, Answer>
  /** The view once it is done, where a read may not show it yet. Nothing changes where the read shows it already. */
  readonly effect: (view: Snapshot, operation: O, answer: Answer) => Snapshot
}

export type OperationKind<O extends { readonly do: string }, Answer extends object> = Definition<O, Answer> & {
  /** What GitHub answered, with the operation that it belongs to. */
  readonly answered: (operation: O, data: unknown) => Result<{ readonly operation: O; readonly answer: Answer }>
}

export const defineOperation = <O extends { readonly do: string }, Answer extends object>(
  definition: Definition<O, Answer>,
): OperationKind<O, Answer> => ({
  ...definition,
  answered: (operation, data) => {
    const result = definition.github.answer(data, operation)
    return result.is === 'done' ? done({ operation, answer: result.answer }) : result
  },
})
