import type { IncidentEvent } from '../domain/events/event.ts'
import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import type { RunOutcome } from '../domain/terms/run-outcome.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import type { Operation } from '../operations/operation.ts'
import type { Ports } from '../reconcile/ports.ts'
import { type Outcome, reconcile } from '../reconcile/reconcile.ts'

/** What an entry point brings to the run loop. */
export type Processing = {
  readonly ports: Ports
  /** Ports with a new token, for when GitHub takes the first no more; null: there is no other. */
  readonly renew: (() => Promise<Ports>) | null
  readonly patience: Patience
}

/** Where another run is due later: how many are made in all, and the milliseconds for which one is waited for. */
export type Patience = { readonly runs: number; readonly milliseconds: number }

/** For who has a queue: what is due later is a job of its own. */
export const oneRun: Patience = { runs: 1, milliseconds: 0 }

/** What became of one incident, over all of its runs. */
export type Processed = {
  readonly incident: IncidentRef
  readonly outcome: RunOutcome
  /** When another run is due, and GitHub's clock now; null: none is. */
  readonly again: { readonly notBefore: Timestamp; readonly now: Timestamp } | null
  readonly recorded: readonly IncidentEvent[]
  readonly done: readonly Operation[]
}

type Last = { readonly outcome: Outcome; readonly ports: Ports }

/** The run loop: a run, once more with a new token if GitHub refuses ours, and again for as long as patience lasts. */
export const processIncident = async (
  incident: IncidentRef,
  logins: readonly string[],
  { ports, renew, patience }: Processing,
): Promise<Processed> => {
  const outcomes: Outcome[] = []
  const run = async (ports: Ports, hint: readonly string[]): Promise<Last> => {
    const outcome = await reconcile(incident, ports, hint)
    outcomes.push(outcome)
    return { outcome, ports }
  }
  const { owner, repo, number } = incident
  const first = await run(ports, logins)
  // the token was revoked, or is older than this machine's clock believes
  const started = renew !== null && isUnauthorised(first.outcome) ? await run(await renew(), logins) : first
  const last = await followUp(started, patience, ports => run(ports, []))
  return {
    incident: { owner, repo, number },
    outcome: nameOf(last.outcome),
    again: 'until' in last.outcome ? { notBefore: last.outcome.until, now: last.ports.github.now() } : null,
    recorded: outcomes.flatMap(one => one.run.recorded),
    done: outcomes.flatMap(one => one.run.made),
  }
}

/** Further runs, each when the one before asked for it. */
const followUp = async (first: Last, patience: Patience, run: (ports: Ports) => Promise<Last>): Promise<Last> => {
  let last = first
  for (let runs = 1; runs < patience.runs && 'until' in last.outcome; runs += 1) {
    const wait = Date.parse(last.outcome.until) - Date.parse(last.ports.github.now())
    if (wait > patience.milliseconds) break
    await last.ports.sleep(Math.max(1_000, wait))
    last = await run(last.ports)
  }
  return last
}

const isUnauthorised = (outcome: Outcome): boolean => outcome.is === 'halted' && outcome.why === 'unauthorised'

/** The name of an end, from the closed list. Where the record cannot be written, or decided from, it is not `settled`. */
export const nameOf = (outcome: Outcome): RunOutcome => {
  if (outcome.is === 'halted') return outcome.why
  if (outcome.is !== 'settled') return outcome.is
  if (outcome.run.ledgerNotWritable !== null) return 'ledger-not-writable'
  return outcome.plan?.ledgerFault ?? (outcome.plan?.away ? 'issue-moved' : 'settled')
}
