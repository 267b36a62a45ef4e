import { isSaidToExist, type TurnedAway } from '../adapters/github/client/mutation.ts'
import { type Appended, append } from '../adapters/github/ledger/append.ts'
import { applyCommit } from '../adapters/github/ledger/apply-commit.ts'
import { apply, mostAliases, type Outcome } from '../adapters/github/write/write.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { isBefore, later } from '../domain/terms/timestamp.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import {
  applyOptimistic,
  countsAsCreation,
  type Done,
  describe,
  type Edit,
  isCreation,
  keyOf,
  type Operation,
} from '../operations/operation.ts'
import { guardSeconds, leaseOver } from '../planner/leases.ts'
import { type Plan, plan } from '../planner/plan.ts'
import { backOff, type Ended, type Ports, refusedWith } from './ports.ts'
import type { Run } from './run-state.ts'

/** `something` was written, or may have been: read again. */
type Acted = { readonly is: 'something' } | { readonly is: 'nothing' } | { readonly is: 'end'; readonly ended: Ended }

/** Steps 9 to 11: the append if there is one, then what is owed, a request at a time. */
export const execute = async (first: Plan, snapshot: Snapshot, ports: Ports, run: Run): Promise<Acted> => {
  let view = snapshot
  const held = heldBack(first, ports)
  if (held !== null) return withoutCreations(first.operations, view, held, ports, run)
  if (first.append !== null) {
    ports.brake.count(ofAppend(first, view), ports.github.now())
    const appended = await append(ports.github, view, { ...first.append, run: run.id }, piggybacked(first))
    if (appended.is !== 'appended') return afterLostAppend(appended, ports, run)
    view = remember(appended, first.append, view, ports, run)
  }
  for (let requests = first.append === null ? 0 : 1; ; requests += 1) {
    // the same read with our own results applied; nothing is read here
    const rest = plan(view, run, ports.github.now())
    if (rest.append !== null) return { is: 'something' }
    const batch = rest.operations.slice(0, mostAliases)
    if (batch.length === 0) return { is: requests > 0 ? 'something' : 'nothing' }
    const until = ports.brake.until(countOf(batch), ports.github.now())
    if (until !== null) return withoutCreations(rest.operations, view, until, ports, run)
    const sent = await send(batch, view, ports, run)
    if (sent.is !== 'clear') return sent
    view = sent.view
  }
}

const countOf = (batch: readonly Operation[]): number => batch.filter(countsAsCreation).length

/** A turn comes before the lease: no lease is taken only to wait under it. Events are recorded at once. */
const heldBack = ({ append, operations }: Plan, { brake, github }: Ports): Timestamp | null =>
  append === null || append.events.length > 0
    ? null
    : brake.until(countOf(operations.slice(0, mostAliases)), github.now())

/** What creates nothing need not wait for the rest. */
const withoutCreations = async (
  operations: readonly Operation[],
  view: Snapshot,
  until: Timestamp,
  ports: Ports,
  run: Run,
): Promise<Acted> => {
  const batch = operations.filter(operation => !countsAsCreation(operation)).slice(0, mostAliases)
  const sent = batch.length === 0 ? null : await send(batch, view, ports, run)
  if (sent !== null && sent.is !== 'clear') return sent
  return { is: 'end', ended: { is: 'limited', until } }
}

/** Labels that later operations name are made in the request of the append: they need no lease, and save a request. */
const piggybacked = ({ operations }: Plan): readonly Edit[] =>
  operations.filter(operation => operation.do === 'create-label')

/** What the request of the append creates: the commit, labels, and the branch where there is none yet. */
const ofAppend = (first: Plan, { ledger }: Snapshot): number =>
  1 + piggybacked(first).length + (ledger.state === 'absent' ? 1 : 0)

/** Step 9 went through: what the commit wrote stands above any older read of this run. */
const remember = (
  { oid, made, ledger }: Extract<Appended, { is: 'appended' }>,
  { events, lease }: NonNullable<Plan['append']>,
  view: Snapshot,
  ports: Ports,
  run: Run,
): Snapshot => {
  const before = view.ledger.state === 'ready' ? view.ledger.events : []
  run.committed = { oid, events: [...before, ...events], lease, commits: ledger.commits }
  run.recorded.push(...events)
  run.done.push(...made)
  run.lost = 0
  for (const event of events) ports.log(`recorded ${event.is}`)
  return applyCommit(applyOptimistic(view, made), run.committed)
}

/** Step 10: whatever became of it, the plan is thrown away and made again from a new read. */
const afterLostAppend = async (
  appended: Exclude<Appended, { is: 'appended' }>,
  ports: Ports,
  run: Run,
): Promise<Acted> => {
  switch (appended.is) {
    case 'stale':
    case 'unclear':
      await backOff(ports, run)
      return { is: 'something' }
    case 'exposed':
      return { is: 'end', ended: { is: 'halted', why: 'not-private' } }
    case 'turned-away':
      return turnAway(appended, ports, run)
    case 'refused':
      return refuseRecord(appended, ports, run)
  }
}

