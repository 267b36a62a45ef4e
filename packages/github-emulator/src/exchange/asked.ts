import type { Answer, Json, JsonObject } from '../http/answer.ts'
import { type Identity, identify, isIdentity } from '../identity/identify.ts'
import type { Match } from '../rest/routes.ts'
import type { Shell } from '../shell.ts'
import type { Operation } from './graphql-operation.ts'
import { readOperation } from './graphql-operation.ts'
import type { RequestRecord } from './request-record.ts'

/** A request, read: who asks for what. */
export type Asked = {
  readonly api: 'rest' | 'graphql'
  readonly record: RequestRecord
  readonly identity: Identity | Answer
  readonly match: Match | null
  /** Undefined when none came, null when it was not JSON. */
  readonly body: Json | undefined
  /** Path and query. */
  readonly url: string
  readonly query: URLSearchParams
  readonly operation: Operation | null
}

const readBody = (text: string): Json | undefined => {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

const objectOf = (body: Json | undefined): JsonObject =>
  body !== null && typeof body === 'object' && !Array.isArray(body) ? body : {}

/** Reads a request whose body is `text`, and writes its line of the log. */
export const readAsked = (
  shell: Shell,
  { method, url, headers }: Request,
  text: string,
  api: Asked['api'],
  found: Match | null,
): Asked => {
  const { pathname, search, searchParams } = new URL(url)
  const path = pathname.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api(?=\/graphql$)/, '') || '/'
  const body = readBody(text)
  const { world, app, installations, tokens, tokensExpire, faults } = shell
  const desk = { world, app, installations, tokens, tokensExpire, denied: faults.standing().denied }
  const identity = identify(desk, headers.get('authorization'))
  const operation = api === 'graphql' ? readOperation(objectOf(body)) : null
  const record: RequestRecord = {
    n: shell.requests.length + 1,
    time: world.now().toISOString(),
    identity: isIdentity(identity) ? identity.name : 'refused',
    method,
    path,
    operation: operation?.name ?? null,
    aliases: operation?.aliases ?? [],
    mutating: operation ? operation.mutating : method !== 'GET' && method !== 'HEAD' && found?.route.auth !== 'app',
    creations: operation?.creations ?? (found?.route.creates ? 1 : 0),
    status: 0,
    queryBytes: operation?.bytes ?? 0,
  }
  shell.requests.push(record)
  return { api, record, identity, match: found, body, url: pathname + search, query: searchParams, operation }
}
