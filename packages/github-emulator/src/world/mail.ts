import { canSee } from './access.ts'
import { accountByLogin } from './accounts.ts'
import { fullName, repositoryById } from './repositories.ts'
import { mentionedLogins } from './text.ts'
import type { Actor } from './types/accounts.ts'
import type { Comment, Issue } from './types/issues.ts'
import type { Mail } from './types/mail.ts'
import type { World, WorldState } from './types/world.ts'
import { nextId, stamp } from './world.ts'

type Letter = { issue: Issue; comment?: Comment; body: string }
type Reason = Mail['reason']

/** Mail whoever follows the issue or is mentioned, but never the one who did it. Mail cannot be called back. */
export const mailFollowers = (world: World, actor: Actor, letter: Letter): void => {
  for (const [userId, reason] of followers(world.state, letter.issue, letter.body)) {
    send(world, actor, userId, reason, letter)
  }
}

export const mailTo = (world: World, actor: Actor, userId: number, reason: Reason, letter: Letter): void => {
  send(world, actor, userId, reason, letter)
}

/** The strongest reason of each, later ones winning. */
const followers = (state: WorldState, issue: Issue, text: string): Map<number, Reason> => {
  const reasons = new Map<number, Reason>()
  for (const userId of state.watchers.get(issue.repositoryId) ?? []) reasons.set(userId, 'subscribed')
  for (const comment of state.comments.values()) {
    if (comment.issueId === issue.id && comment.authorId !== null) reasons.set(comment.authorId, 'comment')
  }
  if (issue.authorId !== null) reasons.set(issue.authorId, 'author')
  for (const userId of issue.assigneeIds) reasons.set(userId, 'assign')
  for (const login of mentionedLogins(text)) {
    const account = accountByLogin(state, login)
    if (account) reasons.set(account.id, 'mention')
  }
  return reasons
}

const send = (world: World, actor: Actor, to: number, reason: Reason, { issue, comment, body }: Letter): void => {
  const account = world.state.accounts.get(to)
  const repository = repositoryById(world.state, issue.repositoryId)
  const sees = canSee(world.state, { kind: 'user', user: to }, repository)
  if (to === actor.user || account?.type !== 'User' || !sees) return
  const kind = issue.pullId === null ? 'Issue' : 'PR'
  const subject = `[${fullName(world.state, repository)}] ${issue.title} (${kind} #${issue.number})`
  world.state.mail.push({
    id: nextId(world, 'mail'),
    at: stamp(world),
    to,
    repository: repository.id,
    issue: issue.id,
    comment: comment?.id ?? null,
    subject: comment || reason === 'state_change' ? `Re: ${subject}` : subject,
    body,
    reason,
  })
}
