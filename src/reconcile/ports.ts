import type { GitHub } from '../adapters/github/client/client.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { later } from '../domain/terms/timestamp.ts'
import type { Run } from './run-state.ts'

/** One incident, as a door names it. The logins are a hint of whom the first read should ask about. */
export type Place = {
  readonly owner: string
  readonly repo: string
  readonly number: number
  readonly logins: readonly string[]
}

/** What a door lends to a run. */
export type Means = {
  readonly github: GitHub
  /** A word that no run ever had before. */
  readonly freshId: () => string
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly log: (line: string) => void
}

/** GitHub's no to a read or to everything: there is no such issue, our token is not good, or something is not allowed. */
export type Denied = 'absent' | 'unauthorised' | 'refused'

/** Why a run ends before its work is done. */
export type Ended =
  | { readonly is: 'halted'; readonly why: Denied | 'exposed' }
  | { readonly is: 'limited'; readonly until: Timestamp }

/** What follows from a clear no: with a time to wait, a later run; without, none. */
export const refusedWith = (retryAfter: number | null, { github }: Means): Ended =>
  retryAfter === null ? { is: 'halted', why: 'refused' } : { is: 'limited', until: later(github.now(), retryAfter) }

/** One, two, four seconds: another writer, or GitHub, may need the time. */
export const backOff = async ({ sleep }: Means, run: Run): Promise<void> => {
  run.lost += 1
  await sleep(1000 * 2 ** Math.min(run.lost - 1, 2))
}
