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
  /**
   * One more failure, and `how` it ended; `isRetry`: of a look that was due to an earlier one. Returns the seconds to wait,
   * null: no more.
   */
  readonly failed: (key: string, how: string, isRetry: boolean) => number | null
  /** How many looks in a row, up to the last one, ended this way. */
  readonly failures: (key: string, how: string) => number
  /** A look ended without a failure, and without success: what failed before it is not in a row with what fails after. */
  readonly interrupted: (key: string) => void
  readonly settled: (key: string) => void
}

/** `failures`: in a row, however each ended, by which pauses grow; `same`: of these the last ones, that ended alike. */
type Row = { readonly failures: number; readonly how: string; readonly same: number }

const none: Row = { failures: 0, how: '', same: 0 }

export const startRetries = (): Retries => {
  const rows = new Map<string, Row>()
  const rowOf = (key: string): Row => rows.get(key) ?? none
  return {
    failed: (key, how, isRetry) => {
      const { failures, ...last } = rowOf(key)
      const before = last.how === how ? last.same : 0
      // an event or a resync in between is no further try of the same: the pause goes on from where it was
      const now = isRetry || failures === 0 ? failures + 1 : failures
      rows.set(key, { failures: now, how, same: isRetry || before === 0 ? before + 1 : before })
      return pauseAfter(now, key)
    },
    failures: (key, how) => {
      const row = rowOf(key)
      return row.how === how ? row.same : 0
    },
    interrupted: key => {
      const row = rows.get(key)
      if (row !== undefined) rows.set(key, { ...row, how: '', same: 0 })
    },
    settled: key => void rows.delete(key),
  }
}
