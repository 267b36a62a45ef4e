import type { Actor } from '../world/types/accounts.ts'
import type { World, WorldState } from '../world/types/world.ts'

/**
 * Called around each root field of a mutation, in order, counted from 0; may throw `RequestCut` or a `GitHubRefusal`. `field`:
 * before any field is answered, with where it stands in the answer, its parts joined with dots; may throw a `GitHubRefusal`.
 */
export type Hooks = {
  before?(alias: number, responseKey: string, field: string): void | Promise<void>
  after?(alias: number, responseKey: string, field: string): void | Promise<void>
  field?(path: string): void
}

export type RateLimit = {
  readonly limit: number
  readonly remaining: number
  readonly resetAt: string
  readonly cost?: number
  readonly used?: number
}

/** What every resolver may look at. `refs`, `lists` and `trees` are the live state unless the shell wants lag. */
export type Context = {
  readonly world: World
  readonly viewer: Actor
  readonly htmlUrl: string
  /** Where refs point. */
  readonly refs: WorldState
  /** Timelines, sub-issues, comments, labels and lists of issues. */
  readonly lists: WorldState
  /** What counts of sub-issues and dependencies are made from. */
  readonly summaries: WorldState
  /** Where `object(expression:)` finds its path: on GitHub it resolves the ref a second time. */
  readonly trees: WorldState
  readonly rateLimit: RateLimit
  readonly hooks: Hooks
  /** How many root fields of the mutation were begun. */
  begun: number
  cut: RequestCut | null
}

/** The request ends here: what earlier aliases did stays, the rest is not done, and the caller gets no answer. */
export class RequestCut extends Error {
  override readonly name = 'RequestCut'
  readonly status: number

  constructor(message = 'the request was cut', status = 502) {
    super(message)
    this.status = status
  }
}

/** Asked for something this GitHub has not got: never answered with null, so that no test believes it. */
export class NotEmulated extends Error {
  override readonly name = 'NotEmulated'
}
