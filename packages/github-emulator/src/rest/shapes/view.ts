import type { Actor } from '../../world/types/accounts.ts'
import type { WorldState } from '../../world/types/world.ts'

/** What an object is rendered from: a state of the world, who looks, and where the links point. */
export type View = {
  readonly state: WorldState
  readonly base: string
  readonly actor: Actor
  /** What counts of sub-issues and dependencies are made from, where that is older. */
  readonly summaries?: WorldState
}

/** The root of REST's links. */
export const apiOf = ({ base }: View) => `${base}/api/v3`
