import type { IncidentEvent } from '../domain/events/event.ts'
import { sourceKey } from '../domain/events/source.ts'
import { writerVersion } from '../domain/events/version.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { applyEvents, reduceEvents } from '../domain/incident/reduce.ts'
import type { Problem } from '../domain/source/problem.ts'
import type { LedgerRefusal } from '../domain/terms/ledger-refusal.ts'
import type { HaltReason, LedgerFault } from '../domain/terms/run-outcome.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { later } from '../domain/terms/timestamp.ts'
import { type View, withIndex } from '../domain/view/index-snapshot.ts'
import { eventsOf } from '../domain/view/queries.ts'
import type { LeaseFile, Snapshot } from '../domain/view/snapshot.ts'
import { branchNotMade } from '../messages/notice.ts'
import { type Creation, goesWithoutRecord, isCreation, keyOf, type Operation } from '../operations/operation.ts'
import { rules } from '../rules/index.ts'
import { refusalOf } from '../rules/post-mortem/post-mortem.ts'
import { declare } from './declare.ts'
import { deletions, type Refused, refusedDeletion } from './deletions.ts'
import { deriveEvents } from './derive-events.ts'
import { dueEvents, nextDue } from './due.ts'
import { type Holder, leaseSeconds, standing, takeLeases } from './leases.ts'
import { isOnStandIn, moved, replaced } from './moved.ts'
import { ledgerFaultOf, noticeOf } from './notices.ts'
import { operationsInOrder } from './order.ts'
import { ownStamp } from './own-stamp.ts'
import { readWindowOf } from './read-window.ts'
import { restored } from './restored.ts'
import { undeclared } from './undeclared.ts'
import { trails, watermarkOf } from './watermark.ts'

/** A run, as far as planning looks at it. */
export type Planner = Holder &
  Refused & {
    /** Operations that GitHub clearly refused in this run, by key: not to be tried again in it. */
    readonly refused: Pick<ReadonlyMap<string, string>, 'has'>
    /** Left out until the next read, by key; none unless given. */
    readonly deferred?: Pick<ReadonlySet<string>, 'has'>
    /** The record could not be written in this run: the checklist opens all the same, and nothing else is decided. */
    readonly ledgerNotWritable: LedgerRefusal | null
  }

/**
 * Why nothing at all is done about an issue. `not-private`: whatever was written would be read. `newer-version`: a newer
 * version of this program writes the record, and what this one does not know it may not pass over. `not-an-incident`: no
 * label, and no record of one. `incomplete`: not everything could be read, so that an absence means nothing.
 */
export type Halt = Extract<HaltReason, 'not-private' | 'archived' | 'newer-version' | 'not-an-incident' | 'incomplete'>

/** What is to be done, as plain data. */
export type Plan = {
  readonly halt: Halt | null
  /** The record is not to be decided from: people are told so, and nothing else is done. */
  readonly ledgerFault: LedgerFault | null
  readonly incident: Incident | null
  /** The incident's own issue is not in the repository any more. */
  readonly away: boolean
  readonly problems: readonly Problem[]
  /** What to append first, if anything: events, and the leases that let this run act on them. */
  readonly append: { readonly events: readonly IncidentEvent[]; readonly lease: LeaseFile } | null
  /** What may be done once that is appended, in the order in which to do it. */
  readonly operations: readonly Operation[]
  /** Something was left to a run that holds its lease until then, or is not known to have been made. */
  readonly waitUntil: Timestamp | null
  /** When time alone brings something about, by what is known now; null: never. */
  readonly due: Timestamp | null
}

/**
 * Steps 5 to 9 of the protocol: what was read, to new events and to what is owed. `now` is GitHub's clock at this
 * moment, which may be later than that of the read.
 */
export const plan = (snapshot: Snapshot, run: Planner, now: Timestamp): Plan => {
  const { playbooks, problems } = snapshot.settings
  const nothing: Plan = {
    halt: null,
    ledgerFault: null,
    incident: null,
    away: snapshot.away,
    problems,
    append: null,
    operations: [],
    waitUntil: null,
    due: null,
  }

  const halt = haltOf(snapshot)
  if (halt !== null) return { ...nothing, halt }
  const before = withIndex(snapshot)
  const alarm = owedOf(noticeOf(before, run.ledgerNotWritable), before, run).owed
  const ledgerFault = ledgerFaultOf(snapshot)
  if (ledgerFault !== null) return { ...nothing, ledgerFault, ...withoutLease(alarm, snapshot, run) }

  const known = reduceEvents(eventsOf(before), playbooks)
  const events = newEvents(known, before, run)
  const view = withEvents(before, events)
  const incident = events.length === 0 ? known : applyEvents(known, events, playbooks)
  if (incident === null) {
    const told = owedOf(undeclared(before), before, run).owed
    return told.length === 0
      ? { ...nothing, halt: 'not-an-incident' }
      : { ...nothing, ...withoutLease(told, snapshot, run) }
  }

  const wanted = rules(readWindowOf(snapshot)).flatMap(rule => rule(incident, view))
  const { owed, refused } = owedOf(wanted, view, run)
  if (run.ledgerNotWritable !== null) {
    return { ...nothing, incident, ...withoutLease([...alarm, ...owed.filter(goesWithoutRecord)], snapshot, run) }
  }
  const refusals = refused.flatMap(one => refusal(one, incident, view, run))
  return {
    ...nothing,
    incident,
    due: nextDue(incident, snapshot),
    ...grant(owed, [...events, ...refusals], snapshot, view, run, now),
  }
}

