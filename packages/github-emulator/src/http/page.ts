import { accountById, restLogin } from '../world/accounts.ts'
import { commentsOf } from '../world/comments.ts'
import { issueByNumber, issuesOf } from '../world/issues.ts'
import { fullName, repositoryByName } from '../world/repositories.ts'
import { armoredPublicKey, webFlowKey } from '../world/signing/web-flow-key.ts'
import type { Issue } from '../world/types/issues.ts'
import type { WorldState } from '../world/types/world.ts'

const who = (state: WorldState, id: number | null) => {
  const account = accountById(state, id)
  return account ? restLogin(account) : 'ghost'
}

const line = ({ number, title, state }: Issue) => `#${number}  ${state.padEnd(6)}  ${title}`

function issuePage(state: WorldState, found: Issue): string {
  const labels = found.labelIds.flatMap(id => state.labels.get(id)?.name ?? [])
  const assignees = found.assigneeIds.map(id => who(state, id))
  const children = found.subIssueIds.flatMap(id => state.issues.get(id) ?? [])
  const parts = [
    `${line(found)}\nopened by ${who(state, found.authorId)} at ${found.createdAt}`,
    `labels: ${labels.join(', ') || '-'}\nassignees: ${assignees.join(', ') || '-'}`,
    found.body,
    ...(children.length > 0 ? [`sub-issues\n${children.map(line).join('\n')}`] : []),
    ...commentsOf(state, found.id).map(each => `--- ${who(state, each.authorId)} at ${each.createdAt}\n${each.body}`),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** Where `html_url` leads: not GitHub's page, but what a person wants to read of it. Null where there is nothing. */
export function pageFor(state: WorldState, path: string): string | null {
  if (path === '/web-flow.gpg') return armoredPublicKey(webFlowKey(state.signingSeed))
  const [, owner = '', name = '', kind, number] = path.split('/')
  const home = repositoryByName(state, owner, name)
  if (!home) return null
  if (kind === undefined || (kind === 'issues' && number === undefined)) {
    const { visibility } = home
    return `${fullName(state, home)} (${visibility})\n\n${issuesOf(state, home.id).map(line).join('\n')}\n`
  }
  const found = kind === 'issues' || kind === 'pull' ? issueByNumber(state, home.id, Number(number)) : null
  return found && issuePage(state, found)
}
