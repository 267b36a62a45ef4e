import type { RunOutcome } from '../domain/terms/run-outcome.ts'
import type { Ports } from '../reconcile/ports.ts'
import type { Job } from './job.ts'
import { oneRun, type Processed, processIncident } from './process-incident.ts'
import type { Queue } from './queue.ts'

/** What a worker is given. */
export type Worker = {
  /** Ports with a token of the job's installation; `fresh`: with a new one. */
  readonly connect: (job: Job, fresh: boolean) => Promise<Ports>
  readonly addLater: Queue['addLater']
  /** Hears how the job ended. */
  readonly ended: (job: Job, processed: Processed) => void
  /** Warns of an end that somebody should look at. */
  readonly warn: (job: Job, outcome: RunOutcome) => void
}

/** Makes the run of one job, and adds another where one is due later. Throws only for our own bugs. */
export const workJob = async (job: Job, { connect, addLater, ended, warn }: Worker): Promise<void> => {
  const ports = await connect(job, false)
  const renew = () => connect(job, true)
  const processed = await processIncident(job, job.logins, { ports, renew, patience: oneRun })
  ended(job, processed)
  const { outcome, again } = processed
  warn(job, outcome)
  if (again !== null) addLater({ ...job, reason: 'again', logins: [], notBefore: again.notBefore }, again.now)
}
