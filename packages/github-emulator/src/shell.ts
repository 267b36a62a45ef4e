import type { Clock } from './controls/clock.ts'
import type { Violation } from './description/validate.ts'
import type { Limits } from './exchange/limits.ts'
import type { RequestRecord } from './exchange/request-record.ts'
import type { Faults } from './faults/faults.ts'
import type { App, Installations } from './identity/app.ts'
import type { Tokens } from './identity/identify.ts'
import type { Post } from './webhooks/deliveries.ts'
import type { World, WorldState } from './world/types/world.ts'

/** A point at which another writer may come in between: before a request, or before one alias of a mutation. */
export type Point = { readonly request: RequestRecord; readonly alias?: number }

/** All that the HTTP side of one emulator holds beside the world. */
export type Shell = {
  /** Where it is reached, without a slash at the end. */
  base: string
  readonly world: World
  readonly clock: Clock
  readonly limits: Limits
  readonly faults: Faults
  readonly app: App
  readonly installations: Installations
  readonly tokens: Tokens
  readonly post: Post
  readonly requests: RequestRecord[]
  readonly violations: Violation[]
  readonly exchanges: { rest: number; webhooks: number; graphql: number }
  /** Whether exchanges are held against GitHub's description. */
  readonly validate: boolean
  readonly tokensExpire: boolean
  /** Older worlds, the newest first: each from before a mutating request. */
  past: WorldState[]
  /** How many of them to keep, also when no fault asks for them. */
  readonly memory: number
  /** Requests whose effect is still to come. */
  late: { readonly due: number; readonly run: () => Promise<unknown> }[]
  /** Awaited at each point, when a test wants to interleave writers. */
  pace: ((point: Point) => void | Promise<void>) | null
  suspend(installationId: number, suspended: boolean): void
  uninstall(installationId: number): void
}

/** What Hono's handlers find in `c.env`: the emulator that the request came to. */
export type ShellEnv = { readonly Bindings: { readonly shell: Shell } }
