import type { IncidentEvent } from '../domain/events/event.ts'
import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import { mayPass, type RunOutcome } from '../domain/terms/run-outcome.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import type { Operation } from '../operations/operation.ts'
import type { Ports } from '../reconcile/ports.ts'
import { type Outcome, reconcile } from '../reconcile/reconcile.ts'
import type { Settled } from './settled-memory.ts'

/** What an entry point brings to the run loop. */
export type Processing = {
  readonly ports: Ports
  /** Ports with a new token, for when GitHub takes the first no more; null: there is no other. */
  readonly renew: (() => Promise<Ports>) | null
  readonly patience: Patience
  /** Runs before this one, the last of them too, could not write the record: that it is refused is believed. */
  readonly lasting?: boolean
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
  /** What the last run went by, if it found everything in order; null: it did not. */
  readonly settled: Settled | null
}

type Last = { readonly outcome: Outcome; readonly ports: Ports }

/** The run loop: a run, once more with a new token if GitHub refuses ours, and again for as long as patience lasts. */
export const processIncident = async (
  incident: IncidentRef,
  logins: readonly string[],
  { ports, renew, patience, lasting = false }: Processing,
): Promise<Processed> => {
  const outcomes: Outcome[] = []
  const run = async (ports: Ports, hint: readonly string[], lasting: boolean): Promise<Last> => {
    const outcome = await reconcile(incident, ports, hint, lasting)
    outcomes.push(outcome)
    return { outcome, ports }
  }
  const { owner, repo, number } = incident
  const first = await run(ports, logins, lasting)
  // the token was revoked, or is older than this machine's clock believes
  const started = renew !== null && isUnauthorised(first.outcome) ? await run(await renew(), logins, lasting) : first
  const last = await followUp(started, patience, before => run(before.ports, [], lasting || wasRefused(before)))
  return {
    incident: { owner, repo, number },
    outcome: nameOf(last.outcome),
    again: 'until' in last.outcome ? { notBefore: last.outcome.until, now: last.ports.github.now() } : null,
    recorded: outcomes.flatMap(one => one.run.recorded),
    done: outcomes.flatMap(one => one.run.made),
    settled: settledBy(last.outcome),
  }
}

/** With an issue that is not here all may be done that can be. */
const inOrder: readonly RunOutcome[] = ['settled', 'issue-moved']

/** Nothing was left, and nothing that GitHub refused is to be asked again. */
const settledBy = (outcome: Outcome): Settled | null => {
  const { run, plan } = outcome
  if (!inOrder.includes(nameOf(outcome)) || run.read === null || run.refused.size > 0) return null
  return { ...run.read, due: plan?.due ?? null }
}

/** Milliseconds: how long it is waited where something may pass of itself. */
const moment = 15_000

/** When another run is due, in milliseconds; null: none is, or not here. */
const dueIn = ({ outcome, ports }: Last): number | null => {
  if ('until' in outcome) return Date.parse(outcome.until) - Date.parse(ports.github.now())
  return mayPass(nameOf(outcome)) ? moment : null
}

/** Further runs, each when the one before asked for it. */
const followUp = async (first: Last, patience: Patience, run: (last: Last) => Promise<Last>): Promise<Last> => {
  let last = first
  for (let runs = 1; runs < patience.runs; runs += 1) {
    const wait = dueIn(last)
    if (wait === null || wait > patience.milliseconds) break
    await last.ports.sleep(Math.max(1_000, wait))
    last = await run(last)
  }
  return last
}

/** Waiting, or another trouble, tells nothing of the record. */
const wasRefused = ({ outcome }: Last): boolean => outcome.is === 'halted' && outcome.why === 'ledger-refused'

const isUnauthorised = (outcome: Outcome): boolean => outcome.is === 'halted' && outcome.why === 'unauthorised'

/** The name of an end, from the closed list. Where the record cannot be written, or decided from, it is not `settled`. */
export const nameOf = (outcome: Outcome): RunOutcome => {
  if (outcome.is === 'halted') return outcome.why
  if (outcome.is !== 'settled') return outcome.is
  if (outcome.run.ledgerNotWritable !== null) return 'ledger-not-writable'
  if (outcome.plan?.ledgerFault) return outcome.plan.ledgerFault
  if (outcome.plan?.away) return 'issue-moved'
  return outcome.run.unsure.size > 0 ? 'partly-refused' : 'settled'
}
