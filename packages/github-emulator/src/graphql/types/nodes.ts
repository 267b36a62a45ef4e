import type { Issue } from '../../world/types/issues.ts'
import type { Context } from '../context.ts'
import { node, type Source } from '../fields.ts'

/** The issue, or the pull request whose half it is. */
export const issueNode = ({ world }: Context, issue: Issue | null | undefined): Source | null => {
  if (!issue) return null
  if (issue.pullId === null) return node('Issue', issue)
  const pull = world.state.pulls.get(issue.pullId)
  return pull ? node('PullRequest', pull) : null
}

export const repositoryNode = ({ world }: Context, repositoryId: number): Source | null => {
  const repository = world.state.repositories.get(repositoryId)
  return repository ? node('Repository', repository) : null
}
