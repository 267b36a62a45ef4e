import type { Trouble } from '../../../domain/terms/trouble.ts'
import { type Fetch, fetchFrom, fieldsOf } from './checked.ts'
import { troubleOf } from './trouble.ts'

/** The little of octokit's `request` that is used, so that the App's, the Action's and a person's client all fit. */
export type Request = {
  (route: string, parameters?: Record<string, unknown>): Promise<Response_>
  readonly endpoint?: { readonly DEFAULTS: { readonly baseUrl: string; readonly request?: object | undefined } }
}
type Response_ = { readonly status: number; readonly headers: object; readonly data: unknown }

/** `left`: the request went out, or may have. `data` undefined: not readable as JSON. */
export type Sent =
  | {
      readonly is: 'response'
      readonly status: number
      readonly headers: Readonly<Record<string, string | undefined>>
      readonly data: unknown
    }
  | { readonly is: 'failed'; readonly left: boolean; readonly why: string }

/**
 * Sends one request through octokit, with whatever authentication it brings, and lets it out of this process once.
 *
 * Octokit's plug-ins repeat requests. `request.retries: 0` silences the retry plug-in, which repeats POSTs on 5xx and
 * mutations on "Something went wrong" (probot/probot#921: four identical comments). Probot's throttling plug-in has no
 * such switch: it repeats a whole mutation an hour later when one alias of it met a rate limit. So the answer is taken at
 * `fetch`, and `fetch` refuses to be called again.
 *
 * The time runs from the call on, a plug-in's queue included: a lease was looked at just before, and what is still
 * queued when the time is up must never leave.
 */
export const send = (request: Request, route: string, parameters: object, timeout: number): Promise<Sent> =>
  new Promise(resolve => {
    const stop = new AbortController()
    const gate = { left: false, shut: false }
    const end = (sent: Sent): void => {
      gate.shut = true
      clearTimeout(timer)
      resolve(sent)
    }
    const timer = setTimeout(() => {
      end({ is: 'failed', left: gate.left, why: 'timed out' })
      stop.abort()
    }, timeout)
    const fetch = throughGate(fetchOf(request), gate, end)
    const options = { ...parameters, request: { retries: 0, signal: stop.signal, fetch } }
    request(route, options).then(
      response => end(received(response)),
      (error: unknown) => end(failure(error, gate.left)),
    )
  })

/** A client may bring its own `fetch` (a proxy, the emulator). Octokit keeps it among the defaults of its requests. */
const fetchOf = (request: Request): Fetch => {
  const defaults = request.endpoint?.DEFAULTS.request
  const own: unknown = defaults !== undefined && 'fetch' in defaults ? defaults.fetch : undefined
  return fetchFrom(own) ?? ((url, init) => globalThis.fetch(url, init))
}

const throughGate =
  (fetch: Fetch, gate: { left: boolean; shut: boolean }, end: (sent: Sent) => void): Fetch =>
  async (url, init) => {
    if (gate.shut) throw new Error('a request is sent once')
    gate.left = true
    const response = await fetch(url, init)
    const text = await response.text()
    // GitHub may not know a fresh installation token for seconds; auth-app then repeats. A 401 has had no effect.
    if (response.status === 401) gate.left = false
    else end({ is: 'response', status: response.status, headers: headersOf(response.headers), data: parsed(text) })
    // whoever sent it has the answer already: a plug-in that read it again would only take time, and act on it
    return new Response(response.status === 200 || text === '' ? null : text, response)
  }

const headersOf = (headers: Iterable<[string, string]>): Record<string, string> => Object.fromEntries(headers)

const parsed = (text: string): unknown => {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const received = (response: Response_): Sent => ({
  is: 'response',
  status: response.status,
  headers: { ...response.headers },
  data: response.data,
})

const textsOf = (headers: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldsOf(headers)).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

/** Only the status and the answer are taken from an error: octokit's carries the request too, and with it the token. */
const failure = (error: unknown, left: boolean): Sent => {
  if (typeof error === 'object' && error !== null && 'response' in error && 'status' in error) {
    const { status, response } = error
    if (typeof status === 'number' && typeof response === 'object' && response !== null && 'headers' in response) {
      const data = 'data' in response ? response.data : null
      return { is: 'response', status, headers: textsOf(response.headers), data }
    }
  }
  // A client that does not go through our fetch may have sent it: not to have seen it leave proves nothing.
  return { is: 'failed', left: true, why: whyOf(troubleOf(error), left) }
}

const whyOf = (trouble: Trouble, left: boolean): string => {
  switch (trouble.is) {
    case 'host-not-found':
      return `no host named ${trouble.host} was found`
    case 'host-unreachable':
      return `${trouble.host} takes no connection`
    case 'tls':
      return `the certificate of ${trouble.host} was not accepted (${trouble.code})`
    default:
      return left ? 'connection lost' : 'no answer'
  }
}
