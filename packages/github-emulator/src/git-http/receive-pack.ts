import { remember } from '../faults/older-worlds.ts'
import type { Shell } from '../shell.ts'
import { refsOf } from '../world/git/refs.ts'
import { fullName } from '../world/repositories.ts'
import type { Repository } from '../world/types/repositories.ts'
import type { World } from '../world/types/world.ts'
import type { Admitted } from './admit.ts'
import { type GitRequest, type GitResponse, plain, protocolAnswer } from './exchange.ts'
import { newBranch, refProblems, ruleViolations } from './messages.ts'
import type { Mirrors } from './mirrors.ts'
import { type Moved, moveRefs } from './move-refs.ts'
import { band, flush, pktLine, pktLines } from './pkt-line.ts'
import { type PushRequest, readPush } from './push-request.ts'
import { unpack } from './unpack.ts'

const capabilities = [
  'report-status',
  'report-status-v2',
  'delete-refs',
  'side-band-64k',
  'quiet',
  'atomic',
  'ofs-delta',
  'object-format=sha1',
  'push-options',
  'agent=git/github-emulator',
].join(' ')

const nothing = '0'.repeat(40)
const absent = /^0+$/

/** The refs there are to push to, in protocol 0 or 1: there is no other for pushes. */
export const advertiseReceives = (world: World, repository: Repository, { headers }: GitRequest): GitResponse => {
  const refs = refsOf(world.state, repository.id, 'refs/').map(({ name, oid }) => `${oid} ${name}`)
  const [first = `${nothing} capabilities^{}`, ...rest] = refs
  const version = /(?:^|:)version=1(?::|$)/.test(headers['git-protocol'] ?? '') ? ['version 1\n'] : []
  const lines = [...version, `${first}\0${capabilities}\n`, ...rest.map(line => `${line}\n`)]
  const service = pktLine('# service=git-receive-pack\n')
  return protocolAnswer('git-receive-pack-advertisement', Buffer.concat([service, flush, pktLines(lines)]))
}

/** A push: unpacked, judged ref by ref, answered with what became of each. */
export const receivePush = async (
  shell: Shell,
  mirrors: Mirrors,
  admitted: Admitted,
  { body }: GitRequest,
): Promise<GitResponse> => {
  const push = readPush(body)
  if (!push) return plain(400, 'The push could not be read.')
  // git asks with an empty list whether it may push, before it sends something large
  if (push.commands.length === 0) return protocolAnswer('git-receive-pack-result', new Uint8Array())
  const { repository, actor } = admitted
  const { objects, problem } = await unpack(mirrors, mirrors.current(repository), push.pack, actor.user)
  if (problem !== null) return answer(push, problem, push.commands.map(unpackerError), `${problem}\n`)
  remember(shell)
  const moved = moveRefs(shell.world, admitted, { ...push, objects, atomic: push.capabilities.has('atomic') })
  return answer(push, 'ok', moved, said(shell, repository, moved))
}

const unpackerError = (command: PushRequest['commands'][number]): Moved => ({
  ...command,
  problem: refProblems.unpacking,
  rules: [],
})

/** What the pusher reads after `remote: `. */
const said = ({ world, base }: Shell, repository: Repository, moved: readonly Moved[]): string => {
  const page = `${base}/${fullName(world.state, repository)}`
  return moved
    .map(({ name, before, problem, rules }) => {
      if (rules.length > 0) return ruleViolations(page, name, rules)
      const branch = name.match(/^refs\/heads\/(.+)$/)?.[1]
      const created = problem === null && absent.test(before) && branch !== undefined
      return created && branch !== repository.defaultBranch ? newBranch(page, branch) : ''
    })
    .join('')
}

const answer = (push: PushRequest, unpacked: string, moved: readonly Moved[], message: string): GitResponse => {
  const wanted = push.capabilities.has('report-status') || push.capabilities.has('report-status-v2')
  const results = moved.map(({ name, problem }) => (problem === null ? `ok ${name}\n` : `ng ${name} ${problem}\n`))
  const report = wanted ? pktLines([`unpack ${unpacked.split('\n')[0]}\n`, ...results]) : new Uint8Array()
  const body = push.capabilities.has('side-band-64k')
    ? Buffer.concat([band(2, Buffer.from(message)), band(1, report), flush])
    : report
  return protocolAnswer('git-receive-pack-result', body)
}
