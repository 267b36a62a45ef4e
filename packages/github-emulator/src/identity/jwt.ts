import { createPublicKey, verify } from 'node:crypto'

type Claims = { readonly [name: string]: unknown }

const decoded = (part: string | undefined): Claims | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'))
    return value !== null && typeof value === 'object' ? (value as Claims) : null
  } catch {
    return null
  }
}

const undecodable = 'A JSON web token could not be decoded'
const expiry = "'Expiration time' claim ('exp')"
/** GitHub forgives a clock that is up to a minute fast. */
const leeway = 60
const longest = 10 * 60

export type JwtProblem = { readonly status: 401 | 404; readonly message: string }

/** Checks an App's JSON web token as GitHub does: signature, issuer, and a life of ten minutes at most. */
export const checkJwt = (
  token: string,
  privateKey: string,
  issuers: readonly string[],
  now: Date,
): JwtProblem | null => {
  const [head, body, signature] = token.split('.')
  const [header, claims] = [decoded(head), decoded(body)]
  if (!header || !claims || header.alg !== 'RS256') return { status: 401, message: undecodable }
  const seconds = Math.floor(now.getTime() / 1000)
  if (!issuers.includes(String(claims.iss))) return { status: 404, message: 'Integration not found' }
  const key = createPublicKey(privateKey)
  const signed = Buffer.from(`${head}.${body}`)
  if (!verify('sha256', signed, key, Buffer.from(signature ?? '', 'base64url')))
    return { status: 401, message: undecodable }
  const { exp, iat } = claims
  if (typeof exp !== 'number' || exp <= seconds) {
    return {
      status: 401,
      message: `${expiry} must be a numeric value representing the future time at which the assertion expires`,
    }
  }
  if (exp > seconds + longest + leeway) return { status: 401, message: `${expiry} is too far in the future` }
  if (typeof iat === 'number' && iat <= seconds + leeway) return null
  return {
    status: 401,
    message: "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
  }
}
