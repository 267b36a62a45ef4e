/** A repository, by name. */
export type RepositoryRef = { readonly owner: string; readonly repo: string }

/** An incident, by the number of its issue: `acme/ops#7`. */
export type IncidentRef = RepositoryRef & { readonly number: number }

/** One key for one repository, however it is spelt: GitHub's names know no case. */
export const repositoryKey = ({ owner, repo }: RepositoryRef): string => `${owner}/${repo}`.toLowerCase()

/** One key for one incident, however its repository is spelt. */
export const incidentKey = (incident: IncidentRef): string => `${repositoryKey(incident)}#${incident.number}`
