import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Probot } from 'probot'
import { incidentKey, repositoryKey } from '../domain/terms/incident-ref.ts'
import { notListed, recordsOpen, runOutcomeSentences } from '../messages/run-outcome.ts'
import { type AppAccess, appAccess } from './app-access.ts'
import { checkRulesets } from './check-rulesets.ts'
import { eventTarget } from './event-target.ts'
import { startMemoryQueue } from './memory-queue.ts'
import type { Processed } from './process-incident.ts'
import type { Queue } from './queue.ts'
import { resync } from './resync.ts'
import { type Warn, warnOnce } from './warn-once.ts'
import { type Worker, workJob } from './work-job.ts'

/** What may be set differently, in drills and tests. */
export type AppOptions = {
  /** Minutes between two resyncs of the open incidents; null: only when told to. */
  readonly resyncMinutes?: number | null
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** Hears how each job ended. */
  readonly ended?: (processed: Processed) => void
}

/** The App's handle, for a drill: when nothing is under way, a resync now, an end. */
export type RunningApp = {
  readonly idle: () => Promise<void>
  readonly resync: () => Promise<void>
  readonly close: () => Promise<void>
}

const events = ['issues', 'issue_comment', 'sub_issues', 'issue_dependencies', 'pull_request', 'push'] as const

/** Turns webhooks into jobs, and has all open incidents looked at now and then. GitHub has its answer before a job runs. */
export const startApp = (app: Probot, options: AppOptions): RunningApp => {
  const sleep = options.sleep ?? pause
  const access = appAccess(app, sleep)
  const queue: Queue = startMemoryQueue(
    job => workJob(job, worker),
    (job, error) => app.log.error({ incident: incidentKey(job), error: nameOf(error) }, 'a run failed'),
  )
  const worker: Worker = {
    connect: async ({ installation, ...incident }, fresh) => {
      const log = app.log.child({ incident: incidentKey(incident) })
      const github = await access.connect(installation, fresh)
      return { github, freshId: randomUUID, sleep, log: line => log.info(line) }
    },
    addLater: queue.addLater,
    ended: (_job, processed) => options.ended?.(processed),
    warn: warnOnce(warn(app)),
  }
  route(app, access, queue)
  if (options.resyncMinutes !== undefined && options.resyncMinutes !== null) void warnOfOpenRecords(app, access)
  const resyncing = repeat(() => resyncAll(app, access, queue), options.resyncMinutes ?? null)
  return {
    idle: queue.idle,
    resync: resyncing.now,
    close: async () => {
      resyncing.stop()
      await queue.close()
    },
  }
}

/** A webhook names an incident, and a job for that incident is added. */
const route = (app: Probot, { login }: AppAccess, queue: Queue): void => {
  for (const event of events) {
    app.on(event, async ({ name, payload }) => {
      if (eventTarget(name, payload, null).is === 'nothing') return
      const target = eventTarget(name, payload, await login())
      const installation = 'installation' in payload ? payload.installation?.id : undefined
      if (target.is !== 'incident' || installation === undefined) return
      for (const incident of target.incidents)
        queue.add({ ...incident, installation, reason: 'webhook', logins: target.logins, notBefore: null })
    })
  }
}

/** Once, at the start: said to who runs the App, before an incident says it on its board. */
const warnOfOpenRecords = (app: Probot, access: AppAccess): Promise<void> =>
  checkRulesets({
    installations: access.installations,
    connect: installation => access.connect(installation, false),
    open: where => app.log.warn({ repository: repositoryKey(where) }, recordsOpen),
  }).catch(error => app.log.warn({ error: nameOf(error) }, 'whether rulesets protect the records could not be read'))

const resyncAll = (app: Probot, access: AppAccess, queue: Queue): Promise<void> =>
  resync({
    installations: access.installations,
    // a new token each time: one that was kept may be older than this machine's clock believes, after it was suspended
    connect: installation => access.connect(installation, true),
    add: queue.add,
    unlisted: (where, why) =>
      app.log.error('repo' in where ? { repository: repositoryKey(where) } : where, notListed(why)),
  }).catch(error =>
    app.log.error({ error: nameOf(error) }, 'the resync failed: with status 401, check APP_ID and the private key'),
  )

/** At once, and then every so many minutes; null: only when told to. */
const repeat = (work: () => Promise<void>, every: number | null) => {
  const timer = every === null ? null : setInterval(() => void work(), every * 60_000)
  if (timer !== null) {
    timer.unref()
    void work()
  }
  return { now: work, stop: (): void => void (timer !== null && clearInterval(timer)) }
}

const warn =
  (app: Probot): Warn =>
  (where, outcome) => {
    const about = 'number' in where ? { incident: incidentKey(where) } : { repository: repositoryKey(where) }
    app.log.warn({ ...about, outcome }, runOutcomeSentences[outcome])
  }

/** An error's name, GitHub's status, and nothing else: its message may quote a request, and with it what people wrote. */
const nameOf = (error: unknown): string => {
  const name = error instanceof Error ? error.name : typeof error
  return error instanceof Error && 'status' in error ? `${name} ${Number(error.status)}` : name
}
