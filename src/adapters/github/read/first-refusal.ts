import type { Timestamp } from '../../../domain/terms/timestamp.ts'
import type { Answer, GraphQLError } from '../client/answer.ts'
import type { Repository } from '../client/answer-parts.ts'
import { isSaidToBeMissing } from './whereabouts.ts'

export type Absent = {
  readonly is: 'absent'
  /** `gone`: issues are switched off. `moved`: the issue was transferred, or deleted beside its record. */
  readonly why: 'not-found' | 'gone' | 'moved' | 'not-an-issue'
  /** `moved`, and the record was left behind: its head, and when that was asked for, or earlier. */
  readonly left?: { readonly head: string; readonly asked: Timestamp }
}
export type Refused = Extract<Answer, { is: 'refused' }> | { readonly is: 'unclear'; readonly why: string }

/** However little is asked at a time. */
export const tooLarge: Refused = {
  is: 'refused',
  status: 200,
  why: 'too-large',
  retryAfter: null,
  message: 'GitHub gave up on this query, however small',
}

export const absentOf = ({ why }: { readonly why: string }): Absent | null =>
  why === 'not-found' || why === 'gone' ? { is: 'absent', why } : null

export const refusalOf = (errors: readonly GraphQLError[], retryAfter: number | null): Refused => {
  const [first] = errors
  if (first?.type === undefined || first.type === null) return { is: 'unclear', why: 'an answer without data' }
  const why =
    retryAfter !== null ? 'rate' : ['FORBIDDEN', 'INSUFFICIENT_SCOPES'].includes(first.type) ? 'permission' : 'other'
  return { is: 'refused', status: 200, why, retryAfter, message: first.message }
}

export const missing = (errors: readonly GraphQLError[], what: string, retryAfter: number | null): Absent | Refused => {
  const about = errors.filter(error => error.path.includes(what))
  if (about.some(error => isSaidToBeMissing(error, what))) return { is: 'absent', why: 'not-found' }
  return refusalOf(about, retryAfter)
}

export const missingIssue = (repository: Repository, errors: readonly GraphQLError[], retryAfter: number | null) => {
  if (repository.kind?.__typename === 'PullRequest') return { is: 'absent', why: 'not-an-issue' } as const
  return missing(errors, 'issue', retryAfter)
}
