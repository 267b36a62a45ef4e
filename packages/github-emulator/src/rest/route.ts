import type { Answer, JsonObject } from '../http/answer.ts'
import type { Identity } from '../http/auth.ts'
import type { Shell } from '../http/shell.ts'
import type { Actor } from '../world/types/accounts.ts'
import type { World } from '../world/types/world.ts'

/** One REST request on its way to a handler. `world` is an older one while a stale read is answered. */
export type Call = {
  shell: Shell
  world: World
  identity: Identity
  actor: Actor
  /** From the path, decoded. */
  params: { [name: string]: string }
  query: URLSearchParams
  body: JsonObject
  /** The path and query as asked, for links to further pages. */
  url: string
}

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As GitHub's description writes it. */
  path: string
  run: (call: Call) => Answer | Promise<Answer>
  /** What it reads, for faults that make only lists, refs or blobs stale. */
  reads?: 'list' | 'ref' | 'blob'
  /** It makes something that counts against the limit on creations. */
  creates?: true
  /** Who may call it: an App with its JWT, anyone, or (unless said) a person or an App's token. */
  auth?: 'app' | 'anyone'
}

type Options = Pick<Route, 'reads' | 'creates' | 'auth'>

export const get = (path: string, run: Route['run'], options: Options = {}): Route => ({
  method: 'GET',
  path,
  run,
  ...options,
})
export const post = (path: string, run: Route['run'], options: Options = {}): Route => ({
  method: 'POST',
  path,
  run,
  ...options,
})
export const put = (path: string, run: Route['run'], options: Options = {}): Route => ({
  method: 'PUT',
  path,
  run,
  ...options,
})
export const patch = (path: string, run: Route['run'], options: Options = {}): Route => ({
  method: 'PATCH',
  path,
  run,
  ...options,
})
export const remove = (path: string, run: Route['run'], options: Options = {}): Route => ({
  method: 'DELETE',
  path,
  run,
  ...options,
})

/** These may hold slashes; every other parameter is one segment. */
const long = new Set(['ref', 'branch', 'basehead'])

/** A pattern for a path of the description: `{ref}` takes slashes where GitHub lets it. */
export function pattern(path: string): RegExp {
  const parts = path.split(/(\/\{path\}|\{\w+\})/).map(part => {
    // the root folder's contents are asked for with an empty path, with or without its slash
    if (part === '/{path}') return '(?:/(?<path>.*))?'
    const name = part.match(/^\{(\w+)\}$/)?.[1]
    if (!name) return part.replaceAll(/[.*+?^$()[\]\\|]/g, '\\$&')
    return long.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`
  })
  return new RegExp(`^${parts.join('')}/?$`)
}
