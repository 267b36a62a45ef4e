import { createHash } from 'node:crypto'

/** `X-GitHub-Request-Id`: looks like GitHub's, and is the same again in the same run. */
export function requestId(n: number): string {
  const digest = createHash('sha1').update(`request ${n}`).digest('hex').toUpperCase()
  return [digest.slice(0, 4), digest.slice(4, 9), digest.slice(9, 15), digest.slice(15, 21), digest.slice(21, 29)].join(
    ':',
  )
}
