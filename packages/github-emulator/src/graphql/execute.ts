import { type ExecutionResult, execute, type GraphQLError } from 'graphql'
import { GitHubRefusal } from '../world/refusal.ts'
import type { Actor } from '../world/types/accounts.ts'
import type { World, WorldState } from '../world/types/world.ts'
import type { Context, Hooks, RateLimit } from './context.ts'
import { resolveField, typeOf } from './fields.ts'
import { registry } from './registry.ts'
import { prepare, schema } from './schema.ts'

export { type Hooks, NotEmulated, type RateLimit, RequestCut } from './context.ts'

export type GraphQLRequest = {
  readonly query: string
  readonly variables?: Record<string, unknown> | null
  readonly operationName?: string | null
}

export type Question = {
  readonly world: World
  readonly viewer: Actor
  /** What addresses begin with, without a slash at the end. */
  readonly htmlUrl: string
  readonly request: GraphQLRequest
  readonly hooks?: Hooks
  /** Older states to answer some reads from: where refs point, what lists hold, where `object(expression:)` looks. */
  readonly stale?: {
    readonly refs?: WorldState
    readonly lists?: WorldState
    readonly blobs?: WorldState
    readonly summaries?: WorldState
  }
  readonly rateLimit?: RateLimit
}

export type AnswerError = {
  readonly type?: string
  readonly path?: readonly (string | number)[]
  readonly locations?: readonly { readonly line: number; readonly column: number }[]
  readonly message: string
  readonly extensions?: Record<string, unknown>
}

export type Answer = {
  readonly data?: Record<string, unknown> | null
  readonly errors?: AnswerError[]
  readonly extensions?: Record<string, unknown>
}

/**
 * Answer a request as GitHub's GraphQL does: HTTP 200 with `errors` beside whatever worked. Rejects with `RequestCut`
 * when a hook cuts the request, and with any other error that is not GitHub's refusal: that is a gap or bug of ours.
 */
export const executeGraphQL = async (question: Question): Promise<Answer> => {
  const { document, errors } = prepare(question.request.query)
  if (!document || errors.length > 0) return { errors: errors.map(asAnswer) }
  const contextValue = contextOf(question)
  const { variables, operationName } = question.request
  const result = await execute({
    schema: schema(),
    document,
    contextValue,
    variableValues: variables ?? {},
    operationName: operationName ?? null,
    fieldResolver: answerField,
    typeResolver: typeOf,
  })
  if (contextValue.cut) throw contextValue.cut
  return answerOf(result)
}

const answerField = resolveField(registry)

const contextOf = ({ world, viewer, htmlUrl, hooks, stale, rateLimit }: Question): Context => {
  const resetAt = new Date(world.now().getTime() + 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')
  return {
    world,
    viewer,
    htmlUrl,
    refs: stale?.refs ?? world.state,
    lists: stale?.lists ?? world.state,
    summaries: stale?.summaries ?? world.state,
    trees: stale?.blobs ?? stale?.refs ?? world.state,
    rateLimit: rateLimit ?? { limit: 5000, remaining: 4999, resetAt },
    hooks: hooks ?? {},
    begun: 0,
    cut: null,
  }
}

const answerOf = ({ data, errors }: ExecutionResult): Answer => {
  for (const { originalError } of errors ?? []) {
    if (originalError && !(originalError instanceof GitHubRefusal) && originalError.name !== 'GraphQLError')
      throw originalError
  }
  const told = errors?.map(asAnswer)
  return { ...(data === undefined ? {} : { data }), ...(told && told.length > 0 ? { errors: told } : {}) }
}

/** Keys in GitHub's order; a fault of the text itself carries no type. */
const asAnswer = ({ originalError, path, locations, message }: GraphQLError): AnswerError => {
  const refusal = originalError instanceof GitHubRefusal ? originalError : null
  return {
    ...(refusal ? { type: refusal.type } : {}),
    ...(path ? { path } : {}),
    ...(locations ? { locations: locations.map(({ line, column }) => ({ line, column })) } : {}),
    message: refusal?.graphql ?? message,
  }
}
