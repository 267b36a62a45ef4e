import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { ApplicationFunction, Probot } from 'probot'
import { connect } from '../adapters/github/client/client.ts'
import { openIncidents, repositories } from '../adapters/github/client/find.ts'
import { requestWith } from '../adapters/github/client/octokit.ts'
import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import type { Ports } from '../reconcile/ports.ts'
import { type Outcome, reconcile } from '../reconcile/reconcile.ts'
import { type Hint, trigger } from '../runtime/event-target.ts'
import { type Queue, startQueue } from '../runtime/memory-queue.ts'

/** What may be set differently, in drills and tests. */
export type AppOptions = {
  /** Minutes between two sweeps of the open incidents; null: only when told to. */
  readonly sweepMinutes?: number | null
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** Hears how each run ended. */
  readonly ended?: (incident: IncidentRef, outcome: Outcome) => void
}

/** The App's handle, for a drill: when nothing is under way, a sweep now, an end. */
export type RunningApp = {
  readonly idle: () => Promise<void>
  readonly sweep: () => Promise<void>
  readonly close: () => Promise<void>
}

const events = ['issues', 'issue_comment', 'sub_issues', 'issue_dependencies', 'pull_request'] as const

/** Probot's door: a webhook names an incident, and that incident is looked at. GitHub has its answer before. */
export const tocsin: ApplicationFunction = app => {
  // without one Probot takes a secret that everybody can read in its source
  if (!process.env.WEBHOOK_SECRET)
    throw new Error('WEBHOOK_SECRET is not set: give the one that the App has at GitHub.')
  const running = start(app, { sweepMinutes: minutes(process.env.TOCSIN_SWEEP_MINUTES || '15') })
  // what is under way is finished; Probot's server would keep the process alive
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)))
  }
}

const minutes = (text: string): number => {
  const count = Number(text)
  if (count >= 1 && count <= 1440) return count
  throw new Error(`TOCSIN_SWEEP_MINUTES is "${text}": give a number of minutes from 1 to 1440, for example 15.`)
}

export default tocsin

export const start = (app: Probot, options: AppOptions): RunningApp => {
  const queue = startQueue((key, error) => app.log.error({ incident: key, error: nameOf(error) }, 'a run failed'))
  const self = ownLogin(app)
  const tokens = keepTokens(app)
  const desk: Desk = { app, options, tokens, queue, exposed: new Set() }
  const look = (installation: number, hint: Hint): void => {
    queue.add(keyOf(hint), () => visit(desk, installation, hint))
  }
  for (const event of events) {
    app.on(event, async ({ name, payload }) => {
      if (trigger(name, payload, null).is === 'nothing') return
      const found = trigger(name, payload, await self())
      const installation = 'installation' in payload ? payload.installation?.id : undefined
      if (found.is === 'incident' && installation !== undefined) look(installation, found.hint)
    })
  }
  const sweep = (): Promise<void> =>
    sweepAll(app, tokens, look).catch(error =>
      app.log.error({ error: nameOf(error) }, 'the sweep failed: with status 401, check APP_ID and the private key'),
    )
  const every = options.sweepMinutes ?? null
  const timer = every === null ? null : setInterval(() => void sweep(), every * 60_000)
  if (timer !== null) {
    timer.unref()
    void sweep()
  }
  return {
    idle: queue.idle,
    sweep,
    close: async () => {
      if (timer !== null) clearInterval(timer)
      await queue.close()
    },
  }
}

/** What every visit needs. `exposed`: the repositories of which it was said that nothing is written there. */
type Desk = {
  readonly app: Probot
  readonly options: AppOptions
  readonly tokens: Tokens
  readonly queue: Queue
  readonly exposed: Set<string>
}

