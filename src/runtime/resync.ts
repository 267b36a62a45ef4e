import type { GitHub } from '../adapters/github/client/client.ts'
import { isUnlisted, openIncidents, repositories, type Unlisted } from '../adapters/github/client/find.ts'
import type { IncidentRef, RepositoryRef } from '../domain/terms/incident-ref.ts'
import type { Job } from './job.ts'

/** What a resync of one installation needs. */
export type Listing = {
  readonly connect: (installation: number) => Promise<GitHub>
  readonly add: (job: Job) => void
  /** What could not be listed, and why: a sentence of ours, or whatever was thrown. */
  readonly unlisted: (where: RepositoryRef | { readonly installation: number }, why: unknown) => void
}

/** What a resync needs of the App. */
export type Resync = Listing & { readonly installations: () => Promise<readonly number[]> }

/** Adds a job for every incident that may have changed, of every repository: what no webhook told of is found here. */
export const resync = async ({ installations, ...listing }: Resync): Promise<void> => {
  for (const installation of await installations()) await resyncInstallation(installation, listing)
}

/** One installation. Whatever goes wrong in it, or in one of its repositories, is told and keeps no other from being looked at. */
export const resyncInstallation = async (installation: number, { connect, add, unlisted }: Listing): Promise<void> => {
  const github = await attempt(
    () => connect(installation),
    why => unlisted({ installation }, why),
  )
  const places =
    github &&
    (await listed(
      () => repositories(github),
      why => unlisted({ installation }, why),
    ))
  for (const repository of places ?? []) {
    const incidents =
      github &&
      (await listed(
        () => incidentsOf(github, repository),
        why => unlisted(repository, why),
      ))
    for (const incident of incidents ?? [])
      add({ ...incident, installation, reason: 'resync', logins: [], notBefore: null })
  }
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
  const numbers = await openIncidents(github, owner, repo)
  if (isUnlisted(numbers)) return numbers
  return numbers.map(number => ({ owner, repo, number }))
}
