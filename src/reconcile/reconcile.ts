import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import type { HaltReason } from '../domain/terms/run-outcome.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { later } from '../domain/terms/timestamp.ts'
import { leaseSeconds } from '../planner/leases.ts'
import { type Plan, plan } from '../planner/plan.ts'
import { execute } from './execute.ts'
import type { Ended, Ports } from './ports.ts'
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

/** Seconds that a run waits for GitHub at most before it goes on itself, and how often: by then its leases are over anyway. */
const longestRest = leaseSeconds + 5
const mostRests = 3

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
  while (run.reads < mostReads + run.rests) {
    const read = await readView(ref, ports, run)
    if (read.is === 'end') {
      if (await rested(read.ended, ports, run)) continue
      return { ...read.ended, run, plan: latest }
    }
    if (read.is === 'unclear') continue
    latest = plan(read.snapshot, run, ports.github.now())
    if (latest.halt !== null) return { is: 'halted', why: latest.halt, run, plan: latest }
    const acted = await execute(latest, read.snapshot, ports, run)
    if (acted.is === 'end') {
      if (await rested(acted.ended, ports, run)) continue
      return { ...acted.ended, run, plan: latest }
    }
    if (acted.is === 'nothing') return settle(latest, run)
  }
  return { is: 'unsettled', until: later(ports.github.now(), leaseSeconds + 5), run, plan: latest }
}

/**
 * After a clear refusal the same run goes on when it may: another would have to wait until this one's leases are over. It
 * waits if it may hold leases; false: this run ends.
 */
const rested = async (ended: Ended, { github, sleep }: Ports, run: Run): Promise<boolean> => {
  if (ended.is !== 'limited' || run.committed === null || run.rests >= mostRests) return false
  const wait = Date.parse(ended.until) - Date.parse(github.now())
  if (wait > longestRest * 1_000) return false
  run.rests += 1
  await sleep(Math.max(1_000, wait))
  return true
}

const settle = (plan: Plan, run: Run): Outcome =>
  plan.waitUntil === null ? { is: 'settled', run, plan } : { is: 'waiting', until: later(plan.waitUntil, 5), run, plan }
