import type { GitHub } from './github/client.ts'
import { type Appended, append } from './github/ledger.ts'
import { type Done, lay, layLedger } from './github/overlay.ts'
import { read } from './github/read.ts'
import { apply } from './github/write.ts'
import { readConfiguration } from './incident/configuration.ts'
import { describe, type Edit, isCreation, keyOf, type Operation } from './incident/operation.ts'
import type { Moment, Snapshot } from './incident/snapshot.ts'
import { guardSeconds, isBefore, later, leaseOver } from './plan/lease.ts'
import { type Halt, type Plan, plan } from './plan/plan.ts'
import { type Run, startRun } from './run.ts'

/** One incident, as a door names it. The logins are a hint of whom the first read should ask about. */
export type Place = {
  readonly owner: string
  readonly repo: string
  readonly number: number
  readonly logins: readonly string[]
}

/** What a door lends to a run. */
export type Means = {
  readonly github: GitHub
  /** A word that no run ever had before. */
  readonly freshId: () => string
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly log: (line: string) => void
}

/** How a run can end. */
export type Outcome = { readonly run: Run; readonly plan: Plan | null } & (
  | { readonly is: 'settled' }
  /** Something is another run's until then, or may still be under way: call again. */
  | { readonly is: 'waiting'; readonly until: Moment }
  /** GitHub asked us to stop for so long. */
  | { readonly is: 'limited'; readonly until: Moment }
  /** Nothing may be, or need be, done. */
  | { readonly is: 'halted'; readonly why: Halt | Denied }
  /** Five reads and still not settled: the next trigger, or the sweep, goes on. */
  | { readonly is: 'unsettled' }
)

/** GitHub's no to a read or to everything: there is no such issue, our token is not good, or something is not allowed. */
export type Denied = 'absent' | 'unauthorised' | 'refused'

/** The most aliases in one request; GitHub cuts what takes longer than 10 s. */
const batchSize = 10
/** From every state two writers end within four more reads. */
const mostReads = 5

/** The whole programme: read, plan, append, act, and read again until nothing is left. `docs/protocol.md` has the steps. */
export const reconcile = async (place: Place, means: Means): Promise<Outcome> => {
  const run = startRun(means.freshId())
  let latest: Plan | null = null
  while (run.reads < mostReads) {
    const seen = await look(place, means, run)
    if (seen.is === 'end') return { ...seen.outcome, plan: latest }
    if (seen.is === 'unclear') continue
    latest = plan(seen.snapshot, run, means.github.now())
    if (latest.halt !== null) return { is: 'halted', why: latest.halt, run, plan: latest }
    const acted = await carryOut(latest, seen.snapshot, means, run)
    if (acted.is === 'end') return { ...acted.outcome, plan: latest }
    if (acted.is === 'nothing') return settle(latest, run)
  }
  return { is: 'unsettled', run, plan: latest }
}

const settle = (plan: Plan, run: Run): Outcome =>
  plan.waitUntil === null ? { is: 'settled', run, plan } : { is: 'waiting', until: later(plan.waitUntil, 5), run, plan }

type Ended = { is: 'halted'; why: Denied | 'exposed'; run: Run } | { is: 'limited'; until: Moment; run: Run }

/** Steps 2 to 4: one read, with our own answers laid over it. */
const look = async (
  place: Place,
  means: Means,
  run: Run,
): Promise<{ is: 'seen'; snapshot: Snapshot } | { is: 'unclear' } | { is: 'end'; outcome: Ended }> => {
  run.reads += 1
  const answer = await read(means.github, place, { oursOf: text => readConfiguration(text).configuration.identities })
  switch (answer.is) {
    case 'snapshot': {
      const laid = lay(answer.snapshot, run.done)
      return { is: 'seen', snapshot: run.committed === null ? laid : layLedger(laid, run.committed) }
    }
    case 'unclear':
      await backOff(means, run)
      return { is: 'unclear' }
    case 'absent':
      return { is: 'end', outcome: { is: 'halted', why: 'absent', run } }
    case 'refused':
      if (answer.status === 401) return { is: 'end', outcome: { is: 'halted', why: 'unauthorised', run } }
      return { is: 'end', outcome: refusedWith(answer.retryAfter, means, run) }
  }
}

type Acted = { is: 'something' } | { is: 'nothing' } | { is: 'end'; outcome: Ended }

