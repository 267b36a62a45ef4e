import { GitHubRefusal } from '../world/refusal.ts'
import type { Args } from './fields.ts'

const most = 100

/** One page of a list. Cursors hold the item's key, so that a page goes on where it stopped even if the list grew. */
export const page = <T>(
  name: string,
  items: readonly T[],
  args: Args,
  keyOf: (item: T) => string | number,
  toNode: (item: T) => unknown,
  more: { readonly edge?: (item: T) => object; readonly [extra: string]: unknown } = {},
): Record<string, unknown> => {
  demandBounds(name, args)
  const { slice, start, end } = cutOut(items, args, keyOf)
  const { edge, ...rest } = more
  const cursor = (item: T) => encode(keyOf(item))
  const [first, last] = [slice[0], slice.at(-1)]
  return {
    totalCount: items.length,
    nodes: () => slice.map(toNode),
    edges: () => slice.map(item => ({ cursor: cursor(item), node: toNode(item), ...edge?.(item) })),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: first === undefined ? null : cursor(first),
      endCursor: last === undefined ? null : cursor(last),
    },
    ...rest,
  }
}

const cutOut = <T>(items: readonly T[], args: Args, keyOf: (item: T) => string | number) => {
  const at = (cursor: string) => items.findIndex(item => encode(keyOf(item)) === cursor)
  let start = args.after ? at(args.after) + 1 : 0
  const before = args.before ? at(args.before) : -1
  let end = before < 0 ? items.length : before
  if (typeof args.first === 'number') end = Math.min(end, start + args.first)
  else if (typeof args.last === 'number') start = Math.max(start, end - args.last)
  return { slice: items.slice(start, end), start, end }
}

const encode = (key: string | number): string => Buffer.from(`cursor:v2:${key}`).toString('base64')

/** In GitHub's words: a list wants `first` or `last`, and neither may pass a hundred. */
const demandBounds = (name: string, { first, last }: Args): void => {
  if (typeof first !== 'number' && typeof last !== 'number') {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`
    throw new GitHubRefusal(200, 'MISSING_PAGINATION_BOUNDARIES', message)
  }
  for (const [bound, value] of Object.entries({ first, last })) {
    if (typeof value !== 'number' || (value >= 0 && value <= most)) continue
    const message =
      value < 0
        ? `\`${bound}\` on the \`${name}\` connection cannot be less than zero.`
        : `Requesting ${value} records on the \`${name}\` connection exceeds the \`${bound}\` limit of ${most} records.`
    throw new GitHubRefusal(200, 'EXCESSIVE_PAGINATION', message)
  }
}
