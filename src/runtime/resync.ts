import type { GitHub } from '../adapters/github/client/client.ts'
import { isUnlisted, openIncidents, repositories, type Unlisted } from '../adapters/github/client/find.ts'
import type { IncidentRef, RepositoryRef } from '../domain/terms/incident-ref.ts'
import type { Job } from './job.ts'

/** What a resync needs of the App. */
export type Resync = {
  readonly installations: () => Promise<readonly number[]>
  readonly connect: (installation: number) => Promise<GitHub>
  readonly add: (job: Job) => void
  /** A repository whose incidents could not be listed keeps no other from being looked at; nor does an installation. */
  readonly unlisted: (where: RepositoryRef | { readonly installation: number }, why: string) => void
}

/** Adds a job for every incident that may have changed, of every repository: what no webhook told of is found here. */
export const resync = async ({ installations, connect, add, unlisted }: Resync): Promise<void> => {
  for (const installation of await installations()) {
    const github = await connect(installation)
    const places = await repositories(github)
    if (isUnlisted(places)) {
      unlisted({ installation }, places.unlisted)
      continue
    }
    for (const repository of places) {
      const incidents = await incidentsOf(github, repository)
      if (isUnlisted(incidents)) {
        unlisted(repository, incidents.unlisted)
        continue
      }
      for (const incident of incidents)
        add({ ...incident, installation, reason: 'resync', logins: [], notBefore: null })
    }
  }
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
