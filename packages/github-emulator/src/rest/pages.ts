import { type Answer, type Json, ok } from '../http/answer.ts'
import type { Call } from './route.ts'

/** Thirty unless asked, at most a hundred. */
export const pageSize = ({ query }: Call): number => {
  const asked = Number(query.get('per_page') ?? 30)
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, 100) : 30
}

/** One page of a list, and the links to the others. `wrap` is for lists that stand inside an object. */
export const page = <T>(
  call: Call,
  all: readonly T[],
  render: (item: T) => Json,
  wrap?: (items: Json[]) => Json,
): Answer => {
  const size = pageSize(call)
  const asked = Number(call.query.get('page') ?? 1)
  const at = Number.isInteger(asked) && asked > 0 ? asked : 1
  const last = Math.max(1, Math.ceil(all.length / size))
  const items = all.slice((at - 1) * size, at * size).map(render)
  const link = (to: number, rel: string) => {
    const url = new URL(call.url, call.shell.base)
    url.searchParams.set('page', String(to))
    return `<${url.href}>; rel="${rel}"`
  }
  const before = at > 1 ? [link(at - 1, 'prev')] : []
  const after = at < last ? [link(at + 1, 'next'), link(last, 'last')] : []
  const links = [...before, ...after, ...(at > 1 ? [link(1, 'first')] : [])]
  return ok(wrap ? wrap(items) : items, links.length > 0 ? { link: links.join(', ') } : {})
}
