import { type Fault, type FaultMode, givenUp } from '../faults/faults.ts'
import { staleFor } from '../faults/older-worlds.ts'
import { giveUp, resourceLimitsMessage } from '../faults/resource-limits.ts'
import { executeGraphQL, type Answer as GraphQLAnswer, type Hooks, RequestCut } from '../graphql/execute.ts'
import { type Answer, type Json, refused } from '../http/answer.ts'
import { budgetOf, type Identity } from '../identity/identify.ts'
import type { Shell } from '../shell.ts'
import { GitHubRefusal, type RefusalType } from '../world/refusal.ts'
import type { Asked } from './asked.ts'
import { somethingWentWrong } from './error-answers.ts'
import { readRequest } from './graphql-operation.ts'
import { requestId } from './request-record.ts'

const cuts = new Set(['502-before', '502-after', 'reset-before', 'reset-after', 'timeout-before', 'timeout-after'])

/** What GitHub says of one alias that it refuses while it does the others. */
const refusals: Partial<Record<FaultMode, readonly [RefusalType, string]>> = {
  'too-quickly': ['UNPROCESSABLE', 'was submitted too quickly'],
  'priority-taken': ['UNPROCESSABLE', 'Priority has already been taken'],
  forbidden: ['FORBIDDEN', 'Resource not accessible by integration'],
}

/** What a fault does at one alias: cut the request before or after it, or let it alone fail. */
const strike = (fault: Fault, when: 'before' | 'after', id: string) => {
  if (cuts.has(fault.mode) && fault.mode.endsWith(when)) throw new RequestCut()
  const [type, message] = refusals[fault.mode] ?? []
  if (type && message && when === 'before') throw new GitHubRefusal(200, type, message)
  if (when !== (fault.done ? 'after' : 'before')) return
  if (fault.mode === 'resource-limits') throw new GitHubRefusal(200, 'RESOURCE_LIMITS_EXCEEDED', resourceLimitsMessage)
  if (fault.mode !== 'partial-errors') return
  throw new GitHubRefusal(200, 'SERVICE_UNAVAILABLE', somethingWentWrong(id))
}

const isIntegration = ({ identity }: Asked): boolean => 'as' in identity && identity.as !== 'user'

/** The shell's part between the aliases of a mutation: other writers come in, and faults strike. */
const hooksOf = (shell: Shell, asked: Asked, fault: Fault | null): Hooks => {
  const at = fault && (fault.alias ?? (cuts.has(fault.mode) ? null : 1))
  const id = requestId(asked.record.n)
  return {
    async before(index, _key, field) {
      await shell.pace?.({ request: asked.record, alias: index + 1 })
      if (isIntegration(asked) && shell.faults.standing().refused.includes(field))
        throw new GitHubRefusal(200, 'FORBIDDEN', 'Resource not accessible by integration')
      if (fault && index + 1 === at) strike(fault, 'before', id)
    },
    after(index) {
      if (fault && index + 1 === at) strike(fault, 'after', id)
    },
    ...(fault?.at === undefined || cuts.has(fault.mode)
      ? {}
      : {
          field(path) {
            if (path === fault.at) strike(fault, 'before', id)
          },
        }),
  }
}

/** Unless the fault names a field, one of the query's first level comes back as nothing, with an error. */
const withPartialError = (answer: GraphQLAnswer, asked: Asked, fault: Fault): GraphQLAnswer => {
  const key = asked.record.aliases[(fault.alias ?? 1) - 1]?.key
  if (!key || !answer.data) return answer
  const message = somethingWentWrong(requestId(asked.record.n))
  return {
    ...answer,
    data: { ...answer.data, [key]: null },
    errors: [...(answer.errors ?? []), { path: [key], message }],
  }
}

/** GitHub gives no type to what it broke itself. */
const withoutTypes = (answer: GraphQLAnswer): GraphQLAnswer => {
  const errors = answer.errors?.map(({ type, ...rest }) =>
    type === 'SERVICE_UNAVAILABLE' || !type ? rest : { type, ...rest },
  )
  return errors ? { ...answer, errors } : answer
}

/** Everything that GraphQL itself finds wrong with a request is the caller's mistake: a violation. */
const note = (shell: Shell, asked: Asked, answer: GraphQLAnswer) => {
  shell.exchanges.graphql += 1
  if (answer.data !== undefined) return
  const where = `graphql ${asked.record.operation ?? ''}`.trim()
  for (const { message } of answer.errors ?? []) shell.violations.push({ where, message, sample: undefined })
}

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '')

/** https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#node-limit */
const mostNodes = 500_000

/** Said before anything is run. */
const tooMany = (nodes: number) => ({
  type: 'MAX_NODE_LIMIT_EXCEEDED',
  message: `This query requests up to ${nodes.toLocaleString('en-US')} possible nodes which exceeds the maximum limit of 500,000.`,
})

/** `POST /graphql`. */
export const askGraphQL = async (
  shell: Shell,
  asked: Asked,
  identity: Identity,
  fault: Fault | null,
): Promise<Answer> => {
  if (identity.as === 'anonymous') return refused(401, 'This endpoint requires you to be authenticated.')
  if (identity.as === 'app') return refused(403, 'Resource not accessible by integration')
  const { body } = asked
  if (asked.record.method !== 'POST' || body === null || typeof body !== 'object' || Array.isArray(body)) {
    return refused(400, 'Problems parsing JSON')
  }
  const nodes = asked.operation?.nodes ?? 0
  if (nodes > mostNodes) return { status: 200, body: { errors: [tooMany(nodes)] } }
  const stale = staleFor(shell, asked, fault)
  const old = (kind: 'ref' | 'list' | 'blob') => (stale?.kinds.includes(kind) ? { [`${kind}s`]: stale.state } : {})
  const summaries = stale?.kinds.includes('summary') ? { summaries: stale.state } : {}
  const { limit, remaining, used, reset } = shell.limits.window(budgetOf(identity), 'graphql')
  const variables =
    body.variables !== null && typeof body.variables === 'object' && !Array.isArray(body.variables)
      ? body.variables
      : {}
  const answer = await executeGraphQL({
    world: shell.world,
    viewer: identity.actor,
    htmlUrl: shell.base,
    request: { query: textOf(body.query), variables, operationName: textOf(body.operationName) || null },
    hooks: hooksOf(shell, asked, fault),
    ...(stale ? { stale: { ...old('ref'), ...old('list'), ...old('blob'), ...summaries } } : {}),
    rateLimit: {
      limit,
      remaining,
      used,
      cost: asked.operation?.cost ?? 1,
      resetAt: new Date(reset * 1000).toISOString().replace('.000', ''),
    },
  })
  note(shell, asked, answer)
  const partial = fault?.mode === 'partial-errors'
  const given = givenUp(asked.record, fault, shell.faults.standing())
  const request = given && readRequest(body)
  const answered = given && request ? giveUp(answer, request, given) : answer
  const shown =
    partial && !asked.record.mutating && fault.at === undefined ? withPartialError(answered, asked, fault) : answered
  return { status: 200, body: (partial ? withoutTypes(shown) : shown) as Json }
}
