import { createHmac } from 'node:crypto'
import type { Attempt, Delivery, Subscription } from './delivery.ts'

/** GitHub waits this long for an answer. */
const patience = 10_000

const sign = (algorithm: 'sha1' | 'sha256', secret: string, body: string) =>
  `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`

/** The headers of a webhook, signed with the subscriber's secret. */
export const headersOf = (delivery: Delivery, { id, as, secret }: Subscription, appId: number, body: string) => {
  const target = as === 'app' ? appId : (delivery.repositoryId ?? 0)
  return {
    accept: '*/*',
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/0emu1at',
    'x-github-delivery': delivery.guid,
    'x-github-event': delivery.event,
    'x-github-hook-id': String(id),
    'x-github-hook-installation-target-id': String(target),
    'x-github-hook-installation-target-type': as === 'app' ? 'integration' : 'repository',
    ...(secret
      ? { 'x-hub-signature': sign('sha1', secret, body), 'x-hub-signature-256': sign('sha256', secret, body) }
      : {}),
  }
}

type Outcome = Pick<Attempt, 'status' | 'code' | 'response' | 'duration'>

/** Posts one webhook, once. Whatever comes of it is an outcome, never an error. */
export const post = async (
  url: string,
  headers: { readonly [name: string]: string },
  body: string,
): Promise<Outcome> => {
  const start = performance.now()
  const duration = () => Math.round(performance.now() - start) / 1000
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(patience),
      redirect: 'manual',
    })
    const text = await answer.text()
    const status = answer.ok ? 'OK' : `Invalid HTTP Response: ${answer.status}`
    const response = { headers: Object.fromEntries(answer.headers), body: text }
    return { status, code: answer.status, response, duration: duration() }
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    const status = late ? 'timed out' : 'failed to connect to host'
    return { status, code: late ? 504 : 502, response: { headers: {}, body: '' }, duration: duration() }
  }
}
