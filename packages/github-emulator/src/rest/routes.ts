import { accounts } from './accounts.ts'
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
import { pattern, type Route } from './route.ts'
import { rulesets } from './rulesets.ts'

/** Every REST operation that the embedded GitHub serves. */
export const routes: readonly Route[] = [
  accounts,
  apps,
  hook,
  repositories,
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
].flat()

const literal = (path: string) => path.replaceAll(/\{\w+\}/g, '').length

// the more of a path is fixed, the earlier it is tried: `/issues/comments` before `/issues/{issue_number}`
const tried = routes
  .map(route => ({ route, matches: pattern(route.path) }))
  .toSorted((a, b) => literal(b.route.path) - literal(a.route.path))

export type Match = { route: Route; params: { [name: string]: string } }

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The operation that a method and path mean, with the path's parameters decoded. */
export function match(method: string, path: string): Match | null {
  for (const { route, matches } of tried) {
    const found = route.method === method ? matches.exec(path) : null
    if (!found) continue
    const params = Object.entries(found.groups ?? {}).map(([name, value = '']) => [name, decode(value)])
    return { route, params: Object.fromEntries(params) }
  }
  return null
}
