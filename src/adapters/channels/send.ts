import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { DeliveryFailure } from '../../domain/terms/channel-message.ts'
import { addressKind } from './addresses.ts'

/** One request to a channel. */
export type Outgoing = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Sent as these very bytes, in UTF-8; null: nothing. */
  readonly body: string | null
  /** Loopback and private networks, and there http too. */
  readonly allowPrivateAddresses: boolean
}

/** A value as JSON, as rooms take it. */
export const postTo = (url: URL, value: object, allowPrivateAddresses: boolean): Outgoing => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
  allowPrivateAddresses,
})

/** What came back. Of its text the first 64 KiB. A redirect is an answer like others, and is not followed. */
export type Answer =
  | { readonly is: 'answered'; readonly status: number; readonly text: string }
  | { readonly is: 'failed'; readonly why: DeliveryFailure }

export type Send = (request: Outgoing) => Promise<Answer>

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

type Means = { readonly milliseconds: number; readonly resolve: Resolve }

/** Milliseconds for all of it: name, connection, request, answer. */
const patience = 10_000
const mostOfAnswer = 64 * 1024

/**
 * One attempt, never a second: whether to try again is for who has the record to say. The address is looked at when its
 * name is resolved, and the connection goes to that very address, so that a name cannot mean another one a moment later.
 */
export const send: Send = request => sendBy(request, { milliseconds: patience, resolve: lookup })

/** The same with another patience, and another way to resolve names. */
export const sendBy = async (request: Outgoing, { milliseconds, resolve }: Means): Promise<Answer> => {
  const signal = AbortSignal.timeout(milliseconds)
  try {
    const literal = request.url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(literal) !== 0 && !isAllowed(literal, request)) return { is: 'failed', why: 'address-not-allowed' }
    const response = await answerTo(request, signal, lookupFor(request, resolve))
    return { is: 'answered', status: response.statusCode ?? 0, text: await textOf(response) }
  } catch (error) {
    return { is: 'failed', why: signal.aborted ? 'no-answer' : failureOf(error) }
  }
}

/** In the clear only where nobody else listens. */
const isAllowed = (address: string, { url, allowPrivateAddresses }: Outgoing): boolean => {
  const kind = addressKind(address)
  return kind === 'public' ? url.protocol === 'https:' : kind === 'private' && allowPrivateAddresses
}

const notAllowed = 'TOCSIN_ADDRESS_NOT_ALLOWED'

/** Resolves a name for the connection, and refuses it whole if one of its addresses is not allowed. */
const lookupFor =
  (request: Outgoing, resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, [])
      if (!addresses.every(({ address }) => isAllowed(address, request)))
        return callback(Object.assign(new Error(notAllowed), { code: notAllowed }), [])
      const [first] = addresses
      return options.all === true || first === undefined
        ? callback(null, addresses)
        : callback(null, first.address, first.family)
    })
  }

const answerTo = (request: Outgoing, signal: AbortSignal, lookup: LookupFunction): Promise<IncomingMessage> =>
  new Promise((answered, failed) => {
    const { url, method, body } = request
    const headers = { ...request.headers, 'user-agent': 'tocsin', 'accept-encoding': 'identity', connection: 'close' }
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    // a connection of its own, which ends with it
    const options: RequestOptions = { method, headers: { ...headers, ...length }, agent: false, signal }
    const open = url.protocol === 'https:' ? secure : plain
    open(url, { ...options, lookup })
      .on('response', answered)
      .on('error', failed)
      .end(body ?? undefined)
  })

const textOf = async (response: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response) {
    const bytes = Buffer.from(part)
    parts.push(bytes)
    length += bytes.length
    // leaving the loop ends the connection
    if (length >= mostOfAnswer) break
  }
  return Buffer.concat(parts).subarray(0, mostOfAnswer).toString('utf8')
}

const failures: Readonly<Record<string, DeliveryFailure>> = {
  [notAllowed]: 'address-not-allowed',
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_NODATA: 'host-not-found',
  ECONNREFUSED: 'connection-failed',
  EHOSTUNREACH: 'connection-failed',
  ENETUNREACH: 'connection-failed',
  EADDRNOTAVAIL: 'connection-failed',
  EACCES: 'connection-failed',
  EPROTO: 'certificate-not-accepted',
}

const aboutCertificate = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/

/** Of an error only its code is looked at: its message may hold the address, which may be the secret. */
const failureOf = (error: unknown): DeliveryFailure => {
  const code = codeOf(error)
  if (aboutCertificate.test(code)) return 'certificate-not-accepted'
  if (code.startsWith('HPE_')) return 'answer-not-understood'
  // the connection broke after it stood: nobody knows what arrived
  return failures[code] ?? 'no-answer'
}

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return error instanceof AggregateError ? codeOf(error.errors[0]) : ''
}
