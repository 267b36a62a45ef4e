import type { GraphQLError } from '../client/answer.ts'
import type { Issue, Repository } from '../client/answer-parts.ts'

/**
 * Where the issue of a number is. `away`: in another repository, whose issue GitHub gives under the number. `gone`: GitHub
 * says that there is none. `unclear`: it gave none and did not say that, or the number is no issue's.
 */
export type Whereabouts =
  | { readonly is: 'here'; readonly issue: Issue }
  | { readonly is: 'away' }
  | { readonly is: 'gone' }
  | { readonly is: 'unclear' }

/** By what GitHub says, never by what it left out: a part of an answer that is missing may be there the next time. */
export const whereIs = (
  { id, issue, kind }: Repository,
  number: number,
  errors: readonly GraphQLError[],
): Whereabouts => {
  // one that came back has another number, to which GitHub leads from the old one
  if (issue) return issue.repository.id === id && issue.number === number ? { is: 'here', issue } : { is: 'away' }
  const isGone = kind?.__typename !== 'PullRequest' && errors.some(error => isSaidToBeMissing(error, 'issue'))
  return { is: isGone ? 'gone' : 'unclear' }
}

/** `NOT_FOUND` at the field itself: of what stands within it, it says nothing of the field. */
export const isSaidToBeMissing = ({ type, path }: GraphQLError, field: string): boolean =>
  type === 'NOT_FOUND' && path.at(-1) === field

/** What was said of an issue that is known not to be here, or of no consequence then. */
export const isAboutTheAbsent = (error: GraphQLError): boolean =>
  error.path.includes('issue') || isSaidToBeMissing(error, 'kind')
