import { fullName, repositoryById } from '../world/repositories.ts'
import type { Account } from '../world/types/accounts.ts'
import type { Comment, Issue } from '../world/types/issues.ts'
import type { Context } from './context.ts'

/** Where people find an account on the web. */
export const accountPath = (account: Account): string =>
  account.type === 'Bot' ? `/apps/${account.login}` : `/${account.login}`

export const repositoryPath = ({ world }: Context, repositoryId: number): string =>
  `/${fullName(world.state, repositoryById(world.state, repositoryId))}`

export const issuePath = (context: Context, issue: Issue): string => {
  const kind = issue.pullId === null ? 'issues' : 'pull'
  return `${repositoryPath(context, issue.repositoryId)}/${kind}/${issue.number}`
}

export const commentPath = (context: Context, comment: Comment): string => {
  const issue = context.world.state.issues.get(comment.issueId)
  return issue ? `${issuePath(context, issue)}#issuecomment-${comment.id}` : ''
}
