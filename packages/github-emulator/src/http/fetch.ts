import { ConnectionLost } from './connection-lost.ts'

const aborted = () => new DOMException('This operation was aborted', 'AbortError')

/** An answer that never comes: the caller waits until it gives up, or is told at once when it would. */
const silence = (signal: AbortSignal | null | undefined, instant: boolean): Promise<never> =>
  new Promise((_, reject) => {
    if (instant || signal?.aborted) reject(aborted())
    else signal?.addEventListener('abort', () => reject(signal.reason ?? aborted()), { once: true })
  })

/** Where an answer sends its caller; null: it is the answer. */
const elsewhere = ({ status, headers }: Response, { redirect }: Request): string | null =>
  redirect !== 'manual' && [301, 302, 307, 308].includes(status) ? headers.get('location') : null

/** What has moved is asked for where it is now: after 307 with the same method and body, as Node's own fetch does. */
const follow = async (
  first: Request,
  text: string | null,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> => {
  let asked = first
  for (let hops = 0; ; hops += 1) {
    // a body that is a stream can be read once only
    const answer = await handle(text === null && asked.body !== null ? asked.clone() : asked)
    const location = elsewhere(answer, asked)
    if (location === null || hops === 20) return answer
    const reads = asked.method === 'GET' || asked.method === 'HEAD'
    const [method, body] =
      answer.status > 302 && !reads ? [asked.method, { body: text ?? (await asked.text()) }] : ['GET', {}]
    asked = new Request(new URL(location, asked.url), { method, headers: asked.headers, ...body })
  }
}

const reset = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) })

/** A `fetch` that reaches the emulator without a socket. Broken connections reject as Node's own fetch does. */
export const createFetch =
  (handle: (request: Request) => Promise<Response>, instantTimeouts: boolean): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    if (request.signal.aborted) throw aborted()
    try {
      return await follow(request, typeof init?.body === 'string' ? init.body : null, handle)
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      if (error.how === 'silence') return silence(init?.signal, instantTimeouts)
      throw reset()
    }
  }
