import { type Checkpoint, load, save } from './controls/checkpoint.ts'
import { type Clock, type ClockOptions, createClock } from './controls/clock.ts'
import type { Violation } from './description/validate.ts'
import { createLimits, type LimitNumbers, type Limits } from './exchange/limits.ts'
import type { RequestRecord } from './exchange/request-record.ts'
import { createFaults, type Faults } from './faults/faults.ts'
import { createGitHttp } from './git-http/git-http.ts'
import { createFetch } from './http/fetch.ts'
import { gitResponse } from './http/git.ts'
import { github } from './http/github.ts'
import { closeServer, listen, portOf } from './http/server.ts'
import {
  type App,
  type AppOptions,
  createApp,
  type Installation,
  type Installations,
  install,
  type Permissions,
} from './identity/app.ts'
import { actionsBot, mint, type Tokens, userId } from './identity/identify.ts'
import { installEverywhere, suspend, told, uninstall } from './identity/installations.ts'
import type { Point, Shell } from './shell.ts'
import { tallies } from './tally.ts'
import { createPost, type Deliveries, type Webhooks } from './webhooks/deliveries.ts'
import { announce, watchDomainEvents } from './webhooks/dispatch.ts'
import { addWebFlow } from './world/accounts.ts'
import { repositoryByName } from './world/repositories.ts'
import type { World } from './world/types/world.ts'
import { createWorld } from './world/world.ts'

export type EmulatorOptions = {
  /** A free one unless told. */
  readonly port?: number
  /** No socket at all: only `fetch` reaches it. */
  readonly inProcess?: boolean
  /** Real time unless `frozen`. */
  readonly clock?: ClockOptions
  /** Hold every exchange against GitHub's description; on unless told. */
  readonly validate?: boolean
  /** Fills the world before anything can be asked. The App `github-actions` and the App under test are in it already. */
  readonly setUp?: (world: World) => void
  readonly app?: AppOptions
  /** Makes another key for GitHub's own signatures; the same seed makes the same key, and so the same commits. */
  readonly signingSeed?: string
  /** Where the App's webhooks go. The secret is the App's unless told. */
  readonly webhook?: { readonly url: string; readonly secret?: string }
  readonly limits?: Partial<LimitNumbers>
  /** Tokens of Apps and workflows end by the clock, as GitHub's do; `false` for clients that outlive a clock put forward. */
  readonly tokensExpire?: boolean
  /** `fetch` rejects at once where an answer would never come, instead of waiting for its signal. */
  readonly instantTimeouts?: boolean
  /** How many older worlds to keep for stale reads when no fault asks for more; 1 unless told. */
  readonly memory?: number
}

/** A small GitHub. Everything in it may be read and changed at any time; see the types of each part. */
export type Emulator = {
  /** `http://127.0.0.1:port`, where pages would be; `api` for REST, `graphql` for GraphQL. */
  readonly url: string
  readonly api: string
  graphql: string
  /** The same without a socket, for octokit's `request.fetch`. */
  readonly fetch: typeof fetch
  readonly world: World
  readonly clock: Clock
  readonly app: App
  /** Tokens of people; an unknown login throws. */
  tokenFor(login: string, options?: { readonly scopes?: string[] }): string
  /** A workflow's GITHUB_TOKEN for `owner/name`, good for a day. */
  actionsToken(repository: string, permissions: Permissions): string
  /** The App's token, as the access_tokens endpoint makes it: for `installationId` unless told, good for an hour. */
  installationToken(options?: { readonly installationId?: number; readonly permissions?: Permissions }): string
  readonly installations: Installations
  /** Installs the App on one more account, or on some of its repositories. */
  install(
    login: string,
    options?: { readonly repositories?: number[]; readonly permissions?: Permissions },
  ): Installation
  suspend(installationId: number, suspended: boolean): void
  uninstall(installationId: number): void
  readonly requests: readonly RequestRecord[]
  readonly faults: Faults
  readonly limits: Limits
  /** What broke GitHub's description, or asked for what is not here. */
  readonly violations: readonly Violation[]
  /** How many exchanges were held against it. */
  readonly exchanges: { rest: number; webhooks: number; graphql: number }
  webhooks: Webhooks
  readonly deliveries: Deliveries
  /** Awaited before each request and each alias of a mutation, to let other writers in between. */
  pace: ((point: Point) => void | Promise<void>) | null
  checkpoint(): Checkpoint
  /** Back to a checkpoint, which may be used again. What was found wrong stays. */
  restore(checkpoint: Checkpoint): void
  close(): Promise<void>
}

