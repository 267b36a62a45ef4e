import { createHash } from 'node:crypto'

/** One request as the log keeps it: what was asked and by whom, never a token or a body. */
export type RequestRecord = {
  /** Counted from 1. */
  readonly n: number
  readonly time: string
  /** `app`, `installation:1`, `actions:owner/repo`, `user:login`, `anonymous`. */
  readonly identity: string
  readonly method: string
  /** Without `/api/v3`; `/graphql` for GraphQL. */
  readonly path: string
  /** GraphQL: the operation's name, else its first field. */
  readonly operation: string | null
  /** GraphQL: the fields of the first level, in order, under their response keys. */
  readonly aliases: { readonly key: string; readonly field: string }[]
  readonly mutating: boolean
  /** How many things it was to create: issues, comments, pull requests, reactions, ... */
  readonly creations: number
  /** 0 when no answer was given. */
  status: number
  fault?: string
  /** GraphQL: the size of the query's text. */
  readonly queryBytes: number
}

/** `X-GitHub-Request-Id` of the n-th request: looks like GitHub's, and is the same again in the same run. */
export const requestId = (n: number): string => {
  const digest = createHash('sha1').update(`request ${n}`).digest('hex').toUpperCase()
  const parts = [
    digest.slice(0, 4),
    digest.slice(4, 9),
    digest.slice(9, 15),
    digest.slice(15, 21),
    digest.slice(21, 29),
  ]
  return parts.join(':')
}
