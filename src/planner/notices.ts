import { recordOf } from '../domain/events/location.ts'
import { sourceKey } from '../domain/events/source.ts'
import type { LedgerRefusal } from '../domain/terms/ledger-refusal.ts'
import type { LedgerFault } from '../domain/terms/run-outcome.ts'
import { findMarker, writeMarker } from '../domain/text/marker.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { repliesTo } from '../domain/view/queries.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import {
  goneNotice,
  ledgerNotWritableNotice,
  rolledBackNotice,
  tamperedNotice,
  unreadableNotice,
} from '../messages/notice.ts'
import type { Operation } from '../operations/operation.ts'
import { firstPage } from './moved.ts'

/**
 * What people are told once when the record cannot be trusted or written. No lease can cover it, for there is no
 * record to take one in: two deployments at the same moment may say it twice.
 */
export const noticeOf = (view: View, refused: LedgerRefusal | null): readonly Operation[] => {
  const notice = wordsOf(view, refused)
  if (notice === null) return []
  const [first, ...duplicates] = repliesTo(view, notice.key)
  const shown = duplicates.filter(({ hidden }) => !hidden)
  if (first !== undefined)
    return [...shown.map(({ comment, on }) => ({ do: 'minimise', on, comment }) as const), ...restoration(view)]
  const page = view.away ? firstPage(view) : view.issue
  if (page === null) return []
  const { id, number } = view.declaredOn
  const marker = writeMarker({ kind: 'reply', incident: id, number, key: notice.key })
  const on = { id: page.id, number: page.number }
  return [{ do: 'reply', cause: 0, on, key: notice.key, body: `${notice.words}\n\n${marker}` }]
}

/** Only once people were told: whoever took the record away, and when, is nowhere else in it. */
const restoration = ({ ledger }: View): readonly Operation[] =>
  ledger.state === 'rolled-back' && ledger.restorable ? [{ do: 'restore-record', from: ledger.oid, to: ledger.to }] : []

const wordsOf = (snapshot: Snapshot, refused: LedgerRefusal | null): { key: string; words: string } | null => {
  const { ledger, declaredOn } = snapshot
  const { branch } = recordOf(declaredOn.number)
  if (ledger.state === 'tampered') {
    return { key: `tampered:${ledger.oid}`, words: tamperedNotice(branch, ledger.oid, ledger.by, ledger.verified) }
  }
  if (ledger.state === 'unreadable') {
    return { key: `unreadable:${ledger.oid}`, words: unreadableNotice(ledger.why) }
  }
  if (ledger.state === 'rolled-back') {
    const { to, at } = ledger
    return { key: sourceKey({ of: 'rollback', to, at }), words: rolledBackNotice(branch, ledger) }
  }
  if (isGone(snapshot)) return { key: 'gone', words: goneNotice(branch) }
  // `unbound` stands in comments at GitHub: another word would tell it a second time there
  return refused === null ? null : { key: `unbound:${refused}`, words: ledgerNotWritableNotice(refused) }
}

/** What is wrong with the record itself; null: nothing, and it can be decided from. */
export const ledgerFaultOf = (snapshot: Snapshot): LedgerFault | null => {
  const { state } = snapshot.ledger
  if (state === 'tampered') return 'ledger-tampered'
  if (state === 'unreadable') return 'ledger-unreadable'
  if (state === 'rolled-back') return 'ledger-rolled-back'
  return isGone(snapshot) ? 'ledger-gone' : null
}

/** Pages of ours without a record: they were opened while it could not be written, and people were told so. */
const isSaidToBeUnwritable = ({ thread }: Snapshot['issue']): boolean =>
  thread.some(item => item.is === 'comment' && findMarker(item.body, 'reply')?.key.startsWith('unbound:') === true)

/** How long GitHub may show a board and not yet the branch that was there before it. */
const lagSeconds = 120

/** There is a board, which is posted once there is a record, and no record. */
const isGone = ({ ledger, issue, now }: Snapshot): boolean => {
  if (ledger.state !== 'absent' && ledger.state !== 'fresh') return false
  if (issue.board === null) return ledger.unsure === true && !isSaidToBeUnwritable(issue)
  const { id } = issue.board
  const posted = issue.thread.find(item => item.id === id)?.at ?? issue.createdAt
  return Date.parse(now) - Date.parse(posted) > lagSeconds * 1000
}
