import { incidentKey } from '../domain/terms/incident-ref.ts'
import type { Job } from './job.ts'
import type { Queue, Work } from './queue.ts'

/** Milliseconds that a job put off waits at least. */
const leastWait = 1_000

/** A queue that ends with its process. `failed` hears of work that threw; the next job of the incident runs all the same. */
export const startMemoryQueue = (work: Work, failed: (job: Job, error: unknown) => void): Queue => {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, Job>()
  const later = new Map<string, { timer: NodeJS.Timeout; at: number }>()
  let closed = false

  const start = (key: string, job: Job): void => {
    const turn = work(job)
      .catch(error => failed(job, error))
      .then(() => {
        running.delete(key)
        const next = waiting.get(key)
        waiting.delete(key)
        if (next !== undefined && !closed) start(key, next)
      })
    running.set(key, turn)
  }
  const add: Queue['add'] = job => {
    if (closed) return
    const key = incidentKey(job)
    if (running.has(key)) waiting.set(key, job)
    else start(key, job)
  }
  const addLater: Queue['addLater'] = (job, now) => {
    const wait = job.notBefore === null ? 0 : Date.parse(job.notBefore) - Date.parse(now)
    const [key, at] = [incidentKey(job), performance.now() + Math.max(leastWait, wait)]
    const planned = later.get(key)
    if (closed || (planned !== undefined && planned.at <= at)) return
    clearTimeout(planned?.timer)
    const due = (): void => {
      later.delete(key)
      add(job)
    }
    later.set(key, { timer: setTimeout(due, Math.max(leastWait, wait)).unref(), at })
  }
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values())
  }
  const close = async (): Promise<void> => {
    closed = true
    for (const { timer } of later.values()) clearTimeout(timer)
    waiting.clear()
    await idle()
  }
  return { add, addLater, idle, close }
}