/** One run over one incident, and another when it has to be called again. */
const visit = async (desk: Desk, installation: number, hint: Hint): Promise<void> => {
  const { app, options, tokens, queue } = desk
  const log = app.log.child({ incident: keyOf(hint) })
  const sleep = options.sleep ?? pause
  const run = async (refresh: boolean): Promise<readonly [Outcome, Ports]> => {
    const github = connect({
      request: requestWith(await tokens(installation, refresh), await baseOf(app)),
      sleep,
    })
    const ports: Ports = { github, freshId: randomUUID, sleep, log: line => log.info(line) }
    return [await reconcile(hint, ports, hint.logins), ports]
  }
  let [outcome, ports] = await run(false)
  // the token was revoked, or is older than this machine's clock believes
  if (outcome.is === 'halted' && outcome.why === 'unauthorised') [outcome, ports] = await run(true)
  options.ended?.(hint, outcome)
  switch (outcome.is) {
    case 'settled':
      return
    case 'waiting':
    case 'limited':
    case 'unsettled': {
      if (outcome.is === 'unsettled') log.warn('not settled after five reads: it is looked at again in a minute')
      const wait = Math.max(1_000, Date.parse(outcome.until) - Date.parse(ports.github.now()))
      queue.addLater(keyOf(hint), () => visit(desk, installation, { ...hint, logins: [] }), wait)
      return
    }
    case 'halted':
      if (outcome.why === 'not-private') warnExposed(desk, hint)
      else if (outcome.why !== 'not-an-incident') log.warn(`nothing was done: ${outcome.why}`)
  }
}

/** Said once for each repository, and without its content: its issues may be many. */
const warnExposed = ({ app, exposed }: Desk, { owner, repo }: Hint): void => {
  const repository = `${owner}/${repo}`.toLowerCase()
  if (!exposed.has(repository)) app.log.warn({ repository }, 'nothing is written: this repository is not private')
  exposed.add(repository)
}

/** Where GitHub's REST API is, as Probot was told: by `GHE_HOST`, or in a drill. */
const baseOf = async (app: Probot): Promise<string> => (await app.auth()).request.endpoint.DEFAULTS.baseUrl

type Tokens = (installation: number, refresh?: boolean) => Promise<string>

/** GitHub's tokens live for an hour. */
const keepFor = 50 * 60_000

/**
 * Installation tokens, kept by installation for most of an hour. They are asked for by a plain request of the App's:
 * octokit then makes up for a machine whose clock is wrong, which `octokit.auth()` does not.
 */
const keepTokens = (app: Probot): Tokens => {
  const kept = new Map<number, { token: string; until: number }>()
  return async (installation, refresh = false) => {
    const known = kept.get(installation)
    if (known !== undefined && !refresh && performance.now() < known.until) return known.token
    const octokit = await app.auth()
    const { data } = await octokit.request('POST /app/installations/{installation_id}/access_tokens', {
      installation_id: installation,
    })
    kept.set(installation, { token: data.token, until: performance.now() + keepFor })
    return data.token
  }
}

const sweepAll = async (
  app: Probot,
  tokens: Tokens,
  look: (installation: number, hint: Hint) => void,
): Promise<void> => {
  const octokit = await app.auth()
  for (const { id } of await octokit.paginate('GET /app/installations', { per_page: 100 })) {
    // a new token each time: one that was kept may be older than this machine's clock believes, after it was suspended
    const github = connect({ request: requestWith(await tokens(id, true), await baseOf(app)) })
    for (const { owner, repo } of await repositories(github)) {
      // one repository that cannot be listed must not keep the others from being looked at
      const numbers = await openIncidents(github, owner, repo).catch(error => {
        app.log.error({ repository: `${owner}/${repo}`, error: nameOf(error) }, 'could not list the incidents')
        return []
      })
      for (const number of numbers) look(id, { owner, repo, number, logins: [] })
    }
  }
}

/** Our own login, `<slug>[bot]`, asked for once; unknown, every event is looked at. */
const ownLogin = (app: Probot): (() => Promise<string | null>) => {
  let known: Promise<string | null> | null = null
  const ask = async (): Promise<string | null> => {
    const { data } = await (await app.auth()).request('GET /app')
    return data?.slug === undefined ? null : `${data.slug}[bot]`
  }
  return () => {
    known ??= ask().catch(() => null)
    return known
  }
}

const keyOf = ({ owner, repo, number }: Hint): string => `${owner}/${repo}#${number}`.toLowerCase()

/** An error's name, GitHub's status, and nothing else: its message may quote a request, and with it what people wrote. */
const nameOf = (error: unknown): string => {
  const name = error instanceof Error ? error.name : typeof error
  return error instanceof Error && 'status' in error ? `${name} ${Number(error.status)}` : name
}
