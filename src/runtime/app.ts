import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Probot } from 'probot'
import type { Channels } from '../adapters/channels/channel.ts'
import type { Tenant } from '../adapters/channels/channels-for.ts'
import { momentOf } from '../adapters/github/client/answer.ts'
import { incidentKey } from '../domain/terms/incident-ref.ts'
import { keepBrakes } from '../reconcile/brake.ts'
import { type AppAccess, appAccess } from './app-access.ts'
import { startRulesetCheck } from './check-rulesets.ts'
import { eventTarget, saidIn } from './event-target.ts'
import { installationChange, installationEvents } from './installation-change.ts'
import { isWorthALook } from './is-worth-a-look.ts'
import { startMemoryQueue } from './memory-queue.ts'
import type { Processed } from './process-incident.ts'
import type { Queue } from './queue.ts'
import { startRetries } from './retries.ts'
import { startSettledMemory } from './settled-memory.ts'
import { startSweepLine } from './sweep-line.ts'
import { tellBug, tellEnding, tellOpenRecords, tellPlace } from './tell.ts'
import { type Tenants, watchTenants } from './tenants.ts'
import { type Worker, workJob } from './work-job.ts'

/** What may be set differently, in drills and tests. */
export type AppOptions = {
  /** Minutes between two resyncs of the open incidents; null: only when told to. */
  readonly resyncMinutes?: number | null
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** The channels that an installation may use; none unless set. */
  readonly channels?: (tenant: Tenant) => Channels
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

/** The webhooks that something here listens to. */
export const webhookEvents: readonly string[] = [...events, ...installationEvents]

/** Turns webhooks into jobs, and has all open incidents looked at now and then. GitHub has its answer before a job runs. */
export const startApp = (app: Probot, options: AppOptions): RunningApp => {
  const sleep = options.sleep ?? pause
  const access = appAccess(app, sleep)
  const brakeOf = keepBrakes<number>()
  const retries = startRetries()
  const settled = startSettledMemory()
  const queue: Queue = startMemoryQueue(job => workJob(job, worker).finally(() => line.ended(job)), tellBug(app.log))
  const line = startSweepLine(job => queue.add(job))
  const worker: Worker = {
    connect: async ({ installation, ...incident }, fresh) => {
      const log = app.log.child({ incident: incidentKey(incident) })
      const github = await access.connect(installation, fresh)
      const channels = options.channels?.({ installation, owner: incident.owner }) ?? new Map()
      const brake = brakeOf(installation)
      return { github, channels, brake, freshId: randomUUID, sleep, log: line => log.info(line) }
    },
    addLater: queue.addLater,
    retries,
    clock: () => momentOf(Date.now()),
    ended: (job, processed) => {
      settled.ended(incidentKey(job), processed.settled)
      options.ended?.(processed)
    },
    tell: tellEnding(app.log),
  }
  const inUse = startRulesetCheck(tellOpenRecords(app.log))
  const tenants = watchTenants({ access, add: line.add, settled, inUse, retries, failed: tellPlace(app.log) })
  routeIncidents(app, access, queue)
  routeInstallations(app, access, tenants)
  const resyncing = repeat(tenants.resync, options.resyncMinutes ?? null)
  return {
    idle: queue.idle,
    resync: resyncing.now,
    close: async () => {
      resyncing.stop()
      tenants.stop()
      line.close()
      await queue.close()
    },
  }
}

/** A webhook names an incident, and a job for that incident is added. */
const routeIncidents = (app: Probot, { login }: AppAccess, queue: Queue): void => {
  for (const event of events) {
    app.on(event, async ({ name, payload }) => {
      const target = eventTarget(name, payload, await login())
      const installation = 'installation' in payload ? payload.installation?.id : undefined
      if (target.is !== 'incident' || installation === undefined) return
      if (!(await isWorthALook(target.needs, saidIn(name, payload)))) return
      for (const incident of target.incidents)
        queue.add({ ...incident, installation, reason: 'webhook', logins: target.logins, notBefore: null })
    })
  }
}

/** Whatever changes about an installation, its token is another from then on. GitHub has its answer before anything is looked at. */
const routeInstallations = (app: Probot, { forget }: AppAccess, tenants: Tenants): void => {
  for (const event of installationEvents) {
    app.on(event, ({ name, payload }) => {
      const change = installationChange(name, payload)
      if (change === null) return
      forget(change.installation)
      app.log.info({ installation: change.installation }, `${name}: ${'action' in payload ? payload.action : ''}`)
      if (change.is === 'look') void tenants.changed(change.installation)
    })
  }
}

/** At once, and then every so many minutes; null: only when told to. */
const repeat = (work: () => Promise<void>, every: number | null) => {
  const timer = every === null ? null : setInterval(() => void work(), every * 60_000)
  if (timer !== null) {
    timer.unref()
    void work()
  }
  return { now: work, stop: (): void => void (timer !== null && clearInterval(timer)) }
}