const createShell = (options: EmulatorOptions): Shell => {
  const clock = createClock(options.clock)
  const world = createWorld(clock.now, options.signingSeed)
  actionsBot(world)
  addWebFlow(world)
  const app = createApp(world, options.app)
  const installations: Installations = new Map()
  const tokens: Tokens = new Map()
  const shell: Shell = {
    base: 'http://127.0.0.1',
    world,
    clock,
    app,
    installations,
    tokens,
    limits: createLimits(clock, options.limits),
    faults: createFaults(),
    post: createPost(() => app.id, clock.now),
    requests: [],
    violations: [],
    exchanges: { rest: 0, webhooks: 0, graphql: 0 },
    validate: options.validate ?? true,
    tokensExpire: options.tokensExpire ?? true,
    past: [],
    memory: options.memory ?? 1,
    late: [],
    pace: null,
    suspend: (id, suspended) => suspend(shell, id, suspended),
    uninstall: id => uninstall(shell, id),
  }
  return shell
}

const day = 86_400_000

const tokensOf = (shell: Shell): Pick<Emulator, 'tokenFor' | 'actionsToken' | 'installationToken'> => {
  const { world, tokens, clock, app } = shell
  return {
    tokenFor: (login, { scopes = ['repo'] } = {}) => mint(tokens, { as: 'user', userId: userId(world, login), scopes }),
    actionsToken(name, permissions) {
      const [owner = '', repo = ''] = name.split('/')
      const found = repositoryByName(world.state, owner, repo)
      if (!found) throw new Error(`there is no repository ${name}`)
      return mint(tokens, { as: 'actions', repositoryId: found.id, permissions, until: clock.now().getTime() + day })
    },
    installationToken({ installationId = app.installationId, permissions } = {}) {
      const found = shell.installations.get(installationId)
      if (!found) throw new Error(`there is no installation ${installationId}`)
      const until = clock.now().getTime() + day / 24
      return mint(tokens, {
        as: 'installation',
        installationId,
        repositories: null,
        permissions: permissions ?? found.permissions,
        until,
      })
    },
  }
}

/** Starts a small GitHub on the loopback interface. */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const shell = createShell(options)
  const { world, app, installations, post } = shell
  tallies.push({ violations: shell.violations, exchanges: shell.exchanges, validate: shell.validate })
  options.setUp?.(world)
  installEverywhere(shell)
  const { flush, forget } = watchDomainEvents(shell)
  const git = createGitHttp(shell)
  const handle = async (request: Request): Promise<Response> =>
    (await gitResponse(git, request)) ?? github.fetch(request, { shell })
  const server = options.inProcess ? null : await listen(options.port ?? 0, handle)
  if (server) shell.base = `http://127.0.0.1:${portOf(server)}`
  if (options.webhook) post.webhooks.subscribe({ secret: app.webhookSecret, ...options.webhook })
  return {
    url: shell.base,
    api: `${shell.base}/api/v3`,
    graphql: `${shell.base}/api/graphql`,
    fetch: createFetch(handle, options.instantTimeouts ?? false),
    world,
    app,
    installations,
    clock: shell.clock,
    faults: shell.faults,
    limits: shell.limits,
    requests: shell.requests,
    violations: shell.violations,
    exchanges: shell.exchanges,
    ...tokensOf(shell),
    install(login, chosen) {
      const added = install(world, app, installations, login, chosen)
      announce(shell, 'installation', 'created', added.id, told(shell, added))
      return added
    },
    suspend: shell.suspend,
    uninstall: shell.uninstall,
    webhooks: post.webhooks,
    deliveries: flushed(post, flush),
    get pace() {
      return shell.pace
    },
    set pace(pace) {
      shell.pace = pace
    },
    checkpoint() {
      flush()
      return save(shell)
    },
    restore(checkpoint) {
      forget()
      load(shell, checkpoint)
    },
    close: async () => {
      if (server) await closeServer(server)
      git.close()
    },
  }
}

/** Whoever looks at deliveries sees those of what has just happened too. */
const flushed = (post: Deliveries, flush: () => void): Deliveries => ({
  ...post,
  take() {
    flush()
    return post.take()
  },
  pending() {
    flush()
    return post.pending()
  },
  idle() {
    flush()
    return post.idle()
  },
  get log() {
    return post.log
  },
})
