import type { Channels } from '../adapters/channels/channel.ts'
import type { GitHub } from '../adapters/github/client/client.ts'
import type { HaltReason } from '../domain/terms/run-outcome.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { later } from '../domain/terms/timestamp.ts'
import type { Brake } from './brake.ts'
import type { Run } from './run-state.ts'

/** What an entry point lends to a run. */
export type Ports = {
  readonly github: GitHub
  /** Ways to wake people outside GitHub that this run may use; empty: the operator defined none. */
  readonly channels: Channels
  /** That of the account by which `github` writes. */
  readonly brake: Brake
  /** A word that no run ever had before. */
  readonly freshId: () => string
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly log: (line: string) => void
}

/** Why a run ends before its work is done. */
export type Ended =
  | { readonly is: 'halted'; readonly why: HaltReason }
  | { readonly is: 'limited'; readonly until: Timestamp }

/** What follows from a clear no: with a time to wait, a later run; without, none. */
export const refusedWith = (retryAfter: number | null, now: Timestamp): Ended =>
  retryAfter === null ? { is: 'halted', why: 'refused' } : { is: 'limited', until: later(now, retryAfter) }

/** One, two, four seconds: another writer, or GitHub, may need the time. */
export const backOff = async ({ sleep }: Ports, run: Run): Promise<void> => {
  run.lost += 1
  await sleep(1000 * 2 ** Math.min(run.lost - 1, 2))
}
