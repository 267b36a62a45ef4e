import { type JsonObject, ok } from '../http/answer.ts'
import { noOid } from '../world/git/refs.ts'
import type { DomainEvent } from '../world/types/domain-events.ts'
import { accountIn, allowed, viewOf } from './found.ts'
import { pageSize } from './pages.ts'
import { type Call, get } from './route.ts'
import { author } from './shapes/user.ts'

const hours = { day: 24, week: 168, month: 720, quarter: 2_160, year: 8_760 } as const

/** What GitHub calls it; a merge of a pull request is a push here. */
const typeOf = ({ before, after, forced }: DomainEvent): string => {
  if (before === noOid) return 'branch_creation'
  if (after === noOid) return 'branch_deletion'
  return forced ? 'force_push' : 'push'
}

const cursorOf = ({ id }: DomainEvent): string => Buffer.from(`activity:${id}`).toString('base64url')

const selected = (call: Call, pushes: readonly DomainEvent[]): readonly DomainEvent[] => {
  const { query, world } = call
  const [ref, type, login, period] = ['ref', 'activity_type', 'actor', 'time_period'].map(name => query.get(name))
  const name = ref && (ref.startsWith('refs/') ? ref : `refs/heads/${ref}`)
  const who = login ? accountIn(call, login).id : null
  const span = Object.entries(hours).find(([one]) => one === period)?.[1]
  const since = span === undefined ? 0 : world.now().getTime() - span * 3_600_000
  return pushes.filter(
    one =>
      (!name || one.ref === name) &&
      (!type || typeOf(one) === type) &&
      (who === null || one.by.user === who) &&
      Date.parse(one.at) >= since,
  )
}

const shape = (call: Call, one: DomainEvent): JsonObject => ({
  id: one.id,
  node_id: Buffer.from(`RepositoryActivity:${one.id}`).toString('base64'),
  before: one.before ?? noOid,
  after: one.after ?? noOid,
  ref: one.ref ?? '',
  timestamp: one.at,
  activity_type: typeOf(one),
  actor: author(viewOf(call), one.by.user),
})

/** Every change of a branch, newest first unless asked; paged by cursors. Tags are not in it. */
const list = (call: Call) => {
  const home = allowed(call, 'contents', 'read', 'read')
  const { query, world } = call
  const pushes = world.state.domainEvents.filter(
    ({ event, repository, ref }) => event === 'push' && repository === home.id && ref?.startsWith('refs/heads/'),
  )
  const found = selected(call, query.get('direction') === 'asc' ? pushes : pushes.toReversed())
  const [before, after] = [query.get('before'), query.get('after')]
  const indexOf = (cursor: string | null) => (cursor ? found.findIndex(one => cursorOf(one) === cursor) : -1)
  const size = pageSize(call)
  const start = before ? Math.max(0, indexOf(before) - size) : indexOf(after) + 1
  const items = found.slice(start, start + size)
  const last = items.at(-1)
  const link = (rel: 'next' | 'prev', name: 'after' | 'before', one: DomainEvent): string => {
    const url = new URL(call.url, call.shell.base)
    url.searchParams.delete(name === 'after' ? 'before' : 'after')
    url.searchParams.set(name, cursorOf(one))
    return `<${url.href}>; rel="${rel}"`
  }
  const links = [
    ...(start > 0 && items[0] ? [link('prev', 'before', items[0])] : []),
    ...(last && start + size < found.length ? [link('next', 'after', last)] : []),
  ]
  return ok(
    items.map(one => shape(call, one)),
    links.length > 0 ? { link: links.join(', ') } : {},
  )
}

/** What happened to a repository's branches, and who did it. */
export const activity = [get('/repos/{owner}/{repo}/activity', list, { reads: 'list' })]
