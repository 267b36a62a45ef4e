import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

/** Why a request was turned away, for the log. `signature`: somebody who does not know the secret, or another secret is set here. */
export type TurnedAwayAs = 'too-long' | 'too-slow' | 'too-many' | 'unsigned' | 'signature' | 'malformed'

export type DoorSettings = {
  /** The path of the webhook. */
  readonly path: string
  readonly secret: string
  /** Events that something here listens to; others are answered, and that is all. */
  readonly events: readonly string[]
  readonly turnedAway: (why: TurnedAwayAs) => void
  /** Bytes of one body: GitHub sends no payload over 25 MB. https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
  readonly mostBytes?: number
  /** Bytes of all bodies that are under way. */
  readonly mostUnderWay?: number
  /** Milliseconds in which a body has to be there. */
  readonly patience?: number
}

const payloadCap = 25 * 1024 * 1024

type Room = { taken: number }

/**
 * What stands before Probot's own webhook handler, which reads whatever comes, however long, before it looks at the
 * signature, and fails at an event with an odd name. Refusals are cheap: by the headers alone where these say enough, and
 * never with more kept than GitHub would send. What gets through has been signed with our secret.
 */
export const webDoor = (settings: DoorSettings, through: RequestListener): RequestListener => {
  const room: Room = { taken: 0 }
  return (request, response) => {
    // a client that goes away in the middle is no error of ours
    request.on('error', () => undefined)
    const early = byHeaders(request, settings)
    if (early !== null) return refuse(request, response, early, settings)
    void readBody(request, room, settings).then(body => {
      if ('status' in body) return refuse(request, response, body, settings)
      if (!settings.events.includes(eventOf(request))) return answer(response, 202, 'nothing listens to this event')
      // Probot's handler takes a body that somebody has read
      Object.assign(request, { body: body.text })
      through(request, response)
    })
  }
}

type Refusal = { readonly status: number; readonly words: string; readonly why: TurnedAwayAs | null }

const refusalOf = (status: number, words: string, why: TurnedAwayAs | null = null): Refusal => ({ status, words, why })

const headerOf = ({ headers }: IncomingMessage, name: string): string => {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

const eventOf = (request: IncomingMessage): string => headerOf(request, 'x-github-event')

/** What can be refused before a byte of the body is read; null: nothing so far. */
const byHeaders = (request: IncomingMessage, { path, mostBytes = payloadCap }: DoorSettings): Refusal | null => {
  const [asked = ''] = (request.url ?? '').split('?')
  if (request.method === 'GET' && asked === '/ping') return refusalOf(200, 'PONG')
  if (asked.replace(/\/+$/, '') !== path.replace(/\/+$/, '')) return refusalOf(404, 'not found')
  if (request.method !== 'POST') return refusalOf(405, 'only POST')
  if (!/^application\/json\s*(;|$)/i.test(headerOf(request, 'content-type')))
    return refusalOf(415, 'only application/json', 'malformed')
  if (!/^sha256=[0-9a-f]{64}$/.test(headerOf(request, 'x-hub-signature-256')))
    return refusalOf(401, 'not signed', 'unsigned')
  if (!/^[a-z][a-z_]{0,63}$/.test(eventOf(request))) return refusalOf(400, 'no such event', 'malformed')
  if (!/^[\w-]{1,64}$/.test(headerOf(request, 'x-github-delivery')))
    return refusalOf(400, 'no delivery id', 'malformed')
  return Number(headerOf(request, 'content-length')) > mostBytes ? tooLong : null
}

const tooLong = refusalOf(413, 'too long', 'too-long')

/** The body as text, if it is signed with our secret and JSON of an object. The signature is made as the bytes come. */
const readBody = (
  request: IncomingMessage,
  room: Room,
  { secret, mostBytes = payloadCap, mostUnderWay = 4 * payloadCap, patience = 10_000 }: DoorSettings,
): Promise<{ readonly text: string } | Refusal> =>
  new Promise(resolve => {
    const hmac = createHmac('sha256', secret)
    const chunks: Buffer[] = []
    let length = 0
    const end = (outcome: { readonly text: string } | Refusal): void => {
      clearTimeout(timer)
      room.taken -= length
      length = 0
      request.removeAllListeners('data')
      request.removeAllListeners('end')
      resolve(outcome)
    }
    const timer = setTimeout(() => end(refusalOf(408, 'too slow', 'too-slow')), patience)
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      room.taken += chunk.length
      if (length > mostBytes) return end(tooLong)
      if (room.taken > mostUnderWay) return end(refusalOf(503, 'too much at once', 'too-many'))
      hmac.update(chunk)
      chunks.push(chunk)
    })
    request.on('close', () => end(refusalOf(400, 'cut off', 'malformed')))
    request.on('end', () => {
      const given = Buffer.from(headerOf(request, 'x-hub-signature-256').slice('sha256='.length), 'hex')
      if (!timingSafeEqual(given, hmac.digest()))
        return end(refusalOf(400, 'the signature does not match', 'signature'))
      const text = Buffer.concat(chunks).toString('utf8')
      end(isObject(text) ? { text } : refusalOf(400, 'not a JSON object', 'malformed'))
    })
  })

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

const answer = (response: ServerResponse, status: number, words: string): void => {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': 'text/plain' }).end(`${words}\n`)
}

/** Milliseconds for which what is still being sent is thrown away, so that the sender can read its answer. */
const lingering = 250

/** Answers, and keeps nothing more of what is still being sent. */
const refuse = (
  request: IncomingMessage,
  response: ServerResponse,
  { status, words, why }: Refusal,
  { turnedAway }: DoorSettings,
): void => {
  if (why !== null) turnedAway(why)
  if (!request.complete) {
    response.setHeader('connection', 'close')
    request.resume()
    response.once('finish', () => void setTimeout(() => request.destroy(), lingering).unref())
  }
  answer(response, status, words)
}