/** Steps 9 to 11: the append if there is one, then what is owed, a request at a time. */
const carryOut = async (first: Plan, snapshot: Snapshot, means: Means, run: Run): Promise<Acted> => {
  let view = snapshot
  if (first.append !== null) {
    const appended = await append(means.github, view, { ...first.append, run: run.id }, riders(first))
    if (appended.is !== 'appended') return afterLostAppend(appended, means, run)
    view = remember(appended, first.append, view, means, run)
  }
  for (let requests = first.append === null ? 0 : 1; ; requests += 1) {
    // the same moment, with our answers laid over it; nothing is read here
    const rest = plan(view, run, means.github.now())
    if (rest.append !== null) return { is: 'something' }
    const batch = rest.operations.slice(0, batchSize)
    if (batch.length === 0) return { is: requests > 0 ? 'something' : 'nothing' }
    const sent = await act(batch, view, means, run)
    if (sent.is !== 'clear') return sent
    view = sent.view
  }
}

/** Labels that later operations name ride along with the append: they need no lease, and save a request. */
const riders = ({ operations }: Plan): readonly Edit[] =>
  operations.filter(operation => operation.do === 'create-label')

/** Step 9 went through: what the commit wrote stands above any older read of this run. */
const remember = (
  { oid, made }: Extract<Appended, { is: 'appended' }>,
  { facts, lease }: NonNullable<Plan['append']>,
  view: Snapshot,
  means: Means,
  run: Run,
): Snapshot => {
  const before = view.ledger.state === 'ready' ? view.ledger.facts : []
  run.committed = { oid, facts: [...before, ...facts], lease }
  run.recorded.push(...facts)
  run.done.push(...made)
  run.lost = 0
  for (const fact of facts) means.log(`recorded ${fact.is}`)
  return layLedger(lay(view, made), run.committed)
}

/** Step 10: whatever became of it, the plan is thrown away and made again from a new read. */
const afterLostAppend = async (
  appended: Exclude<Appended, { is: 'appended' }>,
  means: Means,
  run: Run,
): Promise<Acted> => {
  switch (appended.is) {
    case 'stale':
    case 'unclear':
      await backOff(means, run)
      return { is: 'something' }
    case 'exposed':
      return { is: 'end', outcome: { is: 'halted', why: 'exposed', run } }
    case 'refused': {
      if (appended.why === 'rate') return { is: 'end', outcome: refusedWith(appended.retryAfter, means, run) }
      means.log(`the record could not be written: ${appended.message}`)
      run.unbound = appended.why
      return { is: 'something' }
    }
  }
}

/** Step 11: one request. */
const act = async (
  batch: readonly Operation[],
  view: Snapshot,
  means: Means,
  run: Run,
): Promise<{ is: 'clear'; view: Snapshot } | Acted> => {
  assertLeased(batch, view, run, means.github.now())
  const applied = await apply(means.github, view, batch)
  const done: Done[] = []
  for (const outcome of applied.outcomes) {
    switch (outcome.is) {
      case 'done':
        done.push({ operation: outcome.operation, answer: outcome.answer })
        run.made.push(outcome.operation)
        means.log(describe(outcome.operation))
        break
      case 'refused':
        run.refused.set(JSON.stringify(outcome.operation), outcome.message)
        means.log(`refused: ${describe(outcome.operation)}: ${outcome.message}`)
        break
      case 'unclear':
        if (isCreation(outcome.operation)) run.unclear.add(keyOf(outcome.operation))
        break
    }
  }
  run.done.push(...done)
  if (applied.exposed) return { is: 'end', outcome: { is: 'halted', why: 'exposed', run } }
  if (applied.retryAfter !== null) return { is: 'end', outcome: refusedWith(applied.retryAfter, means, run) }
  if (applied.outcomes.some(outcome => outcome.is === 'unclear')) return { is: 'something' }
  return { is: 'clear', view: lay(view, done) }
}

/** No request with a creation leaves without a live lease of our own over its cause. A breach is a bug of ours. */
const assertLeased = (batch: readonly Operation[], view: Snapshot, run: Run, now: Moment): void => {
  if (run.unbound !== null || view.ledger.state !== 'ready') return
  for (const creation of batch.filter(isCreation)) {
    const lease = leaseOver(creation.cause, view.ledger.lease.leases)
    if (lease?.run !== run.id || !isBefore(later(now, guardSeconds), lease.until)) {
      throw new Error(`no live lease to ${describe(creation)}`)
    }
  }
}

const refusedWith = (retryAfter: number | null, means: Means, run: Run): Ended =>
  retryAfter === null
    ? { is: 'halted', why: 'refused', run }
    : { is: 'limited', until: later(means.github.now(), retryAfter), run }

const backOff = async (means: Means, run: Run): Promise<void> => {
  run.lost += 1
  await means.sleep(1000 * 2 ** Math.min(run.lost - 1, 2))
}
