import type { Snapshot } from '../../../domain/view/snapshot.ts'
import { answerTo, type Done, type Operation } from '../../../operations/operation.ts'
import type { Answer } from '../client/answer.ts'
import type { GitHub } from '../client/client.ts'
import {
  isNotPrivate,
  mutationOf,
  type Part,
  type PartAnswer,
  partsOf,
  type RefusalStanding,
  type TurnedAway,
  turnedAway,
} from '../client/mutation.ts'
import { partFor } from './part-for.ts'

export type Outcome =
  | { readonly is: 'done'; readonly operation: Operation; readonly done: Done }
  /** Certainly not done. */
  | {
      readonly is: 'refused'
      readonly operation: Operation
      readonly message: string
      readonly stands: RefusalStanding
    }
  /** Done, or not, or about to be. */
  | { readonly is: 'unclear'; readonly operation: Operation }

export type Applied = {
  readonly outcomes: readonly Outcome[]
  /** The repository shows more than when it was read: write nothing more. */
  readonly exposed: boolean
  /** Seconds to leave GitHub alone; null: go on. */
  readonly retryAfter: number | null
  /** The request as a whole was refused, for no reason that lies in it; null: it was not. */
  readonly turnedAway: TurnedAway | null
}

/** GitHub cuts what takes longer than ten seconds: eleven aliases in one request worked for somebody, 46 did not. */
export const mostAliases = 10

/** Carries these operations out, in their order, as one request. */
export const apply = async (github: GitHub, snapshot: Snapshot, operations: readonly Operation[]): Promise<Applied> => {
  if (operations.length > mostAliases) throw new Error(`${operations.length} operations in one request`)
  if (snapshot.repository.visibility === 'public') {
    const message = 'the repository is public'
    return {
      outcomes: operations.map(operation => ({ operation, is: 'refused', message, stands: 'final' })),
      exposed: true,
      retryAfter: null,
      turnedAway: null,
    }
  }
  const parts = operations.map((operation, i) => partFor(operation, snapshot, `m${i}`))
  const sent = parts.filter((part): part is Part => !('inexpressible' in part))
  const { answer, answers } = await ask(github, sent)
  const outcomes = operations.map((operation, i): Outcome => {
    const part = parts[i]
    if (part === undefined) throw new Error('an operation without its part')
    if ('inexpressible' in part) return { operation, is: 'refused', message: part.inexpressible, stands: 'final' }
    return outcomeOf(operation, answers[sent.indexOf(part)] ?? { is: 'unclear' })
  })
  const data = answer?.is === 'answered' ? answer.data : null
  return {
    outcomes,
    exposed: isNotPrivate(snapshot, data),
    retryAfter: answer === null ? null : retryOf(answer),
    turnedAway: answer === null ? null : turnedAway(answer),
  }
}

const ask = async (
  github: GitHub,
  parts: readonly Part[],
): Promise<{ readonly answer: Answer | null; readonly answers: readonly PartAnswer[] }> => {
  if (parts.length === 0) return { answer: null, answers: [] }
  const { document, variables } = mutationOf(parts)
  const answer = await github.mutate(document, variables)
  return { answer, answers: partsOf(answer, parts) }
}

const outcomeOf = (operation: Operation, part: PartAnswer): Outcome => {
  if (part.is === 'refused') return { operation, is: 'refused', message: part.message, stands: part.stands }
  if (part.is === 'unclear') return { operation, is: 'unclear' }
  const result = answerTo(operation, part.data)
  if (result.is === 'done') return { operation, is: 'done', done: result.answer }
  return result.is === 'unclear' ? { operation, ...result } : { operation, ...result, stands: 'final' }
}

const retryOf = (answer: Answer): number | null => (answer.is === 'unclear' ? null : answer.retryAfter)
