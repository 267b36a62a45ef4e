import { gunzipSync } from 'node:zlib'
import type { Shell } from '../shell.ts'
import { type Address, readAddress } from './address.ts'
import { type Admitted, admit } from './admit.ts'
import { type GitRequest, type GitResponse, plain } from './exchange.ts'
import { dumbProtocol, gitMissing } from './messages.ts'
import { createMirrors, type Mirrors } from './mirrors.ts'
import { advertiseReceives, receivePush } from './receive-pack.ts'
import { advertiseUploads, upload } from './upload-pack.ts'

/** Git over HTTP on the repositories of a world: clone, fetch, ls-remote and push. */
export type GitHttp = {
  /** The answer to a request of git's; null for every other request. */
  readonly serve: (request: GitRequest) => Promise<GitResponse | null>
  /** Takes away the temporary folders. */
  readonly close: () => void
}

/** Mounts on any server: it takes method, path, query, headers and bytes, and gives status, headers and bytes. */
export const createGitHttp = (shell: Shell): GitHttp => {
  const mirrors = createMirrors(shell.world)
  return {
    serve: async request => {
      const address = readAddress(request)
      if (address === null) return null
      const problem = malformed(request, address)
      if (problem || address === 'dumb') return problem ?? plain(403, dumbProtocol)
      const admitted = admit(shell, request, address)
      if ('status' in admitted) return admitted
      return answer(shell, mirrors, admitted, address, request).catch(withoutGit)
    },
    close: mirrors.close,
  }
}

const malformed = ({ method, headers }: GitRequest, address: Address | 'dumb'): GitResponse | null => {
  const reads = address === 'dumb' || address.wants === 'refs'
  if (method !== (reads ? 'GET' : 'POST')) return plain(405, 'Method Not Allowed')
  if (reads || headers['content-type'] === `application/x-${address.service}-request`) return null
  return plain(415, 'Unsupported Media Type')
}

const answer = async (
  shell: Shell,
  mirrors: Mirrors,
  admitted: Admitted,
  { service, wants }: Address,
  sent: GitRequest,
): Promise<GitResponse> => {
  const request = unzipped(sent)
  if (request === null) return plain(400, 'The body is not what its Content-Encoding says.')
  const { repository } = admitted
  if (service === 'git-upload-pack') {
    return wants === 'refs' ? advertiseUploads(mirrors, repository, request) : upload(mirrors, repository, request)
  }
  return wants === 'refs'
    ? advertiseReceives(shell.world, repository, request)
    : receivePush(shell, mirrors, admitted, request)
}

/** Git packs long requests. Null: it is not packed, or longer than anything that is pushed here. */
const unzipped = (request: GitRequest): GitRequest | null => {
  if (!/^(x-)?gzip$/.test(request.headers['content-encoding'] ?? '')) return request
  try {
    return { ...request, body: gunzipSync(request.body, { maxOutputLength: mostBytes }) }
  } catch {
    return null
  }
}

/** Of a body once it is unpacked, in bytes. */
const mostBytes = 256 * 1024 * 1024

const withoutGit = (error: unknown): GitResponse => {
  if (error instanceof Error && 'syscall' in error && error.syscall === 'spawn git') return plain(501, gitMissing)
  throw error
}
