import type { Actor } from '../../world/types/accounts.ts'
import type { WorldState } from '../../world/types/world.ts'

/** What an object is rendered from: a state of the world, who looks, and where the links point. */
export type View = { readonly state: WorldState; readonly base: string; readonly actor: Actor }

/** The root of REST's links. */
export const apiOf = ({ base }: View) => `${base}/api/v3`
