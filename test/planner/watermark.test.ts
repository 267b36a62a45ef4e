import { describe, expect, test } from 'vitest'
import { reported, settled } from '../../bench/plan.ts'
import { later } from '../../src/domain/terms/timestamp.ts'
import type { Snapshot } from '../../src/domain/view/snapshot.ts'
import { plan } from '../../src/planner/plan.ts'
import { comment, user } from '../snapshot-of.ts'

const run = { id: 'run', unclear: new Set<string>(), refused: new Map<string, string>(), ledgerNotWritable: null }

/** An incident in order on whose pages people talked, so many comments in all, so long before it is read. */
const inOrder = settled(reported(10))

const talked = (count: number, minutesAgo: number, elapsed = 60): Snapshot => {
  const view = inOrder
  const now = later(view.now, elapsed * 60)
  const at = later(now, -minutesAgo * 60)
  const pages = [view.issue, ...view.children]
  const threads = pages.map((_, page) =>
    Array.from({ length: count }, (_, index) => index)
      .filter(index => index % pages.length === page)
      .map(index => comment(`IC_talk${index}`, user('alice'), 'The log has nothing before ten.', { at })),
  )
  const [own = [], ...others] = threads
  return {
    ...view,
    now,
    asked: now,
    issue: { ...view.issue, thread: [...view.issue.thread, ...own] },
    children: view.children.map((child, index) => ({ ...child, thread: others[index] ?? [] })),
  }
}

const appends = (snapshot: Snapshot) => plan(snapshot, run, snapshot.now).append

describe('talk that would come with every read again', () => {
  test('a hundred comments from before the window, wherever they are: a commit of the lease moves the watermark', () => {
    const snapshot = talked(100, 30)
    expect(appends(snapshot)).toMatchObject({ events: [], lease: { watermark: snapshot.now, leases: [] } })
  })

  test.each([
    ['fewer than that', talked(99, 30)],
    ['within the window, where the next read would bring them too', talked(500, 5)],
    ['the watermark is as young as the window', talked(500, 9, 10)],
  ])('nothing is committed for %s', (_why, snapshot) => expect(appends(snapshot)).toBeNull())

  test('our own comments are none', () => {
    const snapshot = talked(100, 30)
    const ours = { ...snapshot.us, kind: 'bot' as const }
    const thread = snapshot.issue.thread.map(item => ({ ...item, by: ours }))
    expect(appends({ ...snapshot, issue: { ...snapshot.issue, thread } })).toBeNull()
  })
})
