import { isTalk } from '../commands/parse/obey.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'

/** So much text is read between two pauses: a few milliseconds of work. */
const slice = 32_768

/**
 * Reads the comments that no event of the record comes from, and remembers those that are talk. It pauses between them,
 * so that whoever writes a great deal into one incident keeps no other waiting; what is decided afterwards, without a
 * pause, is decided from what is left.
 */
export const readTalk = function* (snapshot: Snapshot): Generator<void> {
  const { ledger, issue, children } = snapshot
  const recorded = new Set(ledger.state === 'ready' ? ledger.events.map(event => event.source) : [])
  let sinceLast = 0
  for (const item of [issue, ...children].flatMap(page => page.thread)) {
    if (item.is !== 'comment' || item.by?.kind === 'bot' || recorded.has(item.id)) continue
    if (sinceLast > 0 && sinceLast + item.body.length > slice) {
      yield
      sinceLast = 0
    }
    isTalk(item.body, item.byEmail)
    sinceLast += item.body.length
  }
}
