import { accountById } from '../world/accounts.ts'
import { fullName, repositoryById } from '../world/repositories.ts'
import type { Account } from '../world/types/accounts.ts'
import type { Comment, Issue } from '../world/types/issues.ts'
import type { Context } from './context.ts'

/** Where people find an account on the web. */
export function accountPath(account: Account): string {
  return account.type === 'Bot' ? `/apps/${account.login}` : `/${account.login}`
}

export function repositoryPath({ world }: Context, repositoryId: number): string {
  return `/${fullName(world.state, repositoryById(world.state, repositoryId))}`
}

export function issuePath(context: Context, issue: Issue): string {
  const kind = issue.pullId === null ? 'issues' : 'pull'
  return `${repositoryPath(context, issue.repositoryId)}/${kind}/${issue.number}`
}

export function commentPath(context: Context, comment: Comment): string {
  const issue = context.world.state.issues.get(comment.issueId)
  return issue ? `${issuePath(context, issue)}#issuecomment-${comment.id}` : ''
}

export function loginOf({ world }: Context, id: number | null): string {
  return accountById(world.state, id)?.login ?? 'ghost'
}
