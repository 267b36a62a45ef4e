import type { GitHttp } from '../git-http/git-http.ts'
import type { Incoming } from './asked.ts'
import type { Outcome } from './exchange.ts'

/** What git asks for, answered beside the API: neither logged as a request nor counted against its limits. */
export const gitOutcome = async (git: GitHttp, { method, url, headers, bytes }: Incoming): Promise<Outcome | null> => {
  const [path = '', query = ''] = url.split('?')
  const found = await git.serve({ method, path, query: new URLSearchParams(query), headers, body: bytes })
  return found && { is: 'answer', ...found }
}
