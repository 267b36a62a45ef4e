import type { Incoming } from './asked.ts'
import type { Outcome } from './exchange.ts'

type Handle = (incoming: Incoming) => Promise<Outcome>

const aborted = () => new DOMException('This operation was aborted', 'AbortError')

/** An answer that never comes: the caller waits until it gives up, or is told at once when it would. */
function silence(signal: AbortSignal | undefined, instant: boolean): Promise<never> {
  return new Promise((_, reject) => {
    if (instant || signal?.aborted) reject(aborted())
    else signal?.addEventListener('abort', () => reject(signal.reason ?? aborted()), { once: true })
  })
}

/** A `fetch` that reaches the emulator without a socket. Broken connections reject as Node's own fetch does. */
export function createFetch(handle: Handle, instantTimeouts: boolean): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    if (request.signal.aborted) throw aborted()
    const { pathname, search } = new URL(request.url)
    const headers = Object.fromEntries(request.headers)
    const bytes = Buffer.from(await request.arrayBuffer())
    const body = bytes.toString('utf8')
    const outcome = await handle({ method: request.method, url: pathname + search, headers, body, bytes })
    if (outcome.is === 'silence') return silence(init?.signal ?? undefined, instantTimeouts)
    if (outcome.is === 'reset') {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
      })
    }
    const empty = outcome.status === 204 || outcome.status === 304
    return new Response(empty ? null : Buffer.from(outcome.body), { status: outcome.status, headers: outcome.headers })
  }
}
