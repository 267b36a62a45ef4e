import { ConnectionLost } from './connection-lost.ts'

const aborted = () => new DOMException('This operation was aborted', 'AbortError')

/** An answer that never comes: the caller waits until it gives up, or is told at once when it would. */
const silence = (signal: AbortSignal | null | undefined, instant: boolean): Promise<never> =>
  new Promise((_, reject) => {
    if (instant || signal?.aborted) reject(aborted())
    else signal?.addEventListener('abort', () => reject(signal.reason ?? aborted()), { once: true })
  })

const reset = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) })

/** A `fetch` that reaches the emulator without a socket. Broken connections reject as Node's own fetch does. */
export const createFetch =
  (handle: (request: Request) => Promise<Response>, instantTimeouts: boolean): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    if (request.signal.aborted) throw aborted()
    try {
      return await handle(request)
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      if (error.how === 'silence') return silence(init?.signal, instantTimeouts)
      throw reset()
    }
  }
