import { readAddress } from '../git-http/address.ts'
import type { GitHttp } from '../git-http/git-http.ts'

/** What git asks for, answered beside the API: neither logged as a request nor counted against its limits. Null: something else was asked. */
export const gitResponse = async (git: GitHttp, request: Request): Promise<Response | null> => {
  const { pathname: path, searchParams: query } = new URL(request.url)
  // before the body is read, which the API reads itself
  if (readAddress({ path, query }) === null) return null
  const body = new Uint8Array(await request.arrayBuffer())
  const { method, headers } = request
  const found = await git.serve({ method, path, query, headers: Object.fromEntries(headers), body })
  return found && new Response(Buffer.from(found.body), { status: found.status, headers: found.headers })
}
