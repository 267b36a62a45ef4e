import { incidentKey } from '../domain/terms/incident-ref.ts'
import type { Job } from './job.ts'

/**
 * Where the jobs of a resync wait for each other, so that they do not all ask GitHub at once; webhooks do not wait here. Each
 * installation has a line of its own: that GitHub limits one keeps no other waiting.
 */
export type SweepLine = {
  /**
   * Its turn comes when fewer than are allowed are under way for its installation. Nothing is added for an incident of which
   * one waits; one that is under way may have read too early, so another waits for its end.
   */
  readonly add: (job: Job) => void
  /** A job has ended, whoever added it. */
  readonly ended: (job: Job) => void
  /** What waits is forgotten. */
  readonly close: () => void
}

/** GitHub allows a hundred requests at once, for all that is done with an installation's token. */
export const mostAtOnce = 8

type UnderWay = { readonly job: Job; readonly wasWaitedFor: boolean }

type Line = { readonly waiting: Map<string, Job>; readonly underWay: Map<string, UnderWay> }

export const startSweepLine = (add: (job: Job) => void, most = mostAtOnce): SweepLine => {
  const lines = new Map<number, Line>()
  const next = ({ waiting, underWay }: Line): void => {
    for (const [key, job] of waiting) {
      if (underWay.size >= most) return
      if (underWay.has(key)) continue
      waiting.delete(key)
      underWay.set(key, { job, wasWaitedFor: false })
      add(job)
    }
  }
  return {
    add: job => {
      const line = lines.get(job.installation) ?? { waiting: new Map(), underWay: new Map() }
      lines.set(job.installation, line)
      const key = incidentKey(job)
      if (!line.waiting.has(key)) line.waiting.set(key, job)
      next(line)
    },
    ended: job => {
      const line = lines.get(job.installation)
      if (line === undefined) return
      leave(line.underWay, job)
      next(line)
      if (line.underWay.size + line.waiting.size === 0) lines.delete(job.installation)
    },
    close: () => {
      for (const { waiting } of lines.values()) waiting.clear()
    },
  }
}

/**
 * Its place is free once the job itself ends. Before it the queue may have had another of the incident under way, which ends
 * first; and a newer one may have taken the job's place in the queue, which then ends instead.
 */
const leave = (underWay: Map<string, UnderWay>, ended: Job): void => {
  const key = incidentKey(ended)
  const one = underWay.get(key)
  if (one === undefined) return
  if (one.job === ended || one.wasWaitedFor) underWay.delete(key)
  else underWay.set(key, { ...one, wasWaitedFor: true })
}
