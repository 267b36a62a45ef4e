import type { Timestamp } from '../domain/terms/timestamp.ts'
import type { Job } from './job.ts'

/** Makes the run of a job. The queue owns no knowledge of incidents but their key. */
export type Work = (job: Job) => Promise<void>

/**
 * Where jobs wait. A queue gives its worker one job of an incident at a time. It may lose a job, or give it twice: what is
 * true is in the record, and a resync finds whatever was lost.
 */
export type Queue = {
  /** While a run over the same incident is under way one job waits, the newest: it will see what the others were about. */
  readonly add: (job: Job) => void
  /**
   * Adds the job once its `notBefore` has come. `now` is GitHub's clock at this moment: the queue waits for the difference
   * by a clock of its own, and compares no times of two machines. For one incident the earliest counts.
   */
  readonly addLater: (job: Job, now: Timestamp) => void
  /** Nothing runs and nothing waits; what was put off for later does not count. */
  readonly idle: () => Promise<void>
  /** Takes nothing more, forgets what was put off, and resolves when what runs is done. */
  readonly close: () => Promise<void>
}
