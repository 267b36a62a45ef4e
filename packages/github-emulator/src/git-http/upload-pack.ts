import type { Repository } from '../world/types/repositories.ts'
import { type GitRequest, type GitResponse, protocolAnswer } from './exchange.ts'
import type { Mirrors } from './mirrors.ts'
import { flush, pktLine } from './pkt-line.ts'
import { runGit } from './run-git.ts'

/** `Git-Protocol` goes on to git as it came, if it looks like one. */
const protocolOf = ({ headers }: GitRequest): { protocol?: string } => {
  const protocol = headers['git-protocol']
  return protocol !== undefined && /^[\w=:.-]+$/.test(protocol) ? { protocol } : {}
}

/** The refs there are to fetch; in protocol 2 what the server can do. */
export const advertiseUploads = async (mirrors: Mirrors, repository: Repository, request: GitRequest) => {
  const args = ['upload-pack', '--stateless-rpc', '--advertise-refs', '.']
  const { stdout } = await runGit(args, { folder: mirrors.current(repository), ...protocolOf(request) })
  const service = pktLine('# service=git-upload-pack\n')
  return protocolAnswer('git-upload-pack-advertisement', Buffer.concat([service, flush, stdout]))
}

/** One round of a fetch: git itself reads what is wanted and makes the pack. What it refuses stands in its answer. */
export const upload = async (mirrors: Mirrors, repository: Repository, request: GitRequest): Promise<GitResponse> => {
  const args = ['upload-pack', '--stateless-rpc', '.']
  const run = { folder: mirrors.current(repository), input: request.body, ...protocolOf(request) }
  const { stdout } = await runGit(args, run)
  return protocolAnswer('git-upload-pack-result', stdout)
}
