import { accounts } from './accounts.ts'
import { activity } from './activity.ts'
import { apps } from './apps.ts'
import { assignees } from './assignees.ts'
import { checks } from './checks.ts'
import { comments } from './comments.ts'
import { commits } from './commits.ts'
import { contents } from './contents.ts'
import { issueEvents } from './events.ts'
import { git } from './git.ts'
import { hook } from './hook.ts'
import { issues } from './issues.ts'
import { labels } from './labels.ts'
import { pulls } from './pulls.ts'
import { reactions } from './reactions.ts'
import { relations } from './relations.ts'
import { repositories } from './repositories.ts'
import type { Route } from './route.ts'
import { rulesets } from './rulesets.ts'

const literal = (path: string) => path.replaceAll(/\{\w+\}/g, '').length

/**
 * Every REST operation that the embedded GitHub serves, in the order in which they are tried: the more of a path is
 * fixed, the earlier, so `/issues/comments` before `/issues/{issue_number}`.
 */
export const routes: readonly Route[] = [
  accounts,
  apps,
  hook,
  repositories,
  activity,
  assignees,
  issues,
  issueEvents,
  labels,
  comments,
  reactions,
  relations,
  contents,
  git,
  commits,
  rulesets,
  pulls,
  checks,
]
  .flat()
  .toSorted((a, b) => literal(b.path) - literal(a.path))

/** Where a request leads: the operation, and the path's parameters, decoded. */
export type Match = { readonly route: Route; readonly params: { readonly [name: string]: string } }
