import { fullPage } from '../adapters/github/client/narrower.ts'
import type { IncidentEvent } from '../domain/events/event.ts'
import type { LedgerRefusal } from '../domain/terms/ledger-refusal.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import type { LeaseFile, LedgerCommit } from '../domain/view/snapshot.ts'
import type { Done, Operation } from '../operations/operation.ts'

/** What a run remembers of itself. Nothing of it outlives the run. */
export type Run = {
  /** Fresh at every start, also after a restart: what an earlier run was about is left until its leases end. */
  readonly id: string
  /** Whom the trigger named: reads ask about them beside those whom they bring themselves. */
  readonly logins: readonly string[]
  reads: number
  /**
   * Its last read: when it was sent, by GitHub's clock and by this process's in milliseconds, and the head of the record in
   * it; null: there was none yet.
   */
  read: { readonly asked: Timestamp; readonly began: number; readonly head: string | null } | null
  /** How much a read asks for in one request: less, once GitHub gave up on more. */
  pageSize: number
  /** Our own results, applied to each later read: what was made, though a read may not show it yet. */
  done: Done[]
  /** What our last known commit wrote, should a read be older. */
  committed: {
    oid: string
    events: readonly IncidentEvent[]
    lease: LeaseFile
    commits: readonly LedgerCommit[]
  } | null
  /** Creations without a clear answer, by key: they may have taken effect, or may yet. */
  unclear: Set<string>
  /** Operations that GitHub clearly refused, by key, with its words: not tried again in this run. */
  refused: Map<string, string>
  /** How often GitHub refused an operation in this run, by key. */
  tries: Map<string, number>
  /** Left out until the next read: refused for a reason that may have passed by then. */
  deferred: Set<string>
  /** Of what was refused: that which may pass, so that a later run tries it again. */
  unsure: Set<string>
  /** How often a whole request was refused, and how often the record was. */
  refusals: { requests: number; records: number }
  /** An earlier run ended the same way: a refusal of the record is believed, and people are told. */
  readonly lasting: boolean
  /** How often in a row an append did not go through. */
  lost: number
  /** The record could not be written in this run, and why. */
  ledgerNotWritable: LedgerRefusal | null
  /** Events that this run recorded, for the report. */
  recorded: IncidentEvent[]
  made: Operation[]
  /** How often it waited for GitHub and went on. */
  rests: number
}

export const startRun = (id: string, logins: readonly string[], lasting = true): Run => ({
  id,
  lasting,
  logins,
  reads: 0,
  read: null,
  pageSize: fullPage,
  done: [],
  committed: null,
  unclear: new Set(),
  refused: new Map(),
  tries: new Map(),
  deferred: new Set(),
  unsure: new Set(),
  refusals: { requests: 0, records: 0 },
  lost: 0,
  ledgerNotWritable: null,
  recorded: [],
  made: [],
  rests: 0,
})
