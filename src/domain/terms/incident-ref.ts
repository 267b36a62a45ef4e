/** A repository, by name. */
export type RepositoryRef = { readonly owner: string; readonly repo: string }

/** An incident, by the number of its issue: `acme/ops#7`. */
export type IncidentRef = RepositoryRef & { readonly number: number }

/** One key for one incident, however its repository is spelt: GitHub's names know no case. */
export const incidentKey = ({ owner, repo, number }: IncidentRef): string => `${owner}/${repo}#${number}`.toLowerCase()
