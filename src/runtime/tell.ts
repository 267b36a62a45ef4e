import type { Probot } from 'probot'
import { troubleOf } from '../adapters/github/client/trouble.ts'
import { incidentKey, type RepositoryRef, repositoryKey } from '../domain/terms/incident-ref.ts'
import { isExpected } from '../domain/terms/run-outcome.ts'
import { notListed, recordsOpen, runOutcomeSentences } from '../messages/run-outcome.ts'
import { lookedAtAgain, troubleSentence } from '../messages/trouble.ts'
import type { Job } from './job.ts'
import type { SweepScope } from './tenants.ts'
import { warnOnce } from './warn-once.ts'
import type { Ending } from './work-job.ts'

// What the App's log says. Never an error's own message: it may quote a request, and with it what people wrote.

type Log = Pick<Probot['log'], 'info' | 'warn' | 'error'>

/** How a job ended, where somebody should look at it: as a warning at first, as an error once it lasts. */
export const tellEnding = (log: Log): ((job: Job, ending: Ending) => void) => {
  const once = warnOnce((where, outcome) => {
    const about = 'number' in where ? { incident: incidentKey(where) } : { repository: repositoryKey(where) }
    log.warn({ ...about, outcome }, runOutcomeSentences[outcome])
  })
  return (job, { outcome, trouble, seconds, lasting }) => {
    if (isExpected(outcome)) return
    if (trouble === null && seconds === null) return once(job, outcome)
    const sentence = trouble === null ? runOutcomeSentences[outcome] : troubleSentence(trouble)
    const about = { incident: incidentKey(job), outcome, ...(trouble === null ? {} : { trouble: trouble.is }) }
    const line = seconds === null ? sentence : lookedAtAgain(sentence, seconds)
    if (lasting) log.error(about, line)
    else log.warn(about, line)
  }
}

/** What could not be looked at in a resync. */
export const tellPlace =
  (log: Log) =>
  (place: SweepScope, why: unknown, seconds: number | null): void => {
    const about =
      place === 'everything'
        ? {}
        : 'repo' in place
          ? { repository: repositoryKey(place) }
          : { installation: place.installation }
    const sentence = notListed(typeof why === 'string' ? why : troubleSentence(troubleOf(why)))
    const trouble = typeof why === 'string' ? {} : { trouble: troubleOf(why).is }
    log.error({ ...about, ...trouble }, seconds === null ? sentence : lookedAtAgain(sentence, seconds))
  }

/** A bug of ours, in what no run is to blame for. */
export const tellBug =
  (log: Log) =>
  (job: Job, error: unknown): void =>
    log.error({ incident: incidentKey(job) }, troubleSentence(troubleOf(error)))

/** Said to whoever runs the App, before an incident says it on its board. */
export const tellOpenRecords =
  (log: Log) =>
  (where: RepositoryRef): void =>
    log.warn({ repository: repositoryKey(where) }, recordsOpen)
