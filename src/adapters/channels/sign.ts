import { createHash, createHmac } from 'node:crypto'

/**
 * The three headers of Standard Webhooks: an HMAC-SHA256 over id, time and the very bytes of the body, so that a receiver
 * can tell who sent them, and that they are not an old request sent again. `seconds`: Unix time now. `secret`: `whsec_`
 * with a key in base64, or any other text as it is. The id is the same for every attempt at the same message.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signatureHeaders = (
  secret: string,
  message: { readonly key: string; readonly action: string; readonly body: string },
  seconds: number,
): Readonly<Record<string, string>> => {
  const id = `msg_${createHash('sha256').update(`${message.action} ${message.key}`).digest('hex').slice(0, 32)}`
  const signature = createHmac('sha256', keyOf(secret))
    .update(`${id}.${seconds}.${message.body}`, 'utf8')
    .digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` }
}

const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret, 'utf8')
