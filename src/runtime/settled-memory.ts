import type { Sight } from '../adapters/github/client/first-look.ts'
import { isBefore, later, type Timestamp } from '../domain/terms/timestamp.ts'

/** What a run that found everything in order went by. Moments by GitHub's clock. */
export type Settled = {
  /** When its last read was sent, or earlier. */
  readonly asked: Timestamp
  /** The same by this process's clock, in milliseconds. */
  readonly began: number
  /** The head of the record that it read; null: there is none. */
  readonly head: string | null
  /** When time alone brings something about; null: never. */
  readonly due: Timestamp | null
}

/**
 * Which incidents a resync need not read, as nothing has moved since they were in order. It lies in the memory of one
 * process, so that after a restart everything is read once.
 */
export type SettledMemory = {
  /** Whether nothing of this has moved since a run settled it. */
  readonly isSettled: (key: string, sight: Sight, at: Timestamp) => boolean
  /** The incident is going to be read, and this is what it showed before. */
  readonly look: (key: string, sight: Sight) => void
  /** A run has ended; null: not in order. */
  readonly ended: (key: string, settled: Settled | null) => void
}

/** Seconds: lists may be behind for as long, and a moment has whole seconds. */
const lag = 60

/** Not everything is known to move a moment that shows. Less than an hour, so that a resync each quarter of one keeps to it. */
const longest = 55 * 60

type Look = { readonly sight: Sight; readonly ended: number }
type Known = { readonly mark: string; readonly last: Settled }

/** `clock`: this process's, in milliseconds; moments of GitHub's have whole seconds, which do not tell what came first. */
export const startSettledMemory = (clock: () => number = () => performance.now()): SettledMemory => {
  const looked = new Map<string, Look>()
  const settled = new Map<string, Known>()
  /** Whatever is so old is read anew anyhow, and an incident that is gone is never asked for again. */
  const prune = (): void => {
    const since = clock() - longest * 1_000
    dropWhile(looked, ({ ended }) => ended < since)
    dropWhile(settled, ({ last }) => last.began < since)
  }
  return {
    isSettled: (key, sight, at) => {
      const known = settled.get(key)
      return known !== undefined && known.mark === sight.mark && isGood(known.last, at)
    },
    look: (key, sight) => {
      prune()
      settled.delete(key)
      looked.delete(key)
      looked.set(key, { sight, ended: clock() })
    },
    ended: (key, last) => {
      const look = looked.get(key)
      settled.delete(key)
      if (last === null || look === undefined || !isLater(last, look)) return
      looked.delete(key)
      settled.set(key, { mark: look.sight.mark, last })
    },
  }
}

/** The oldest come first: each is put at the end anew. */
const dropWhile = <T>(map: Map<string, T>, isOld: (one: T) => boolean): void => {
  for (const [key, one] of map) {
    if (!isOld(one)) return
    map.delete(key)
  }
}

/** Read after the look, from the same record, and long enough after whatever had moved by then. */
const isLater = ({ asked, began, head }: Settled, { sight, ended }: Look): boolean =>
  began >= ended && head === sight.head && (sight.moved === null || isBefore(later(sight.moved, lag), asked))

const isGood = ({ asked, due }: Settled, now: Timestamp): boolean =>
  isBefore(now, later(asked, longest)) && (due === null || isBefore(now, due))
