import { incidentKey } from '../domain/terms/incident-ref.ts'
import type { Job } from './job.ts'

/** Where the jobs of a resync wait for each other, so that they do not all ask GitHub at once; webhooks do not wait here. */
export type SweepLine = {
  /** Its turn comes when fewer than are allowed are under way. One for the same incident that waits already serves. */
  readonly add: (job: Job) => void
  /** A job over this incident has ended, whoever added it. */
  readonly ended: (job: Job) => void
  /** What waits is forgotten. */
  readonly close: () => void
}

/** GitHub allows a hundred requests at once, for all that is done with an installation's token. */
export const mostAtOnce = 8

export const startSweepLine = (add: (job: Job) => void, most = mostAtOnce): SweepLine => {
  const waiting = new Map<string, Job>()
  const running = new Set<string>()
  const next = (): void => {
    for (const [key, job] of waiting) {
      if (running.size >= most) return
      waiting.delete(key)
      running.add(key)
      add(job)
    }
  }
  return {
    add: job => {
      waiting.set(incidentKey(job), job)
      next()
    },
    ended: job => {
      running.delete(incidentKey(job))
      next()
    },
    close: () => waiting.clear(),
  }
}
