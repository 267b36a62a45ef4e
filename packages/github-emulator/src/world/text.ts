import { GitHubRefusal } from './refusal.ts'

const limit = 65536

/** Characters are counted as code points, as a database counts them; 65,536 are still accepted. */
export const demandBody = (body: string, resource: 'Issue' | 'IssueComment' | 'PullRequest'): void => {
  if (body.length <= limit || [...body].length <= limit) return
  const message = `body is too long (maximum is ${limit} characters)`
  throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Validation Failed', {
    errors: [{ resource, field: 'body', code: 'custom', message }],
    graphql: `Body is too long (maximum is ${limit} characters)`,
  })
}

export const demandTitle = (title: string, resource: 'Issue' | 'PullRequest'): void => {
  if (title.trim() === '') {
    throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Validation Failed', {
      errors: [{ resource, field: 'title', code: 'missing_field' }],
      graphql: "Title can't be blank",
    })
  }
  if ([...title].length <= 256) return
  throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Validation Failed', {
    errors: [{ resource, field: 'title', code: 'custom', message: 'title is too long (maximum is 256 characters)' }],
    graphql: 'Title is too long (maximum is 256 characters)',
  })
}

/** What remains when code and HTML comments are taken away: references and mentions there count for nothing. */
const prose = (text: string): string =>
  text.replace(/```[\s\S]*?(```|$)|~~~[\s\S]*?(~~~|$)|`[^`\n]*`|<!--[\s\S]*?(-->|$)/g, ' ')

/** The numbers of this repository's issues that a text refers to as `#7`, `owner/repo#7` or by address. */
export const referredNumbers = (text: string, repository: string): number[] => {
  const escaped = repository.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?<![\\w/#&])(?:${escaped})?#(\\d+)\\b|/${escaped}/(?:issues|pull)/(\\d+)\\b`, 'gi')
  return unique([...prose(text).matchAll(pattern)].map(match => Number(match[1] ?? match[2])))
}

/** The numbers that `closes #7` and its eight sisters name. */
export const closingNumbers = (text: string, repository: string): number[] => {
  const escaped = repository.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\\s+(?:${escaped})?#(\\d+)\\b`, 'gi')
  return unique([...prose(text).matchAll(pattern)].map(match => Number(match[1])))
}

/** The logins a text mentions, without teams. */
export const mentionedLogins = (text: string): string[] => {
  const pattern = /(?<![\w@/])@([a-z\d](?:[a-z\d-]{0,37}[a-z\d])?)(?![\w/-])/gi
  return unique([...prose(text).matchAll(pattern)].map(match => (match[1] ?? '').toLowerCase()))
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
