import type { LimitState } from '../exchange/limits.ts'
import type { RequestRecord } from '../exchange/request-record.ts'
import type { FaultState } from '../faults/faults.ts'
import type { Installation } from '../identity/app.ts'
import type { Grant } from '../identity/identify.ts'
import type { Shell } from '../shell.ts'
import type { DeliveryState } from '../webhooks/deliveries.ts'
import type { WorldState } from '../world/types/world.ts'
import { checkpoint, restore } from '../world/world.ts'

/** The whole of an emulator at one moment, the world and the shell around it. */
export type Checkpoint = {
  readonly world: WorldState
  readonly clock: number
  readonly tokens: [string, Grant][]
  readonly installations: [number, Installation][]
  readonly limits: LimitState
  readonly faults: FaultState
  readonly post: DeliveryState
  readonly requests: RequestRecord[]
  readonly past: WorldState[]
  readonly late: Shell['late']
}

/** What never changes once made (grants, installations, records, older worlds) is shared, not copied. */
export const save = (shell: Shell): Checkpoint => ({
  world: checkpoint(shell.world),
  clock: shell.clock.save(),
  tokens: [...shell.tokens],
  installations: [...shell.installations],
  limits: shell.limits.save(),
  faults: shell.faults.save(),
  post: shell.post.save(),
  requests: [...shell.requests],
  past: [...shell.past],
  late: [...shell.late],
})

const refill = <K, V>(map: Map<K, V>, entries: readonly [K, V][]) => {
  map.clear()
  for (const [key, value] of entries) map.set(key, value)
}

export const load = (shell: Shell, saved: Checkpoint): void => {
  restore(shell.world, saved.world)
  shell.clock.load(saved.clock)
  refill(shell.tokens, saved.tokens)
  refill(shell.installations, saved.installations)
  shell.limits.load(saved.limits)
  shell.faults.load(saved.faults)
  shell.post.load(saved.post)
  shell.requests.splice(0, shell.requests.length, ...saved.requests)
  shell.past = [...saved.past]
  shell.late = [...saved.late]
}
