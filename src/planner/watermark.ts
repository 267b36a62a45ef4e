import type { Timestamp } from '../domain/terms/timestamp.ts'
import { isBefore, later } from '../domain/terms/timestamp.ts'
import { pagesOf, type View } from '../domain/view/index-snapshot.ts'
import { isOurs } from '../domain/view/ours.ts'
import { pageOf } from '../domain/view/queries.ts'
import { type Snapshot, windowSeconds } from '../domain/view/snapshot.ts'
import { unanswered } from '../rules/replies.ts'
import { readWindowOf } from './read-window.ts'

/**
 * Talk alone moves no watermark, so that it costs nothing. Once it fills a page, each read would cost more: requests where
 * it is on one page, time where it is on many. Then a commit moves the watermark by itself, but only by more than the
 * window, or the next read would be no shorter.
 */
export const trails = (snapshot: Snapshot, read: Timestamp): boolean => {
  const { ledger, paged } = snapshot
  if (ledger.state !== 'ready' || !isBefore(later(ledger.lease.watermark, windowSeconds), read)) return false
  return paged || oldTalkIn(snapshot, later(read, -windowSeconds)) >= mostOldTalk
}

/** As much as a page holds. */
const mostOldTalk = 100

/** How many comments of others the next read would leave out. */
const oldTalkIn = (snapshot: Snapshot, before: Timestamp): number =>
  pagesOf(snapshot)
    .flatMap(({ thread }) => thread)
    .filter(item => item.is === 'comment' && !isOurs(snapshot, item.by) && isBefore(item.at, before)).length

/** Step 9: the moment of the read, or of the oldest refusal whose reply was looked for and not seen. */
export const watermarkOf = (snapshot: Snapshot, view: View): Timestamp => {
  const unseen = unanswered(view, readWindowOf(snapshot))
    // Nothing will be said on a page that is gone; but a list that is behind lacks one that is there.
    .filter(event => pageOf(view, event) !== null || isBefore(later(snapshot.now, -windowSeconds), event.said))
    .map(event => event.said)
  return [snapshot.now, ...unseen].reduce((a, b) => (isBefore(b, a) ? b : a))
}
