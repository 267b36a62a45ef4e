import { type Match, match } from '../rest/routes.ts'
import type { Answer, Json, JsonObject } from './answer.ts'
import { type Identity, identify, isIdentity } from './auth.ts'
import type { Operation } from './operation.ts'
import { readOperation } from './operation.ts'
import type { RequestRecord } from './requests.ts'
import type { Shell } from './shell.ts'

/** A request as it arrives, by socket or in process. `url` is path and query; `body` is `bytes` read as text. */
export type Incoming = {
  method: string
  url: string
  headers: { [name: string]: string | undefined }
  body: string
  bytes: Uint8Array
}

/** A request, read: who asks for what. */
export type Asked = {
  api: 'rest' | 'graphql'
  record: RequestRecord
  identity: Identity | Answer
  match: Match | null
  /** Undefined when none came, null when it was not JSON. */
  body: Json | undefined
  url: string
  query: URLSearchParams
  operation: Operation | null
}

function readBody(text: string): Json | undefined {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

const objectOf = (body: Json | undefined): JsonObject =>
  body !== null && typeof body === 'object' && !Array.isArray(body) ? body : {}

/** Reads a request, and writes its line of the log. */
export function readAsked(shell: Shell, { method, url, headers, body: text }: Incoming): Asked {
  const { pathname, searchParams } = new URL(url, shell.base)
  const path = pathname.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api(?=\/graphql$)/, '') || '/'
  const api = path === '/graphql' ? 'graphql' : 'rest'
  const body = readBody(text)
  const { world, app, installations, tokens, tokensExpire, faults } = shell
  const desk = { world, app, installations, tokens, tokensExpire, denied: faults.standing().denied }
  const identity = identify(desk, headers.authorization)
  const found = api === 'rest' ? match(method === 'HEAD' ? 'GET' : method, path) : null
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
  return { api, record, identity, match: found, body, url, query: searchParams, operation }
}
