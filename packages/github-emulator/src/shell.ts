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
export type Point = { request: RequestRecord; alias?: number }

/** All that the HTTP side of one emulator holds beside the world. */
export type Shell = {
  /** Where it is reached, without a slash at the end. */
  base: string
  world: World
  clock: Clock
  limits: Limits
  faults: Faults
  app: App
  installations: Installations
  tokens: Tokens
  post: Post
  requests: RequestRecord[]
  violations: Violation[]
  exchanges: { rest: number; webhooks: number; graphql: number }
  /** Whether exchanges are held against GitHub's description. */
  validate: boolean
  tokensExpire: boolean
  /** Older worlds, the newest first: each from before a mutating request. */
  past: WorldState[]
  /** How many of them to keep, also when no fault asks for them. */
  memory: number
  /** Requests whose effect is still to come. */
  late: { due: number; run: () => Promise<unknown> }[]
  /** Awaited at each point, when a test wants to interleave writers. */
  pace: ((point: Point) => void | Promise<void>) | null
  suspend(installationId: number, suspended: boolean): void
  uninstall(installationId: number): void
}

/** What Hono's handlers find in `c.env`: the emulator that the request came to. */
export type ShellEnv = { Bindings: { readonly shell: Shell } }
