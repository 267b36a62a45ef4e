import type { LedgerView, Snapshot } from '../../../domain/view/snapshot.ts'
import { extend, firstSegment } from './segments.ts'

type Written = Pick<Extract<LedgerView, { state: 'ready' }>, 'oid' | 'events' | 'lease' | 'commits'>

/** What a known successful commit of ours wrote, where the read is older than that commit. */
export const applyCommit = (snapshot: Snapshot, written: Written): Snapshot => {
  const { ledger } = snapshot
  switch (ledger.state) {
    case 'rolled-back':
    case 'tampered':
    case 'newer':
    case 'unreadable':
      return snapshot
    case 'absent':
    case 'fresh':
    case 'taken': {
      const last = extend(firstSegment, written.events).at(-1) ?? firstSegment
      return { ...snapshot, ledger: { state: 'ready', ...written, raw: [], last } }
    }
    case 'ready': {
      if (holds(ledger, written, snapshot)) return snapshot
      // The lines that the read lacks, as they were sent.
      const last = extend(ledger.last, written.events.slice(ledger.events.length)).at(-1) ?? ledger.last
      return { ...snapshot, ledger: { state: 'ready', ...written, raw: ledger.raw, last } }
    }
  }
}

/**
 * Does this read contain that commit? With more events it does. With as many, one of the two holds a lease that the other
 * lacks: whoever comes later keeps our leases while they run, so a read without one of them is older. To take one for
 * the other does no harm: the swap refuses what is appended on the wrong head.
 */
const holds = (ledger: Extract<LedgerView, { state: 'ready' }>, written: Written, { now }: Snapshot): boolean => {
  if (ledger.oid === written.oid || ledger.events.length > written.events.length) return true
  if (ledger.events.length < written.events.length) return false
  return written.lease.leases
    .filter(lease => Date.parse(lease.until) > Date.parse(now))
    .every(lease => ledger.lease.leases.some(one => one.run === lease.run && one.until === lease.until))
}
