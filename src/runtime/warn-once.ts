import { type IncidentRef, type RepositoryRef, repositoryKey } from '../domain/terms/incident-ref.ts'
import { isExpected, type RunOutcome } from '../domain/terms/run-outcome.ts'

/** Hears of an end that somebody should look at; of a repository as a whole where all of its incidents end so. */
export type Warn = (where: IncidentRef | RepositoryRef, outcome: RunOutcome) => void

/** Warns of what is not expected. That a repository is not private is said once: its issues may be many. */
export const warnOnce = (warn: Warn): ((incident: IncidentRef, outcome: RunOutcome) => void) => {
  const told = new Set<string>()
  return ({ owner, repo, number }, outcome) => {
    if (isExpected(outcome)) return
    if (outcome !== 'not-private') return warn({ owner, repo, number }, outcome)
    const repository = repositoryKey({ owner, repo })
    if (!told.has(repository)) warn({ owner, repo }, outcome)
    told.add(repository)
  }
}
