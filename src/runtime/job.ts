import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'

/** `again`: the run before left something that is due later. */
export type JobReason = 'webhook' | 'resync' | 'again'

/** One run to make over one incident. Plain data, equal to what JSON makes of it: a durable queue can hold it. */
export type Job = IncidentRef & {
  /** The installation of the App whose token serves. */
  readonly installation: number
  readonly reason: JobReason
  /** People that the webhook names; only a hint for the read. */
  readonly logins: readonly string[]
  /** By GitHub's clock: not before then; null: at once. */
  readonly notBefore: Timestamp | null
}
