import { type Emulator, type EmulatorOptions, startEmulator } from 'github-emulator'
import { Probot } from 'probot'
import { vi } from 'vitest'
import type { Tenant } from '../../src/adapters/channels/channels-for.ts'
import { withoutSecrets } from '../../src/adapters/secrets/without-secrets.ts'
import { asks } from '../../src/drill/actions.ts'
import { fill } from '../../src/drill/stage.ts'
import { type RunningApp, startApp } from '../../src/runtime/app.ts'
import { small } from '../drills/scene.ts'

// The whole App over the embedded GitHub, without sockets. Its pauses are this clock's, which stands still until told.

export type Line = { readonly level: number; readonly msg: string; readonly [field: string]: unknown }

export type AppWorld = {
  readonly emulator: Emulator
  readonly ask: ReturnType<typeof asks>
  readonly running: RunningApp
  /** So many seconds pass, and all that comes due in them is done. */
  readonly pass: (seconds: number) => Promise<void>
  readonly log: readonly Line[]
  readonly ended: readonly string[]
  /** For whom channels were asked, a run after the other. */
  readonly tenants: readonly Tenant[]
}

/** Requests that have no answer yet. What the process computes goes on while the clock stands still. */
type Wire = { readonly fetch: typeof fetch; underWay: number }

const wireOf = (emulator: Emulator): Wire => {
  const wire: Wire = {
    underWay: 0,
    fetch: async (url, init) => {
      wire.underWay += 1
      try {
        return await emulator.fetch(url, init)
      } finally {
        wire.underWay -= 1
      }
    },
  }
  return wire
}

const realTimeout = globalThis.setTimeout

/** What is computed, such as the signature of a token, is another thread's work: where something is under way it gets time. */
const settle = async (wire: Wire, emulator: Emulator, running: RunningApp): Promise<void> => {
  let busy = true
  void emulator.deliveries
    .idle()
    .then(running.idle)
    .then(() => {
      busy = false
    })
  for (let still = 0; still < (busy ? 25 : 3); still += 1) {
    await new Promise(resolve => realTimeout(resolve, 3))
    if (wire.underWay > 0) still = 0
  }
}

/** Octokit's throttling is one for a process, and knows when it last sent something: the clock never goes back. */
let latest = Date.parse('2026-03-01T21:43:00Z')

export const openApp = async (options: EmulatorOptions = {}, key?: string): Promise<AppWorld> => {
  latest += 3_600_000
  const emulator = await startEmulator({
    inProcess: true,
    clock: { frozen: new Date(latest).toISOString() },
    instantTimeouts: true,
    validate: false,
    memory: 0,
    setUp: world => fill(world, small),
    ...options,
  })
  // the scanner is loaded when it is first used, which takes a second
  await withoutSecrets('nothing')
  const wire = wireOf(emulator)
  vi.useFakeTimers({
    now: latest,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  vi.stubGlobal('fetch', wire.fetch)
  const { app } = emulator
  const log: Line[] = []
  const { pino } = await import('pino')
  const write = (line: string): void => void log.push(JSON.parse(line))
  const probot = new Probot({
    appId: app.id,
    privateKey: key ?? app.privateKey,
    secret: app.webhookSecret,
    baseUrl: emulator.api,
    log: pino({ level: 'info' }, { write }),
    request: { fetch: wire.fetch },
  })
  const ended: string[] = []
  const tenants: Tenant[] = []
  let running: RunningApp | null = null
  await probot.load(loaded => {
    running = startApp(loaded, {
      resyncMinutes: null,
      sleep: async milliseconds => emulator.clock.advance(milliseconds),
      ended: ({ outcome }) => void ended.push(outcome),
      channels: tenant => {
        tenants.push(tenant)
        return new Map()
      },
    })
  })
  const handle = running as RunningApp | null
  if (handle === null) throw new Error('the app did not load')
  emulator.webhooks.on(({ guid, event, payload, toApp }) => {
    if (!toApp) return
    // what GitHub sends is checked elsewhere; a listener of Probot's that throws is a bug
    return probot.receive({ id: guid, name: event, payload: JSON.parse(JSON.stringify(payload)) } as never)
  })
  const pass = async (seconds: number): Promise<void> => {
    await settle(wire, emulator, handle)
    const end = Date.now() + seconds * 1_000 + 2_000
    // octokit's own pauses are among what comes due
    setTimeout(() => undefined, end - Date.now())
    while (Date.now() < end) {
      const before = Date.now()
      await vi.advanceTimersToNextTimerAsync()
      emulator.clock.advance(Date.now() - before)
      await settle(wire, emulator, handle)
    }
  }
  return { emulator, ask: asks(emulator, emulator.fetch), running: handle, pass, log, ended, tenants }
}

export const closeApp = async ({ running, emulator }: AppWorld): Promise<void> => {
  latest = Math.max(latest, Date.now())
  vi.useRealTimers()
  void running.close()
  vi.unstubAllGlobals()
  await emulator.close()
}
