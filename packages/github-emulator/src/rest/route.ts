import type { Answer, JsonObject } from '../http/answer.ts'
import type { Identity } from '../identity/identify.ts'
import type { Shell } from '../shell.ts'
import type { Actor } from '../world/types/accounts.ts'
import type { World, WorldState } from '../world/types/world.ts'

/** One REST request on its way to a handler. `world` is an older one while a stale read is answered. */
export type Call = {
  readonly shell: Shell
  readonly world: World
  /** An older world for the counts of sub-issues and dependencies, which lag; null: they do not. */
  readonly summaries: WorldState | null
  readonly identity: Identity
  readonly actor: Actor
  readonly method: string
  /** From the path, decoded. */
  readonly params: { readonly [name: string]: string }
  readonly query: URLSearchParams
  readonly body: JsonObject
  /** The path and query as asked, for links to further pages. */
  readonly url: string
}

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As GitHub's description writes it. */
  readonly path: string
  readonly run: (call: Call) => Answer | Promise<Answer>
  /** What it reads, for faults that make only lists, refs or blobs stale. */
  readonly reads?: 'list' | 'ref' | 'blob'
  /** It makes something that counts against the limit on creations. */
  readonly creates?: true
  /** Who may call it: an App with its JWT, anyone, or (unless said) a person or an App's token. */
  readonly auth?: 'app' | 'anyone'
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
const long = new Set(['ref', 'branch', 'basehead', 'path'])

/**
 * A path of the description as the router writes it: `{ref}` takes slashes where GitHub lets it. Each may end in a slash,
 * and the root folder's contents are asked for with no path at all.
 */
export const routerPaths = (path: string): string[] => {
  const written = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (long.has(name) ? `:${name}{.+}` : `:${name}`))
  if (written.endsWith('{.+}')) return path.endsWith('/{path}') ? [...folder(written), written] : [written]
  return [written, `${written}/`]
}

const folder = (written: string): string[] => {
  const above = written.slice(0, written.lastIndexOf('/'))
  return [above, `${above}/`]
}

/** The parameters of a path as the router found them, decoded; one that was left out is empty. */
export const parametersOf = (path: string, found: { readonly [name: string]: string }): Call['params'] =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, found[name] ?? '']))
