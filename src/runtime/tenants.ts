import type { RepositoryRef } from '../domain/terms/incident-ref.ts'
import { repositoryKey } from '../domain/terms/incident-ref.ts'
import type { AppAccess } from './app-access.ts'
import { fewAtOnce } from './few-at-once.ts'
import type { Queue } from './queue.ts'
import { type Listing, resyncInstallation, resyncRepository } from './resync.ts'
import type { Retries } from './retries.ts'

/** What could not be looked at: one repository, one installation, or all of them. */
export type SweepScope =
  | (RepositoryRef & { readonly installation: number })
  | { readonly installation: number }
  | 'everything'

export type Tenants = {
  /** Every open incident of every installation. */
  readonly resync: () => Promise<void>
  /** Every open incident of one: something about it has changed. */
  readonly changed: (installation: number) => Promise<void>
  readonly stop: () => void
}

export type TenantsSettings = {
  readonly access: Pick<AppAccess, 'connect' | 'installations'>
  readonly add: Queue['add']
  readonly settled: Listing['settled']
  readonly inUse: Listing['inUse']
  readonly retries: Retries
  /** What could not be listed, why, and in how many seconds it is tried again; null: at the next resync. */
  readonly failed: (place: SweepScope, why: unknown, seconds: number | null) => void
}

/** Each is asked one request at a time; a new token and a list of its repositories come first. */
const tenantsAtOnce = 20

/**
 * Looks at the open incidents of every tenant. What could not be listed is tried again by itself, after growing pauses:
 * nobody else's incidents are looked at again for it.
 */
export const watchTenants = ({ access, retries, failed, ...rest }: TenantsSettings): Tenants => {
  /** What could not be listed, until it could. */
  const troubled = new Map<string, { readonly place: SweepScope; readonly timer: NodeJS.Timeout | null }>()

  const again = (place: SweepScope, why: unknown, isRetry: boolean): void => {
    const key = keyOf(place)
    const seconds = retries.failed(key, 'unlisted', isRetry)
    failed(place, why, seconds)
    clearTimeout(troubled.get(key)?.timer ?? undefined)
    const timer = seconds === null ? null : setTimeout(() => void look(place, true), seconds * 1_000).unref()
    troubled.set(key, { place, timer })
  }

  const settle = (looked: SweepScope, vain: ReadonlySet<string>): void => {
    for (const [key, { place, timer }] of troubled) {
      if (vain.has(key) || !isWithin(place, looked)) continue
      clearTimeout(timer ?? undefined)
      troubled.delete(key)
      retries.settled(key)
    }
  }

  /** A look at this place. Whatever in it could not be listed is tried again by itself. */
  const look = async (place: SweepScope, isRetry: boolean): Promise<void> => {
    const vain = new Set<string>()
    const unlisted = (where: Exclude<SweepScope, 'everything'>, why: unknown): void => {
      vain.add(keyOf(where))
      again(where, why, isRetry && keyOf(where) === keyOf(place))
    }
    // a new token each time: one that was kept may be older than this machine's clock believes, after it was suspended
    const listing: Listing = { connect: installation => access.connect(installation, true), ...rest, unlisted }
    try {
      if (place === 'everything')
        await fewAtOnce(await access.installations(), tenantsAtOnce, one => resyncInstallation(one, listing))
      else if ('repo' in place) await resyncRepository(place.installation, place, listing)
      else await resyncInstallation(place.installation, listing)
      settle(place, vain)
    } catch (error) {
      again(place, error, isRetry)
    }
  }

  return {
    resync: () => look('everything', false),
    changed: installation => look({ installation }, false),
    stop: () => {
      for (const { timer } of troubled.values()) clearTimeout(timer ?? undefined)
    },
  }
}

const isWithin = (place: SweepScope, looked: SweepScope): boolean => {
  if (looked === 'everything' || keyOf(place) === keyOf(looked)) return true
  return place !== 'everything' && !('repo' in looked) && place.installation === looked.installation
}

const keyOf = (place: SweepScope): string => {
  if (place === 'everything') return 'everything'
  return 'repo' in place ? `repository ${repositoryKey(place)}` : `installation ${place.installation}`
}
