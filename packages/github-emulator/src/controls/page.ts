import type { MiddlewareHandler } from 'hono'
import type { ShellEnv } from '../shell.ts'
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

const issuePage = (state: WorldState, found: Issue): string => {
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

/** What a person wants to read of an issue or a repository; null where there is nothing. */
const pageFor = (state: WorldState, path: string): string | null => {
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

/** Where `html_url` leads, in a browser: not GitHub's page, but its text. Whatever is for the API goes on to it. */
export const pages: MiddlewareHandler<ShellEnv> = async (c, next) => {
  const { pathname } = new URL(c.req.url)
  if (c.req.method !== 'GET' || c.req.header('authorization') || pathname.startsWith('/api/')) return next()
  const text = pageFor(c.env.shell.world.state, pathname)
  return c.text(text ?? 'There is no such page here.\n', text === null ? 404 : 200)
}
