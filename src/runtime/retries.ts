import { createHash } from 'node:crypto'

/** Seconds: the first pause, and what no pause exceeds. */
const first = 10
const longest = 600
/** After so many further looks, some twenty minutes, the resync looks on. */
const most = 7

/**
 * Seconds before the next look, after so many that failed: 10, 20, 40, ... 600, each up to a quarter longer by its key, so
 * that what failed together does not come back together; null: enough.
 */
const pauseAfter = (failures: number, key: string): number | null => {
  if (failures > most) return null
  const digest = createHash('sha256').update(`${key} ${failures}`).digest()
  const pause = Math.min(longest, first * 2 ** (failures - 1))
  return Math.round(pause * (1 + digest.readUInt16BE(0) / 0xffff / 4))
}

/** How often in a row something was looked at again in vain. Kept in memory: a restart looks at everything anyhow. */
export type Retries = {
  /** One more failure; `isRetry`: of a look that was due to an earlier one. Returns the seconds to wait, null: no more. */
  readonly failed: (key: string, isRetry: boolean) => number | null
  /** How many looks in a row ended so. */
  readonly failures: (key: string) => number
  readonly settled: (key: string) => void
}

export const startRetries = (): Retries => {
  const counts = new Map<string, number>()
  return {
    failed: (key, isRetry) => {
      const before = counts.get(key) ?? 0
      // an event or a resync in between is no further try of the same: the pause goes on from where it was
      const now = isRetry || before === 0 ? before + 1 : before
      counts.set(key, now)
      return pauseAfter(now, key)
    },
    failures: key => counts.get(key) ?? 0,
    settled: key => void counts.delete(key),
  }
}
