import { troubleOf } from '../adapters/github/client/trouble.ts'
import { incidentKey } from '../domain/terms/incident-ref.ts'
import { isLookedAtAgain, type RunOutcome } from '../domain/terms/run-outcome.ts'
import { later, type Timestamp } from '../domain/terms/timestamp.ts'
import type { Trouble } from '../domain/terms/trouble.ts'
import type { Ports } from '../reconcile/ports.ts'
import type { Job } from './job.ts'
import { oneRun, type Processed, processIncident } from './process-incident.ts'
import type { Queue } from './queue.ts'
import type { Retries } from './retries.ts'

/** How a job ended, and what follows. */
export type Ending = {
  readonly outcome: RunOutcome
  /** Why the run could not be made at all; null: it was made. */
  readonly trouble: Trouble | null
  /** Seconds until the incident is looked at again, where nobody but us would; null: it is not. */
  readonly seconds: number | null
  /** Looks before it ended the same way, half a minute long. */
  readonly lasting: boolean
}

/** What a worker is given. */
export type Worker = {
  /** Ports with a token of the job's installation; `fresh`: with a new one. */
  readonly connect: (job: Job, fresh: boolean) => Promise<Ports>
  readonly addLater: Queue['addLater']
  readonly retries: Retries
  /** This machine's clock, for pauses only. */
  readonly clock: () => Timestamp
  /** Hears how the job ended. */
  readonly ended: (job: Job, processed: Processed) => void
  /** Hears it too, with what somebody should look at. */
  readonly tell: (job: Job, ending: Ending) => void
}

/** From how many looks in vain on something lasts: half a minute, by the pauses between them. */
const lastingAfter = 2

/** A record that could not be written, believed at once or not: the same. */
const wayOf = (outcome: RunOutcome): RunOutcome => (outcome === 'ledger-not-writable' ? 'ledger-refused' : outcome)

/** Makes the run of one job, and adds another where one is due later, or where it did not come to its end. Never throws. */
export const workJob = async (job: Job, worker: Worker): Promise<void> => {
  const key = incidentKey(job)
  const isLasting = (outcome: RunOutcome): boolean => worker.retries.failures(key, wayOf(outcome)) >= lastingAfter
  const { processed, trouble } = await attempt(job, isLasting('ledger-refused'), worker)
  worker.ended(job, processed)
  const { outcome, again } = processed
  const next = { ...job, reason: 'again', logins: [] } as const
  if (again !== null) worker.addLater({ ...next, notBefore: again.notBefore }, again.now)
  const lasting = isLasting(outcome)
  const isFailure = isLookedAtAgain(outcome)
  const seconds = isFailure ? worker.retries.failed(key, wayOf(outcome), job.reason === 'again') : null
  if (!isFailure) worker.retries[again === null ? 'settled' : 'interrupted'](key)
  worker.tell(job, { outcome, trouble, seconds, lasting })
  if (seconds === null) return
  const now = worker.clock()
  worker.addLater({ ...next, notBefore: later(now, seconds) }, now)
}

const attempt = async (
  job: Job,
  lasting: boolean,
  { connect }: Worker,
): Promise<{ readonly processed: Processed; readonly trouble: Trouble | null }> => {
  try {
    const ports = await connect(job, false)
    const renew = () => connect(job, true)
    const processed = await processIncident(job, job.logins, { ports, renew, patience: oneRun, lasting })
    return { processed, trouble: null }
  } catch (error) {
    const { owner, repo, number } = job
    const processed = { outcome: 'failed', again: null, recorded: [], done: [], settled: null } as const
    return { processed: { incident: { owner, repo, number }, ...processed }, trouble: troubleOf(error) }
  }
}
