import { demand } from './access.ts'
import { accountById } from './accounts.ts'
import { commitOf } from './git/objects.ts'
import { nodeId } from './node-ids.ts'
import { GitHubRefusal } from './refusal.ts'
import { repositoryById } from './repositories.ts'
import type { Actor } from './types/accounts.ts'
import type { CheckConclusion, CheckRun, CheckStatus } from './types/pulls.ts'
import type { World, WorldState } from './types/world.ts'
import { happen, nextId, stamp } from './world.ts'

export type CheckRunChanges = {
  name?: string
  status?: CheckStatus
  conclusion?: CheckConclusion
  startedAt?: string
  completedAt?: string
  detailsUrl?: string
  externalId?: string
  output?: { title?: string | null; summary?: string | null; text?: string | null }
}

/** A check run on a commit. Only Apps, GitHub Actions among them, make check runs. */
export const createCheckRun = (
  world: World,
  actor: Actor,
  repositoryId: number,
  wanted: CheckRunChanges & { name: string; headSha: string },
): CheckRun => {
  const repository = repositoryById(world.state, repositoryId)
  demand(world, actor, repository, 'checks', 'write', 'write')
  if (actor.kind === 'user') throw new GitHubRefusal(403, 'FORBIDDEN', 'You must authenticate via a GitHub App.')
  if (!commitOf(world.state, repositoryId, wanted.headSha)) {
    throw new GitHubRefusal(422, 'UNPROCESSABLE', `No commit found for SHA: ${wanted.headSha}`)
  }
  const id = nextId(world, 'check')
  const run: CheckRun = {
    id,
    nodeId: nodeId('CheckRun', id),
    repositoryId,
    appId: accountById(world.state, actor.user)?.appId ?? null,
    name: wanted.name,
    headSha: wanted.headSha,
    status: 'queued',
    conclusion: null,
    startedAt: stamp(world),
    completedAt: null,
    detailsUrl: null,
    externalId: null,
    output: { title: null, summary: null, text: null },
  }
  world.state.checkRuns.set(id, run)
  apply(world, run, wanted)
  tellOf(world, actor, run, 'created')
  if (run.status === 'completed') tellOf(world, actor, run, 'completed')
  return run
}

/** Only by the App that made it. */
export const updateCheckRun = (world: World, actor: Actor, checkRunId: number, changes: CheckRunChanges): CheckRun => {
  const run = world.state.checkRuns.get(checkRunId)
  if (!run) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  demand(world, actor, repositoryById(world.state, run.repositoryId), 'checks', 'write', 'write')
  if (actor.kind === 'user' || accountById(world.state, actor.user)?.appId !== run.appId) {
    const message = `Invalid app_id \`${run.appId}\` - check run can only be modified by the GitHub App that created it.`
    throw new GitHubRefusal(403, 'FORBIDDEN', message)
  }
  const before = run.status
  apply(world, run, changes)
  if (before !== 'completed' && run.status === 'completed') tellOf(world, actor, run, 'completed')
  return run
}

/** A conclusion completes the run, whatever status came with it. */
const apply = (world: World, run: CheckRun, changes: CheckRunChanges): void => {
  run.name = changes.name ?? run.name
  run.status = changes.conclusion ? 'completed' : (changes.status ?? run.status)
  run.conclusion = changes.conclusion ?? run.conclusion
  run.startedAt = changes.startedAt ?? run.startedAt
  run.detailsUrl = changes.detailsUrl ?? run.detailsUrl
  run.externalId = changes.externalId ?? run.externalId
  run.output = { ...run.output, ...changes.output }
  if (run.status === 'completed') run.completedAt = changes.completedAt ?? run.completedAt ?? stamp(world)
}

/** Newest first. */
export const checkRunsOf = (state: WorldState, repositoryId: number, sha: string): CheckRun[] =>
  [...state.checkRuns.values()].filter(run => run.repositoryId === repositoryId && run.headSha === sha).reverse()

const tellOf = (world: World, actor: Actor, run: CheckRun, action: string): void => {
  happen(world, actor, { event: 'check_run', action, repository: run.repositoryId, checkRun: run.id })
}
