import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import type { HaltReason } from '../domain/terms/run-outcome.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { later } from '../domain/terms/timestamp.ts'
import { leaseSeconds } from '../planner/leases.ts'
import { type Plan, plan } from '../planner/plan.ts'
import { execute } from './execute.ts'
import type { Ports } from './ports.ts'
import { readView } from './read-view.ts'
import { type Run, startRun } from './run-state.ts'

/** How a run can end. */
export type Outcome = { readonly run: Run; readonly plan: Plan | null } & (
  | { readonly is: 'settled' }
  /** Something is another run's until then, or may still be under way: call again. */
  | { readonly is: 'waiting'; readonly until: Timestamp }
  /** GitHub asked us to stop for so long. */
  | { readonly is: 'limited'; readonly until: Timestamp }
  /** Nothing may be, or need be, done. */
  | { readonly is: 'halted'; readonly why: HaltReason }
  /** Five reads and still not settled. By then no lease of this run lives: a new one takes over. */
  | { readonly is: 'unsettled'; readonly until: Timestamp }
)

/** From every state two writers end within four more reads. */
const mostReads = 5

/**
 * The whole programme: read, plan, append, act, and read again until nothing is left. `docs/protocol.md` has the steps.
 * `lasting` false: that the record is refused may pass, and a later run asks again before anybody is told.
 */
export const reconcile = async (
  ref: IncidentRef,
  ports: Ports,
  logins: readonly string[] = [],
  lasting = true,
): Promise<Outcome> => {
  const run = startRun(ports.freshId(), logins, lasting)
  let latest: Plan | null = null
  while (run.reads < mostReads) {
    const read = await readView(ref, ports, run)
    if (read.is === 'end') return { ...read.ended, run, plan: latest }
    if (read.is === 'unclear') continue
    latest = plan(read.snapshot, run, ports.github.now())
    if (latest.halt !== null) return { is: 'halted', why: latest.halt, run, plan: latest }
    const acted = await execute(latest, read.snapshot, ports, run)
    if (acted.is === 'end') return { ...acted.ended, run, plan: latest }
    if (acted.is === 'nothing') return settle(latest, run)
  }
  return { is: 'unsettled', until: later(ports.github.now(), leaseSeconds + 5), run, plan: latest }
}

const settle = (plan: Plan, run: Run): Outcome =>
  plan.waitUntil === null ? { is: 'settled', run, plan } : { is: 'waiting', until: later(plan.waitUntil, 5), run, plan }