/** A ruleset says what it is; anything else may pass, and is believed when it was so twice, and in a run before. */
const refuseRecord = async (
  { why, retryAfter, message }: Extract<Appended, { is: 'refused' }>,
  ports: Ports,
  run: Run,
): Promise<Acted> => {
  if (why === 'rate') return { is: 'end', ended: refusedWith(retryAfter, ports.github.now()) }
  ports.log(`the record could not be written: ${message}`)
  run.refusals.records += 1
  if (why === 'permission' || why === 'other') {
    if (run.refusals.records === 1) {
      await backOff(ports, run)
      return { is: 'something' }
    }
    if (!run.lasting) return { is: 'end', ended: { is: 'halted', why: 'ledger-refused' } }
  }
  run.ledgerNotWritable = why
  return { is: 'something' }
}

/** A whole request was refused, and nothing of it was done. If it was for a moment only, this run goes on: another would wait for its leases. */
const turnAway = async ({ status, message }: TurnedAway, ports: Ports, run: Run): Promise<Acted> => {
  ports.log(`GitHub refused a request: ${message}`)
  run.refusals.requests += 1
  if (run.refusals.requests > 1) {
    return { is: 'end', ended: { is: 'halted', why: status === 401 ? 'unauthorised' : 'refused' } }
  }
  await backOff(ports, run)
  return { is: 'something' }
}

/** How often in a run something is tried that may be refused for a moment only. */
const mostTries = { doubtful: 2, soon: 3 } as const

/** GitHub's no to one operation. What may pass is tried again after the next read, and after that by a later run. */
const refuse = ({ operation, message, stands }: Extract<Outcome, { is: 'refused' }>, run: Run): void => {
  const key = keyOf(operation)
  const tries = (run.tries.get(key) ?? 0) + 1
  run.tries.set(key, tries)
  // another writer made it, and this read is older than that: nothing stands in its way
  const isThere = operation.do === 'create-branch' && isSaidToExist(message)
  if (isThere || stands === 'later' || (stands !== 'final' && tries < mostTries[stands])) {
    run.deferred.add(key)
    return
  }
  run.refused.set(key, message)
  // that no pull request may be opened is recorded, and asked again the next day
  if (stands !== 'final' && operation.do !== 'open-pull-request') run.unsure.add(key)
}

/** Seconds to rest when too much was created: GitHub does not say how long, and people measured more than a minute. */
const restSeconds = 65

/** Step 11: one request. */
const send = async (
  batch: readonly Operation[],
  view: Snapshot,
  ports: Ports,
  run: Run,
): Promise<{ is: 'clear'; view: Snapshot } | Acted> => {
  const now = ports.github.now()
  assertLeased(batch, view, run, now)
  ports.brake.count(countOf(batch), now)
  const applied = await apply(ports.github, view, batch)
  const done: Done[] = []
  for (const outcome of applied.outcomes) {
    switch (outcome.is) {
      case 'done':
        done.push(outcome.done)
        run.made.push(outcome.operation)
        ports.log(describe(outcome.operation))
        break
      case 'refused':
        // a limit is about all of them, and later is not never
        if (applied.turnedAway === null && applied.retryAfter === null) refuse(outcome, run)
        ports.log(`refused: ${describe(outcome.operation)}: ${outcome.message}`)
        break
      case 'unclear':
        if (isCreation(outcome.operation)) run.unclear.add(keyOf(outcome.operation))
        break
    }
  }
  run.done.push(...done)
  if (applied.exposed) return { is: 'end', ended: { is: 'halted', why: 'not-private' } }
  if (applied.retryAfter !== null) return { is: 'end', ended: refusedWith(applied.retryAfter, ports.github.now()) }
  if (applied.turnedAway !== null) return turnAway(applied.turnedAway, ports, run)
  if (applied.outcomes.some(outcome => outcome.is === 'refused' && outcome.stands === 'later')) {
    return { is: 'end', ended: { is: 'limited', until: later(ports.github.now(), restSeconds) } }
  }
  if (applied.outcomes.some(outcome => outcome.is === 'unclear')) return { is: 'something' }
  return { is: 'clear', view: applyOptimistic(view, done) }
}

/** No request with a creation leaves without a live lease of our own over its cause. A breach is a bug of ours. */
const assertLeased = (batch: readonly Operation[], view: Snapshot, run: Run, now: Timestamp): void => {
  if (run.ledgerNotWritable !== null || view.ledger.state !== 'ready') return
  for (const creation of batch.filter(isCreation)) {
    const lease = leaseOver(creation.cause, view.ledger.lease.leases)
    if (lease?.run !== run.id || !isBefore(later(now, guardSeconds), lease.until)) {
      throw new Error(`no live lease to ${describe(creation)}`)
    }
  }
}
