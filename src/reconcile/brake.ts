import type { Timestamp } from '../domain/terms/timestamp.ts'

/**
 * How fast content is created on one account: an installation, or a repository's workflows. One for all of its runs, for
 * GitHub counts them together. It counts by GitHub's clock.
 */
export type Brake = {
  /** When so much may be created; null: now. */
  readonly until: (count: number, now: Timestamp) => Timestamp | null
  /** So much is being created. */
  readonly count: (count: number, now: Timestamp) => void
}

/**
 * GitHub takes 80 requests that create content a minute and 500 an hour, and counts each alias, reactions among them. To be
 * refused often is to be barred, and people create in the same place: so an eighth is left.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#secondary-rate-limits
 */
const allowed = [
  { seconds: 60, most: 70 },
  { seconds: 3_600, most: 440 },
] as const

/** A brake that has counted nothing yet; it forgets what was before it, as a process does that starts. */
export const startBrake = (): Brake => {
  let created: readonly { readonly at: number; readonly count: number }[] = []

  const roomAt = (count: number, now: number, { seconds, most }: (typeof allowed)[number]): number => {
    const span = seconds * 1_000
    const within = created.filter(one => one.at > now - span)
    let sum = within.reduce((total, one) => total + one.count, count)
    let at = now
    // one batch is less than is allowed, so that it goes at the latest once nothing else counts
    for (const one of within) {
      if (sum <= most) break
      sum -= one.count
      at = one.at + span
    }
    return at
  }
  return {
    until: (count, now) => {
      if (count === 0) return null
      const moment = Date.parse(now)
      const at = Math.max(...allowed.map(limit => roomAt(count, moment, limit)))
      return at > moment ? new Date(at).toISOString() : null
    },
    count: (count, now) => {
      const moment = Date.parse(now)
      created = [...created.filter(one => one.at > moment - 3_600_000), { at: moment, count }]
    },
  }
}

/** The brake of each account, one for as long as the process lives. */
export const keepBrakes = <Account>(): ((account: Account) => Brake) => {
  const kept = new Map<Account, Brake>()
  return account => {
    const brake = kept.get(account) ?? startBrake()
    kept.set(account, brake)
    return brake
  }
}
