import type { Fault } from '../faults/faults.ts'
import { staleFor } from '../faults/older-worlds.ts'
import { executeGraphQL, type Answer as GraphQLAnswer, type Hooks, RequestCut } from '../graphql/execute.ts'
import { type Answer, type Json, refused } from '../http/answer.ts'
import { budgetOf, type Identity } from '../identity/identify.ts'
import type { Shell } from '../shell.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import type { Asked } from './asked.ts'
import { somethingWentWrong } from './error-answers.ts'
import { requestId } from './request-record.ts'

const cuts = new Set(['502-before', '502-after', 'reset-before', 'reset-after', 'timeout-before', 'timeout-after'])

/** What a fault does at one alias: cut the request before or after it, or let it alone fail. */
const strike = (fault: Fault, when: 'before' | 'after', id: string) => {
  if (cuts.has(fault.mode) && fault.mode.endsWith(when)) throw new RequestCut()
  if (fault.mode !== 'partial-errors' || when !== (fault.done ? 'after' : 'before')) return
  throw new GitHubRefusal(200, 'SERVICE_UNAVAILABLE', somethingWentWrong(id))
}

/** The shell's part between the aliases of a mutation: other writers come in, and faults strike. */
const hooksOf = (shell: Shell, asked: Asked, fault: Fault | null): Hooks => {
  const at = fault && (fault.alias ?? (fault.mode === 'partial-errors' ? 1 : null))
  const id = requestId(asked.record.n)
  return {
    async before(index) {
      await shell.pace?.({ request: asked.record, alias: index + 1 })
      if (fault && index + 1 === at) strike(fault, 'before', id)
    },
    after(index) {
      if (fault && index + 1 === at) strike(fault, 'after', id)
    },
  }
}

/** A query has no hooks: of its first level, one field comes back as nothing, with an error. */
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
  const stale = staleFor(shell, asked, fault)
  const old = (kind: 'ref' | 'list' | 'blob') => (stale?.kinds.includes(kind) ? { [`${kind}s`]: stale.state } : {})
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
    ...(stale ? { stale: { ...old('ref'), ...old('list'), ...old('blob') } } : {}),
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
  const shown = partial && !asked.record.mutating ? withPartialError(answer, asked, fault) : answer
  return { status: 200, body: (partial ? withoutTypes(shown) : shown) as Json }
}
