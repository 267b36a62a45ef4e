import { checkRequest, checkResponse } from '../description/validate.ts'
import type { Fault } from '../faults/faults.ts'
import { remember, staleFor } from '../faults/older-worlds.ts'
import { type Answer, answerRefusal, type Json, type JsonObject, notFound, refused } from '../http/answer.ts'
import { budgetOf, type Identity, isIdentity } from '../identity/identify.ts'
import { Moved } from '../rest/moved.ts'
import type { Route } from '../rest/route.ts'
import type { Shell } from '../shell.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import type { World, WorldState } from '../world/types/world.ts'
import type { Asked } from './asked.ts'
import { askGraphQL } from './perform-graphql.ts'

/** Who may call it, before the handler is asked. */
const turnedAway = ({ auth, method, path }: Route, identity: Identity): Answer | null => {
  if (auth === 'anyone') return null
  if (auth === 'app') return identity.as === 'app' ? null : refused(401, 'A JSON web token could not be decoded')
  // to whoever is nobody a private repository is not there; what would change something wants somebody
  if (identity.as === 'anonymous')
    return method === 'GET' && path.startsWith('/repos/') ? null : refused(401, 'Requires authentication')
  return identity.as === 'app' ? refused(403, 'Resource not accessible by integration') : null
}

const moved = ({ status, location }: Moved): Answer => {
  const body = { message: 'Moved Permanently', url: location, documentation_url: 'https://docs.github.com/rest' }
  return { status, headers: { location }, ...(status === 302 ? {} : { body }) }
}

const nobody = { kind: 'user', user: 0 } as const

const objectOf = (body: Json | undefined): JsonObject =>
  body !== null && typeof body === 'object' ? (body as JsonObject) : {}

/** Runs a handler; what the world refuses becomes an answer. */
const handled = async (
  shell: Shell,
  asked: Asked,
  identity: Identity,
  world: World,
  summaries: WorldState | null,
): Promise<Answer> => {
  const { match, query, url, body } = asked
  if (!match) return notFound()
  const away = turnedAway(match.route, identity)
  if (away) return away
  if (body === null) return refused(400, 'Problems parsing JSON')
  const actor = 'actor' in identity ? identity.actor : nobody
  try {
    return await match.route.run({
      shell,
      world,
      summaries,
      identity,
      actor,
      method: asked.record.method,
      params: match.params,
      query,
      url,
      body: objectOf(body),
    })
  } catch (error) {
    if (error instanceof GitHubRefusal) return answerRefusal(error)
    if (error instanceof Moved) return moved(error)
    throw error
  }
}

const rest = async (shell: Shell, asked: Asked, identity: Identity, fault: Fault | null): Promise<Answer> => {
  const { match, record, body, query } = asked
  if (!match) {
    const message = `the embedded GitHub does not serve ${record.method} ${record.path}`
    shell.violations.push({ where: `${record.method} ${record.path}`, message, sample: undefined })
    return notFound()
  }
  const stale = staleFor(shell, asked, fault)
  const old = stale?.kinds.includes(match.route.reads ?? 'object') && !match.route.auth ? stale.state : null
  const world = old ? { ...shell.world, state: old, listeners: [] } : shell.world
  const answer = await handled(shell, asked, identity, world, stale?.kinds.includes('summary') ? stale.state : null)
  if (!shell.validate) return answer
  const key = `${match.route.method} ${match.route.path}`
  shell.exchanges.rest += 1
  shell.violations.push(...checkRequest(key, { params: match.params, query, body }))
  if (answer.text === undefined) shell.violations.push(...checkResponse(key, answer.status, answer.body))
  return answer
}

/** Does what a request asks, and answers. A bug of the emulator's own is a violation and a 500, never a wrong answer. */
export const perform = async (shell: Shell, asked: Asked, fault: Fault | null): Promise<Answer> => {
  const { identity, api, record } = asked
  if (!isIdentity(identity)) return identity
  if (record.mutating) remember(shell)
  try {
    return await (api === 'graphql' ? askGraphQL(shell, asked, identity, fault) : rest(shell, asked, identity, fault))
  } catch (error) {
    if (error instanceof Error && error.name === 'RequestCut') throw error
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const sample = error instanceof Error ? error.stack : undefined
    shell.violations.push({
      where: `${record.method} ${record.path} ${record.operation ?? ''}`.trim(),
      message,
      sample,
    })
    return refused(500, `the embedded GitHub failed: ${message}`)
  }
}

export const budget = (identity: Identity | Answer) =>
  budgetOf(isIdentity(identity) ? identity : { as: 'anonymous', name: 'anonymous' })
