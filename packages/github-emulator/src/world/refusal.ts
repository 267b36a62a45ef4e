export type RefusalType =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNPROCESSABLE'
  | 'STALE_DATA'
  | 'VALIDATION'
  | 'INSUFFICIENT_SCOPES'
  | 'SERVICE_UNAVAILABLE'
  | 'EXCESSIVE_PAGINATION'
  | 'MISSING_PAGINATION_BOUNDARIES'
  | 'RESOURCE_LIMITS_EXCEEDED'

/** One line of REST's `errors`: an object for a field, or a bare sentence. */
export type RefusalDetail =
  | string
  | { resource?: string; field?: string; code: string; value?: unknown; message?: string }

/** GitHub says no: `status`, `message` and `errors` are REST's words, `type` and `graphql` are GraphQL's. */
export class GitHubRefusal extends Error {
  override readonly name = 'GitHubRefusal'
  readonly status: number
  readonly type: RefusalType
  readonly errors: readonly RefusalDetail[]
  /** GraphQL's sentence, where it differs from REST's. */
  readonly graphql: string

  constructor(
    status: number,
    type: RefusalType,
    message: string,
    more: { errors?: RefusalDetail[]; graphql?: string } = {},
  ) {
    super(message)
    this.status = status
    this.type = type
    this.errors = more.errors ?? []
    this.graphql = more.graphql ?? message
  }
}
