import type { GitHub } from '../adapters/github/client/client.ts'
import { isUnlisted, repositories, type Unlisted } from '../adapters/github/client/find.ts'
import { firstLook } from '../adapters/github/client/first-look.ts'
import { type IncidentRef, incidentKey, type RepositoryRef } from '../domain/terms/incident-ref.ts'
import type { Job } from './job.ts'
import type { SettledMemory } from './settled-memory.ts'

type Installed = { readonly installation: number }

/** What a look at the incidents of one installation needs. */
export type Listing = {
  readonly connect: (installation: number) => Promise<GitHub>
  readonly add: (job: Job) => void
  /** What need not be read again. */
  readonly settled: Pick<SettledMemory, 'isSettled' | 'look'>
  /** Hears of a repository that has a configuration of ours, or a record. */
  readonly inUse: (github: GitHub, repository: RepositoryRef) => Promise<void>
  /** What could not be listed, and why: a sentence, or whatever was thrown. */
  readonly unlisted: (where: Installed | (Installed & RepositoryRef), why: unknown) => void
}

/**
 * Adds a job for every incident that may have changed, of every repository of an installation: what no webhook told of is
 * found here. Whatever goes wrong, in the installation or in one of its repositories, is told and keeps nothing else from
 * being looked at.
 */
export const resyncInstallation = async (installation: number, listing: Listing): Promise<void> => {
  const failed = (why: unknown) => listing.unlisted({ installation }, why)
  const github = await attempt(() => listing.connect(installation), failed)
  const places = github && (await listed(() => repositories(github), failed))
  if (github === null) return
  for (const repository of places ?? []) await lookAt(github, installation, repository, listing)
}

/** The same for one of its repositories. */
export const resyncRepository = async (
  installation: number,
  { owner, repo }: RepositoryRef,
  listing: Listing,
): Promise<void> => {
  const place = { installation, owner, repo }
  const github = await attempt(
    () => listing.connect(installation),
    why => listing.unlisted(place, why),
  )
  if (github !== null) await lookAt(github, installation, place, listing)
}

const lookAt = async (
  github: GitHub,
  installation: number,
  { owner, repo }: RepositoryRef,
  { add, settled, inUse, unlisted }: Listing,
): Promise<void> => {
  const place = { installation, owner, repo }
  const look = await listed(
    () => firstLook(github, { owner, repo }),
    why => unlisted(place, why),
  )
  if (look === null) return
  for (const sight of look.sights) {
    const incident = { owner, repo, number: sight.number }
    const key = incidentKey(incident)
    if (settled.isSettled(key, sight, look.at)) continue
    settled.look(key, sight)
    add({ ...incident, installation, reason: 'resync', logins: [], notBefore: null })
  }
  const failed = (why: unknown) => unlisted(place, why)
  if (look.isInUse) await attempt(() => inUse(github, { owner, repo }), failed)
}

/** null: it failed, and that was told. */
const attempt = async <T>(work: () => Promise<T>, failed: (why: unknown) => void): Promise<T | null> => {
  try {
    return await work()
  } catch (error) {
    failed(error)
    return null
  }
}

const listed = async <T extends object>(
  work: () => Promise<T | Unlisted>,
  failed: (why: unknown) => void,
): Promise<T | null> => {
  const found = await attempt(work, failed)
  if (found === null || !isUnlisted(found)) return found
  failed(found.unlisted)
  return null
}

/** The incidents of one repository that a resync looks at, or why they cannot all be listed. */
export const incidentsOf = async (
  github: GitHub,
  { owner, repo }: RepositoryRef,
): Promise<readonly IncidentRef[] | Unlisted> => {
  const look = await firstLook(github, { owner, repo })
  if (isUnlisted(look)) return look
  return look.sights.map(({ number }) => ({ owner, repo, number }))
}
