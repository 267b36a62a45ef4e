import type { Timestamp } from '../../../domain/terms/timestamp.ts'
import { fieldsOf } from './checked.ts'
import type { Sent } from './wire.ts'

export type GraphQLError = {
  /** NOT_FOUND, FORBIDDEN, STALE_DATA, ...; null: GitHub named none, as with "Something went wrong". */
  readonly type: string | null
  readonly path: readonly (string | number)[]
  readonly message: string
}

export type RefusedWhy = 'permission' | 'not-found' | 'gone' | 'rate' | 'invalid' | 'too-large' | 'other'

/** Whatever can come of a request. `refused`: it certainly had no effect. `unclear`: it may have had one. */
export type Answer =
  | {
      readonly is: 'answered'
      readonly data: unknown
      readonly errors: readonly GraphQLError[]
      /** GitHub's own clock. */
      readonly date: Timestamp
      /** GitHub's clock when the request was sent, or earlier: `date` less how long the answer took. */
      readonly asked: Timestamp
      /** Seconds; only with a RATE_LIMITED among the errors. */
      readonly retryAfter: number | null
    }
  | {
      readonly is: 'refused'
      readonly status: number
      readonly why: RefusedWhy
      /** Seconds; null: waiting does not help. */
      readonly retryAfter: number | null
      readonly message: string
    }
  | { readonly is: 'unclear'; readonly why: string }

type Headers = Readonly<Record<string, string | number | undefined>>

/** A moment as GitHub writes it: whole seconds, so that moments compare as text. */
export const momentOf = (milliseconds: number): Timestamp =>
  new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z')

/** Words of GitHub's that may be shown and logged: one short line, nothing in it that looks like a credential. */
export const plain = (message: unknown): string =>
  (typeof message === 'string' ? message : 'no message')
    .replace(/\b(gh[a-z]_|github_pat_|v1\.)[\w.]+|\b[Bb]earer +\S+|eyJ[\w.-]+/g, '[removed]')
    .replace(/\s+/g, ' ')
    .slice(0, 200)

const field = (data: unknown, name: string): unknown => fieldsOf(data)[name]

const errorsOf = (data: unknown): readonly GraphQLError[] => {
  const errors = field(data, 'errors')
  if (!Array.isArray(errors)) return []
  return errors.map((error: unknown) => {
    const [type, path] = [field(error, 'type') ?? field(field(error, 'extensions'), 'code'), field(error, 'path')]
    return {
      type: typeof type === 'string' ? type : null,
      path: Array.isArray(path) ? path.filter(part => typeof part === 'string' || typeof part === 'number') : [],
      message: plain(field(error, 'message')),
    }
  })
}

/**
 * Seconds until GitHub will listen again: `retry-after`, else the reset of a spent primary limit, else a minute.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
const waitOf = (headers: Headers): number => {
  const after = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && Number.isFinite(after)) return Math.max(1, after)
  const reset = Number(headers['x-ratelimit-reset'])
  if (String(headers['x-ratelimit-remaining']) !== '0' || !Number.isFinite(reset)) return 60
  const now = Date.parse(String(headers.date))
  return Number.isNaN(now) ? 60 : Math.max(1, reset - now / 1000 + 1)
}

const isRate = (status: number, headers: Headers, message: string): boolean =>
  status === 429 ||
  (status === 403 &&
    (headers['retry-after'] !== undefined ||
      String(headers['x-ratelimit-remaining']) === '0' ||
      /rate limit|abuse detection/i.test(message)))

const whyOf = (status: number): RefusedWhy => {
  if (status === 401 || status === 403) return 'permission'
  if (status === 404) return 'not-found'
  if (status === 410) return 'gone'
  return status === 422 ? 'invalid' : 'other'
}

const refusedOf = (status: number, headers: Headers, data: unknown): Answer => {
  const message = plain(field(data, 'message'))
  return isRate(status, headers, message)
    ? { is: 'refused', status, why: 'rate', retryAfter: waitOf(headers), message }
    : { is: 'refused', status, why: whyOf(status), retryAfter: null, message }
}

/** What came over the wire, as an answer. `at`: GitHub's clock at the answer and when it was asked. */
export const answerOf = (sent: Sent, kind: 'graphql' | 'rest', at: { date: Timestamp; asked: Timestamp }): Answer => {
  if (sent.is === 'failed') {
    // Never left this process, so it certainly had no effect.
    if (!sent.left) return { is: 'refused', status: 0, why: 'other', retryAfter: 5, message: 'not sent in time' }
    return { is: 'unclear', why: sent.why }
  }
  const { status, headers, data } = sent
  if (status >= 500 || status === 408 || data === undefined) return { is: 'unclear', why: `status ${status}` }
  if (status >= 300) return refusedOf(status, headers, data)
  if (kind === 'rest') return { is: 'answered', data, errors: [], ...at, retryAfter: null }
  const errors = errorsOf(data)
  const limited = errors.some(error => error.type === 'RATE_LIMITED' || error.type === 'RATE_LIMIT')
  const retryAfter = limited ? waitOf(headers) : null
  return { is: 'answered', data: field(data, 'data') ?? null, errors, ...at, retryAfter }
}