/** Of what is wanted, what may be done in this run, and what GitHub has refused in it. Everything planned passes here. */
const owedOf = (wanted: readonly Operation[], view: View, run: Planner) => {
  const kept = wanted.filter(one => !isOnStandIn(one, view) && !run.deferred?.has(keyOf(one)))
  const isRefused = (one: Operation) => run.refused.has(keyOf(one))
  return { owed: kept.filter(one => !isRefused(one)), refused: kept.filter(isRefused) }
}

/**
 * A workflow may not open pull requests unless a setting lets it: recorded, so that not every resync asks again. So is that a
 * comment cannot be deleted, or a branch not be made.
 */
const refusal = (operation: Operation, incident: Incident, view: View, run: Planner): readonly IncidentEvent[] => {
  if (operation.do === 'delete-comment') return refusedDeletion(operation, incident, view, run)
  if (operation.do === 'create-branch') return branchRefusal(operation.name, incident, view, run.id)
  if (operation.do !== 'open-pull-request') return []
  const source = refusalOf(operation.branch, view.now)
  return [{ ...ownStamp(view, run.id), is: 'pull-request-refused', branch: operation.branch, source }]
}

const branchRefusal = (branch: string, { events }: Incident, view: View, run: string): readonly IncidentEvent[] => {
  const source = sourceKey({ of: 'refusal', branch, day: 'branch' })
  if (events.some(event => event.source === source)) return []
  return [{ ...ownStamp(view, run), is: 'branch-refused', source, says: branchNotMade(branch) }]
}

const haltOf = (snapshot: Snapshot): Halt | null => {
  const { visibility, archived } = snapshot.repository
  // asked of today's configuration, not of the one that the incident began with: a team may think better of it
  if (visibility === 'public' || (visibility === 'internal' && !snapshot.today.allowInternal)) return 'not-private'
  if (archived) return 'archived'
  if (snapshot.ledger.state === 'newer') return 'newer-version'
  return snapshot.complete ? null : 'incomplete'
}

const newEvents = (
  known: Incident | null,
  view: View,
  { id, ledgerNotWritable }: Planner,
): readonly IncidentEvent[] => {
  if (known !== null) return ledgerNotWritable === null ? recorded(known, view, id) : []
  const opening = declare(view, id)
  const incident = reduceEvents(opening, view.settings.playbooks)
  if (incident === null || ledgerNotWritable !== null) return opening
  return [...opening, ...deriveEvents(incident, view, id)]
}

/** What was said and done since, and then what time has brought about. */
const recorded = (known: Incident, view: View, run: string): readonly IncidentEvent[] => {
  const { playbooks } = view.settings
  const events = deriveEvents(known, view, run)
  const now = applyEvents(known, events, playbooks)
  return now === null
    ? events
    : [
        ...restored(now, view, run),
        ...events,
        ...deletions(now, view, run),
        ...moved(now, view, run),
        ...replaced(now, view, run),
        ...dueEvents(now, view, run),
      ]
}

/** The view as it will be once `events` are appended, so that the rules see them with their lines. */
const withEvents = (view: View, events: readonly IncidentEvent[]): View => {
  const { ledger } = view
  if (events.length === 0) return view
  const before = ledger.state === 'ready' ? ledger : emptyLedger(view)
  return { ...view, ledger: { ...before, events: [...before.events, ...events] } }
}

const emptyLedger = (snapshot: Snapshot): Extract<Snapshot['ledger'], { state: 'ready' }> => ({
  state: 'ready',
  oid: snapshot.ledger.state === 'fresh' ? snapshot.ledger.oid : '',
  events: [],
  raw: [],
  lease: { v: 1, writer: writerVersion, watermark: snapshot.now, leases: [] },
  commits: [],
  last: { name: '0001.ndjson', text: '' },
})

/**
 * What is done without a record, where no lease can be had. A creation without a clear answer is left for as long as a
 * lease would last: it may yet take effect, and a read that does not show it proves nothing.
 */
const withoutLease = (
  owed: readonly Operation[],
  snapshot: Snapshot,
  run: Planner,
): Pick<Plan, 'operations' | 'waitUntil'> => {
  const left = owed.filter(operation => isCreation(operation) && run.unclear.has(keyOf(operation)))
  return {
    operations: operationsInOrder(owed.filter(operation => !left.includes(operation))),
    waitUntil: left.length === 0 ? null : later(snapshot.now, leaseSeconds),
  }
}

const grant = (
  owed: readonly Operation[],
  events: readonly IncidentEvent[],
  snapshot: Snapshot,
  view: View,
  run: Planner,
  now: Timestamp,
): Pick<Plan, 'append' | 'operations' | 'waitUntil'> => {
  const ledger = snapshot.ledger.state === 'ready' ? snapshot.ledger : null
  const { asked } = snapshot
  const recorded = ledger?.events.length ?? 0
  const leases = ledger?.lease.leases ?? []
  const stands = (creation: Creation) =>
    creation.cause > recorded ? ({ is: 'mine' } as const) : standing(creation, leases, run, { now, asked })
  const left = owed
    .filter(isCreation)
    .map(stands)
    .filter(one => one.is === 'left')
  const taken = owed.filter(isCreation).filter(creation => stands(creation).is === 'free')
  const operations = owed.filter(operation => !isCreation(operation) || stands(operation).is !== 'left')
  const lines = [...events.map((_, index) => recorded + index + 1), ...taken.map(creation => creation.cause)]
  const read = { asked, answered: snapshot.now, watermark: watermarkOf(snapshot, view) }
  return {
    append:
      lines.length === 0 && !trails(snapshot, read.watermark)
        ? null
        : {
            events,
            lease: takeLeases(ledger?.lease ?? null, run, lines, read),
          },
    operations: operationsInOrder(operations),
    waitUntil: left.map(one => one.until).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
  }
}
