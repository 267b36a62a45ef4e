import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Octokit } from '@octokit/rest'
import { type Emulator, type EmulatorOptions, startEmulator, type World } from 'github-emulator'
import { connect } from '../src/adapters/github/client/client.ts'
import { builtInPlaybooks } from '../src/domain/playbook/built-in.ts'
import { readPlaybook } from '../src/domain/playbook/read-playbook.ts'
import { files } from '../src/drill/acme.ts'
import { type Ask, asks, type Found, perform } from '../src/drill/actions.ts'
import type { Beat } from '../src/drill/beat.ts'
import { scenarioOf } from '../src/drill/scenario.ts'
import { fill, owner, repo } from '../src/drill/stage.ts'
import { startBrake } from '../src/reconcile/brake.ts'
import { type Outcome, reconcile } from '../src/reconcile/reconcile.ts'

// A scenario of the drill at acme, without sockets: the emulator, its people, and runs of the product over it that can be killed.

const text = readFileSync(join(import.meta.dirname, 'scenario.md'), 'utf8')
const read = readPlaybook('security-incident.md', text)
if ('problems' in read) throw new Error('test/scenario.md is no playbook')

/**
 * The scenario of the laws: that of the drill on a playbook of ten steps and two for each asset, for each law goes through every request of it, and
 * the built-in one is more than twice as long.
 */
export const beats = scenarioOf(read.playbook, builtInPlaybooks())

/** The sample repository, with that playbook in the place of the built-in one. */
const filesOf = (world: World): Record<string, string> => ({
  ...files([...world.state.apps.values()].map(app => app.botId)),
  '.github/incidents/security-incident.md': text,
})

export type Identity = 'app' | 'action'

/** One process: it can be killed before or after any request, and is then never heard of again. */
export type Process = {
  readonly run: () => Promise<Outcome>
  /** Resolves when the kill has struck. */
  readonly killed: Promise<void>
  /** Requests that this process sent, by number from 1. */
  readonly sent: () => number
}

export type Kill = { readonly request: number; readonly when: 'before' | 'after' }

export type Scenario = {
  readonly emulator: Emulator
  readonly ask: Ask
  readonly incident: () => number
  /** From now on runs look at this issue. */
  readonly turnTo: (issue: number) => void
  readonly play: (moment: Beat) => Promise<void>
  readonly start: (identity?: Identity, kill?: Kill) => Process
  /** Runs until there is nothing left, waiting for leases by moving the clock. Returns the outcomes. */
  readonly rest: (identity?: Identity) => Promise<readonly Outcome[]>
  /** Plays moments up to, not including, the given one, resting after each. */
  readonly until: (index: number) => Promise<void>
  readonly log: string[]
}

/** Requests that fail are part of the play. */
const nothing = (): void => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

let runs = 0

export const openScenario = async (
  options: EmulatorOptions & { given?: Record<string, string> } = {},
): Promise<Scenario> => {
  const emulator = await startEmulator({
    inProcess: true,
    clock: { frozen: '2026-03-01T21:43:00Z' },
    instantTimeouts: true,
    setUp: world => fill(world, options.given ?? filesOf(world)),
    ...options,
  })
  const ask = asks(emulator, emulator.fetch)
  const log: string[] = []
  const found: Found = new Map()
  let incident = 0

  const start = (identity: Identity = 'app', kill?: Kill): Process => {
    let sent = 0
    let dead = false
    let die = (): void => undefined
    const killed = new Promise<void>(resolve => {
      die = () => {
        dead = true
        resolve()
      }
    })
    const never = new Promise<never>(() => undefined)
    const fetch: typeof globalThis.fetch = async (url, init) => {
      if (dead) return never
      sent += 1
      const mine = sent
      if (kill?.request === mine && kill.when === 'before') {
        die()
        return never
      }
      const answer = await emulator.fetch(url, init).catch((error: unknown) => {
        if (kill?.request === mine) {
          die()
          return never
        }
        throw error
      })
      if (kill?.request === mine) {
        die()
        return never
      }
      return answer
    }
    const token =
      identity === 'app'
        ? emulator.installationToken()
        : emulator.actionsToken(`${owner}/${repo}`, {
            issues: 'write',
            contents: 'write',
            pull_requests: 'write',
            metadata: 'read',
          })
    const { request } = new Octokit({ auth: token, baseUrl: emulator.api, request: { fetch }, log: silent })
    const sleep = async (milliseconds: number): Promise<void> => {
      if (dead) await never
      emulator.clock.advance(milliseconds)
    }
    const github = connect({ request, sleep, clock: () => emulator.clock.now().getTime(), timeout: 2 ** 30 })
    runs += 1
    const id = `run-${runs}`
    return {
      run: () =>
        reconcile(
          { owner, repo, number: incident },
          {
            github,
            channels: new Map(),
            brake: startBrake(),
            freshId: () => id,
            sleep,
            log: line => void log.push(`${id} ${line}`),
          },
        ),
      killed,
      sent: () => sent,
    }
  }

  const rest = async (identity: Identity = 'app'): Promise<readonly Outcome[]> => {
    const outcomes: Outcome[] = []
    for (let round = 0; round < 12; round += 1) {
      const outcome = await start(identity).run()
      outcomes.push(outcome)
      if ('until' in outcome) {
        emulator.clock.advance(Math.max(1000, Date.parse(outcome.until) - emulator.clock.now().getTime()))
      } else return outcomes
    }
    throw new Error(`no rest after ${outcomes.length} runs: ${outcomes.map(one => one.is).join(', ')}`)
  }

  const play = async (moment: Beat): Promise<void> => {
    emulator.clock.advance(moment.after * 60_000)
    incident = await perform(ask, moment.who, moment.action, incident, found)
  }

  return {
    emulator,
    ask,
    incident: () => incident,
    turnTo: issue => {
      incident = issue
    },
    play,
    start,
    rest,
    until: async index => {
      for (const moment of beats.slice(0, index)) {
        await play(moment)
        await rest()
      }
    },
    log,
  }
}
