import type { Trouble } from '../../../domain/terms/trouble.ts'
import { fieldsOf } from './checked.ts'

/** What went wrong, from whatever was thrown: octokit's error for an answer, fetch's for the network, or our own bug. */
export const troubleOf = (error: unknown): Trouble => {
  const { response, status, request } = fieldsOf(error)
  if (typeof status === 'number' && response !== undefined) return answeredTrouble(status, fieldsOf(response))
  const host = hostOf(fieldsOf(request).url)
  for (const one of causesOf(error)) {
    const found = networkTrouble(one, host)
    if (found !== null) return found
  }
  // a port that fetch asks nobody at
  if (causesOf(error).some(one => one instanceof TypeError && one.message === 'fetch failed'))
    return { is: 'host-unreachable', host }
  if (causesOf(error).some(isAboutKey)) return { is: 'key-unreadable' }
  return { is: 'bug', name: error instanceof Error ? error.name : typeof error }
}

type Fields = Readonly<Record<string, unknown>>

/** `x-accepted-github-permissions: contents=write; issues=write`: what the endpoint would have taken. */
const permissionOf = (headers: Fields): string | null => {
  const accepted = headers['x-accepted-github-permissions']
  if (typeof accepted !== 'string' || !/^[\w=;, ]{1,200}$/.test(accepted)) return null
  return accepted.replaceAll('=', ': ').replaceAll(/\s*;\s*/g, ' or ')
}

const answeredTrouble = (status: number, response: Fields): Trouble => {
  const { message: said } = fieldsOf(response.data)
  const [message, headers] = [typeof said === 'string' ? said : '', fieldsOf(response.headers)]
  if (status >= 500) return { is: 'github-down', status }
  if (status === 429 || (status === 403 && /rate limit|abuse/i.test(message))) return { is: 'rate-limited' }
  if (status === 401) return { is: unauthorised(message) }
  if (status === 403 && /suspended/i.test(message)) return { is: 'installation-suspended' }
  if (status === 403 && /IP allow list/i.test(message)) return { is: 'ip-not-allowed' }
  if (status === 403) return { is: 'permission-missing', permission: permissionOf(headers) }
  if (status === 422 && /permissions requested/i.test(message)) return { is: 'permission-missing', permission: null }
  if (status === 404) return { is: gone(message, response.url) }
  return { is: 'refused', status }
}

/** GitHub answers a wrong key, a wrong clock and a token that has ended all with 401, in other words. */
const unauthorised = (message: string): 'clock-wrong' | 'key-not-accepted' | 'token-not-accepted' => {
  if (/expiration time|issued at|'exp'|'iat'/i.test(message)) return 'clock-wrong'
  return /json web token|jwt|assertion/i.test(message) ? 'key-not-accepted' : 'token-not-accepted'
}

const gone = (message: string, url: unknown): 'app-not-found' | 'installation-gone' | 'not-found' => {
  if (/integration not found/i.test(message)) return 'app-not-found'
  return typeof url === 'string' && url.includes('/app/installations/') ? 'installation-gone' : 'not-found'
}

const notFound = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA']
const unreachable = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EACCES', 'EADDRNOTAVAIL']
const silent = [
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_ABORTED',
]
const broken = ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED']
const tls = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(VERIFY|GET)_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH$|EPROTO$)/

const networkTrouble = (error: unknown, host: string): Trouble | null => {
  const { code } = fieldsOf(error)
  const word = typeof code === 'string' ? code : ''
  if (notFound.includes(word)) return { is: 'host-not-found', host }
  if (unreachable.includes(word)) return { is: 'host-unreachable', host }
  if (tls.test(word)) return { is: 'tls', host, code: word }
  if (silent.includes(word) || (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)))
    return { is: 'no-answer', host }
  return broken.includes(word) ? { is: 'connection-lost', host } : null
}

/** An error, what caused it, and what caused that; of several tries at once, all. */
const causesOf = (error: unknown, depth = 5): readonly unknown[] => {
  if (depth === 0 || typeof error !== 'object' || error === null) return []
  // `cause` is not among the fields that an error shows
  const cause = 'cause' in error ? [error.cause] : []
  const several = error instanceof AggregateError ? error.errors.slice(0, 5) : []
  return [error, ...[...cause, ...several].flatMap(one => causesOf(one, depth - 1))]
}

/** Node's, OpenSSL's and the JWT library's ways of saying that this is no private key. */
const isAboutKey = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { code } = fieldsOf(error)
  const word = typeof code === 'string' ? code : ''
  return (
    /^ERR_OSSL|^ERR_CRYPTO|^ERR_INVALID_ARG_VALUE$/.test(word) ||
    error.name === 'DataError' ||
    /private key|universal-github-app-jwt|asn1|\bPEM\b/i.test(error.message)
  )
}

const hostOf = (url: unknown): string => {
  const host = typeof url === 'string' && URL.canParse(url) ? new URL(url).host : ''
  return host === '' ? 'GitHub' : host
}
