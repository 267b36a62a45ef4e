import { tell } from '../issue-access.ts'
import { markClosed } from '../issue-state.ts'
import { fullName } from '../repositories.ts'
import { closingNumbers, referredNumbers } from '../text.ts'
import { record } from '../timeline.ts'
import type { Actor } from '../types/accounts.ts'
import type { Repository } from '../types/repositories.ts'
import type { World } from '../types/world.ts'
import { commitOf } from './objects.ts'

/** Open pull requests go with their head branch: new commits, a forced push, or closed when it is deleted. */
export const followPulls = (
  world: World,
  actor: Actor,
  repository: Repository,
  ref: string,
  oid: string | null,
  forced: boolean,
): void => {
  const branch = ref.replace(/^refs\/heads\//, '')
  for (const pull of world.state.pulls.values()) {
    const issue = world.state.issues.get(pull.issueId)
    if (pull.repositoryId !== repository.id || !issue || issue.state === 'closed') continue
    if (pull.baseRef === branch && oid !== null) pull.baseOid = oid
    if (pull.headRef !== branch) continue
    if (oid === null) {
      record(world, actor, issue.id, { event: 'head_ref_deleted', refName: branch })
      markClosed(world, actor, issue, null)
      continue
    }
    const before = pull.headOid
    pull.headOid = oid
    if (forced) record(world, actor, issue.id, { event: 'head_ref_force_pushed', before, after: oid })
    tell(world, actor, issue, 'synchronize', { before, after: oid })
  }
}

/** Commit messages refer to issues from any branch, and close them from the default branch. */
export const readCommitMessages = (
  world: World,
  actor: Actor,
  repository: Repository,
  ref: string,
  commits: readonly string[],
): void => {
  if (!ref.startsWith('refs/heads/')) return
  const name = fullName(world.state, repository)
  const onDefault = ref === `refs/heads/${repository.defaultBranch}`
  for (const commitOid of commits) {
    const message = commitOf(world.state, repository.id, commitOid)?.message ?? ''
    const closing = onDefault ? closingNumbers(message, name) : []
    for (const number of referredNumbers(message, name)) {
      const issue = world.state.issues.get(world.state.numbers.get(repository.id)?.get(number) ?? 0)
      if (!issue) continue
      record(world, actor, issue.id, { event: 'referenced', commitOid })
      if (closing.includes(number) && issue.pullId === null) markClosed(world, actor, issue, 'completed', { commitOid })
    }
  }
}
