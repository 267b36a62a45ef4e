import type { Asked } from '../exchange/asked.ts'
import type { Route } from '../rest/route.ts'
import type { Shell } from '../shell.ts'
import type { WorldState } from '../world/types/world.ts'
import { checkpoint } from '../world/world.ts'
import { type Fault, type StaleMode, staleness } from './faults.ts'

/** The world as it was `lag` mutating requests ago; as it is, when nothing was changed yet. */
const olderState = (shell: Shell, lag: number): WorldState | null =>
  shell.past[Math.min(lag, shell.past.length) - 1] ?? null

const kinds: { [mode in StaleMode]: readonly (Route['reads'] | 'object' | 'summary')[] } = {
  stale: ['list', 'ref', 'blob', 'object', 'summary'],
  'stale-lists': ['list', 'summary'],
  // the counts of sub-issues and dependencies are made a moment after what they count
  'stale-summaries': ['summary'],
  'stale-refs': ['ref'],
  'stale-blobs': ['blob'],
}

/** The older state that a read is answered from, and how much of it. Null for a fresh answer. */
export const staleFor = (shell: Shell, { record }: Asked, fault: Fault | null) => {
  const wanted = record.mutating ? null : staleness(record, fault, shell.faults.standing())
  const state = wanted && olderState(shell, wanted.lag)
  return wanted && state ? { state, kinds: kinds[wanted.mode] } : null
}

/** Keeps the world as it is before a request changes it, for stale reads to come. */
export const remember = (shell: Shell) => {
  const depth = Math.max(shell.memory, shell.faults.deepestLag())
  if (depth === 0) return
  // an older world is only read: its domain events and mail are left out of it
  const bare = { ...shell.world, state: { ...shell.world.state, domainEvents: [], mail: [] } }
  shell.past = [checkpoint(bare), ...shell.past].slice(0, depth)
}
