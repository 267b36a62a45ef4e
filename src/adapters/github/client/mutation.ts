import type { Snapshot } from '../../../domain/view/snapshot.ts'
import type { Answer, GraphQLError } from './answer.ts'
import { fieldsOf } from './checked.ts'

/** One alias of a mutation: the field, the type of its input, what is asked back, and the input itself. */
export type Part = {
  readonly alias: string
  readonly field: string
  readonly type: string
  readonly select: string
  readonly input: object
}

/** Several mutations in one request. GitHub runs them one after another; what is done stays done when a later one fails. */
export const mutationOf = (parts: readonly Part[]): { readonly document: string; readonly variables: object } => ({
  document: `mutation Write(${parts.map(({ alias, type }) => `$${alias}: ${type}!`).join(', ')}) {
${parts.map(({ alias, field, select }) => `  ${alias}: ${field}(input: $${alias}) ${select}`).join('\n')}
}`,
  variables: Object.fromEntries(parts.map(({ alias, input }) => [alias, input])),
})

/** What became of one alias. */
export type PartAnswer =
  | { readonly is: 'done'; readonly data: unknown }
  | { readonly is: 'refused'; readonly type: string; readonly message: string; readonly stands: RefusalStanding }
  | { readonly is: 'unclear' }

/**
 * How far a refusal goes. `later`: too much was created, which takes a minute or more (cli/cli#4801). `soon`: somebody else
 * added to the same parent at that moment (github/github-mcp-server#1842). `doubtful`: a token that is not known everywhere
 * yet, or a read that is behind, looks the same as a missing permission. `final`: GitHub says what is wrong with it.
 */
export type RefusalStanding = 'final' | 'doubtful' | 'soon' | 'later'

const doubtful = ['FORBIDDEN', 'NOT_FOUND', 'INSUFFICIENT_SCOPES']

const standingOf = (type: string, message: string): RefusalStanding => {
  if (/submitted too quickly/i.test(message)) return 'later'
  if (/priority has already been taken/i.test(message)) return 'soon'
  return doubtful.includes(type) ? 'doubtful' : 'final'
}

/** Whether a refusal says that what was to be made is there already: another writer was first. */
export const isSaidToExist = (message: string): boolean => /already exists/i.test(message)

const refusal = (type: string, message: string): PartAnswer => ({
  is: 'refused',
  type,
  message,
  stands: standingOf(type, message),
})

export type TurnedAway = { readonly status: number; readonly message: string }

/** A status instead of an answer, as 401, 403 or 404 without a time to wait: about the token, or a hiccup, never about one alias. */
export const turnedAway = (answer: Answer): TurnedAway | null =>
  answer.is === 'refused' && answer.retryAfter === null ? { status: answer.status, message: answer.message } : null

/** Errors that say what was wrong with the request: such an alias has had no effect. */
const clear = [
  'FORBIDDEN',
  'NOT_FOUND',
  'UNPROCESSABLE',
  'STALE_DATA',
  'RATE_LIMITED',
  'RATE_LIMIT',
  'INSUFFICIENT_SCOPES',
  'VALIDATION',
]

/**
 * What became of each alias. An error without a known type, "Something went wrong" above all, may come after the effect;
 * and what follows an alias that was cut off may have been run or not.
 */
export const partsOf = (answer: Answer, parts: readonly Part[]): readonly PartAnswer[] => {
  if (answer.is === 'refused') {
    return parts.map(() => ({ is: 'refused', type: answer.why, message: answer.message, stands: 'doubtful' }))
  }
  if (answer.is === 'unclear') return parts.map(() => ({ is: 'unclear' }))
  const whole = answer.errors.find(error => error.path.length === 0)
  const data = fieldsOf(answer.data)
  let aborted = false
  return parts.map(({ alias }) => {
    const error = answer.errors.find(one => one.path[0] === alias)
    const part = partOf(data[alias] ?? null, error ?? whole)
    if (aborted && part.is !== 'done') return { is: 'unclear' }
    aborted ||= part.is === 'unclear'
    return part
  })
}

const partOf = (data: unknown, error: GraphQLError | undefined): PartAnswer => {
  // An error inside what was asked back leaves the mutation itself done.
  if (data !== null) return { is: 'done', data }
  if (error?.type && clear.includes(error.type)) return refusal(error.type, error.message)
  // Without a type, but about what may not be: "Resource not accessible by integration", a ruleset's refusal.
  if (error && /not accessible|rule violations?|being restricted|protected/i.test(error.message)) {
    return refusal('FORBIDDEN', error.message)
  }
  return { is: 'unclear' }
}

/**
 * Does an answer say that this repository shows more than it did when it was read? Every mutation asks for the
 * visibility back, so that the first write after a change of it is the last.
 */
export const isNotPrivate = (snapshot: Snapshot, data: unknown): boolean => {
  const seen = visibilitiesIn(data)
  return seen.includes('PUBLIC') || (seen.includes('INTERNAL') && snapshot.repository.visibility === 'private')
}

const visibilitiesIn = (data: unknown): readonly unknown[] => {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([name, value]) => (name === 'visibility' ? [value] : visibilitiesIn(value)))
}
