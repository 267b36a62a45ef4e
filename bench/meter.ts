import { Octokit } from '@octokit/rest'
import { type Emulator, readOperation } from 'github-emulator'
import { connect, type GitHub } from '../src/adapters/github/client/client.ts'

/** One request as it left, and what GitHub would count for it. */
export type Sent = {
  /** GraphQL: the fields of the first level, in their order: ten aliases of `createIssue` are ten. REST: the path. */
  readonly fields: readonly string[]
  readonly writes: boolean
  /** Points of the hour, by GitHub's documented formula. */
  readonly points: number
}

/** A client of the embedded GitHub that counts; its pauses move the clock. */
export type Metered = {
  readonly github: GitHub
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly sent: readonly Sent[]
  /** Resolves when the process would send more than it lives for. */
  readonly dead: Promise<void>
}

const nothing = (): void => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** How the embedded GitHub is asked: whoever wants to know what that takes asks for it another way. */
export type Asking = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>

/** `lives`: after so many requests the process is gone, in the middle of what it was doing. */
export const meter = (emulator: Emulator, lives = Number.POSITIVE_INFINITY, asking: Asking = ask => ask()): Metered => {
  const sent: Sent[] = []
  const { promise: dead, resolve: die } = Promise.withResolvers<void>()
  const fetch: typeof globalThis.fetch = (url, init) => {
    if (sent.length >= lives) {
      die()
      return new Promise(() => undefined)
    }
    sent.push(sentOf(String(url), init))
    return asking(() => emulator.fetch(url, init))
  }
  const auth = emulator.installationToken()
  const { request } = new Octokit({ auth, baseUrl: emulator.api, request: { fetch }, log: silent })
  const sleep = async (milliseconds: number): Promise<void> => emulator.clock.advance(milliseconds)
  const clock = (): number => emulator.clock.now().getTime()
  return { github: connect({ request, sleep, clock }), sleep, sent, dead }
}

const sentOf = (url: string, init: RequestInit | undefined): Sent => {
  const { pathname } = new URL(url)
  const writes = init?.method !== undefined && init.method !== 'GET'
  if (!pathname.endsWith('/graphql')) return { fields: [`${init?.method} ${pathname}`], writes, points: 1 }
  const { aliases, mutating, cost } = readOperation(JSON.parse(String(init?.body)))
  return { fields: aliases.map(({ field }) => field), writes: mutating, points: cost }
}

export const pointsOf = (sent: readonly Sent[]): number => sent.reduce((sum, one) => sum + one.points, 0)
