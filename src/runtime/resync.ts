import type { GitHub } from '../adapters/github/client/client.ts'
import { openIncidents, repositories } from '../adapters/github/client/find.ts'
import type { IncidentRef, RepositoryRef } from '../domain/terms/incident-ref.ts'
import type { Job } from './job.ts'

/** What a resync needs of the App. */
export type Resync = {
  readonly installations: () => Promise<readonly number[]>
  readonly connect: (installation: number) => Promise<GitHub>
  readonly add: (job: Job) => void
  /** A repository whose incidents could not be listed keeps no other from being looked at. */
  readonly unlisted: (repository: RepositoryRef, error: unknown) => void
}

/** Adds a job for every incident that may have changed, of every repository: what no webhook told of is found here. */
export const resync = async ({ installations, connect, add, unlisted }: Resync): Promise<void> => {
  for (const installation of await installations()) {
    const github = await connect(installation)
    for (const repository of await repositories(github)) {
      const incidents = await incidentsOf(github, repository).catch(error => {
        unlisted(repository, error)
        return []
      })
      for (const incident of incidents)
        add({ ...incident, installation, reason: 'resync', logins: [], notBefore: null })
    }
  }
}

/** The incidents of one repository that a resync looks at. Throws `ResyncFailed` where they cannot all be listed. */
export const incidentsOf = async (github: GitHub, { owner, repo }: RepositoryRef): Promise<readonly IncidentRef[]> => {
  const numbers = await openIncidents(github, owner, repo)
  return numbers.map(number => ({ owner, repo, number }))
}
