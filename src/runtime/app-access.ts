import type { Probot } from 'probot'
import { connect, type GitHub } from '../adapters/github/client/client.ts'
import { requestWith } from '../adapters/github/client/octokit.ts'
import { keepTokens } from './installation-tokens.ts'

/** What the App may ask GitHub for, with its key or with an installation's token. */
export type AppAccess = {
  /** GitHub by a token of this installation; `fresh`: by a new one. */
  readonly connect: (installation: number, fresh: boolean) => Promise<GitHub>
  /** The token that is kept of it is not used again. */
  readonly forget: (installation: number) => void
  /** Those that are not suspended. */
  readonly installations: () => Promise<readonly number[]>
  /** Our own login, `<slug>[bot]`; null: GitHub did not say. */
  readonly login: () => Promise<string | null>
}

/** Milliseconds within which GitHub has answered, or does not: without a limit, what waits for a token would wait for minutes. */
const patience = 10_000

const soon = () => ({ request: { signal: AbortSignal.timeout(patience) } })

/** Access by Probot's settings. `sleep`: how a connection waits, in milliseconds. */
export const appAccess = (app: Probot, sleep: (milliseconds: number) => Promise<void>): AppAccess => {
  // a plain request of the App's: octokit then makes up for a machine whose clock is wrong, which `octokit.auth()` does not
  const token = keepTokens(async installation_id => {
    const octokit = await app.auth()
    const route = 'POST /app/installations/{installation_id}/access_tokens'
    const { data } = await octokit.request(route, { installation_id, ...soon() })
    return data.token
  })
  return {
    connect: async (installation, fresh) =>
      connect({ request: requestWith(await token(installation, fresh), await baseOf(app)), sleep }),
    forget: token.forget,
    installations: async () => {
      const octokit = await app.auth()
      const all = await octokit.paginate('GET /app/installations', { per_page: 100, ...soon() })
      // a suspended one is listed too, and its tokens are refused
      return all.flatMap(({ id, suspended_at }) => (suspended_at ? [] : [id]))
    },
    login: askOnce(async () => {
      const { data } = await (await app.auth()).request('GET /app', soon())
      return data?.slug === undefined ? null : `${data.slug}[bot]`
    }),
  }
}

/** Where GitHub's REST API is, as Probot was told: by `GHE_HOST`, or in a drill. */
const baseOf = async (app: Probot): Promise<string> => (await app.auth()).request.endpoint.DEFAULTS.baseUrl

const askOnce = (ask: () => Promise<string | null>): (() => Promise<string | null>) => {
  let known: Promise<string | null> | null = null
  return async () => {
    known ??= ask().catch(() => null)
    const answer = await known
    // it may say so next time
    if (answer === null) known = null
    return answer
  }
}
