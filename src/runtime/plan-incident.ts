import { readOnly } from '../adapters/github/client/read-only.ts'
import { read } from '../adapters/github/read/read.ts'
import type { IncidentEvent } from '../domain/events/event.ts'
import type { Problem } from '../domain/source/problem.ts'
import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import type { PlanOutcome } from '../domain/terms/run-outcome.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { describe, isCreation, type Operation } from '../operations/operation.ts'
import { type Plan, plan } from '../planner/plan.ts'
import type { Ports } from '../reconcile/ports.ts'
import { endedBy } from '../reconcile/read-view.ts'

/** What a run would do now, as plain data: it can be printed as JSON. Its texts hold what people wrote. */
export type PlannedIncident = {
  readonly incident: IncidentRef
  readonly outcome: PlanOutcome
  /** What would be recorded. */
  readonly events: readonly IncidentEvent[]
  /** Whether the record would get a commit: for events, or for leases alone. */
  readonly commits: boolean
  /** What would be done at GitHub, in this order. `words` holds ids and numbers, never what people wrote. */
  readonly operations: readonly { readonly words: string; readonly operation: Operation }[]
  /** What depends on things that do not exist yet, such as links to a new step, is planned once they do. */
  readonly moreMayFollow: boolean
  /** For `waiting` and `limited`: when to look again, by GitHub's clock. */
  readonly until: Timestamp | null
  /** What is wrong with the team's configuration and playbooks. */
  readonly problems: readonly Problem[]
}

const nobody = {
  id: 'dry-run',
  unclear: new Set<string>(),
  refused: new Map<string, string>(),
  ledgerNotWritable: null,
}

/**
 * A dry run: one read, one plan, and nothing written, whatever repository it is. Refusals of GitHub are outcomes; only
 * our own bugs throw.
 */
export const planIncident = async (ref: IncidentRef, ports: Pick<Ports, 'github'>): Promise<PlannedIncident> => {
  const github = readOnly(ports.github)
  const answer = await read(github, ref)
  if (answer.is === 'snapshot') return plannedFrom(ref, plan(asTheWriter(answer.snapshot), nobody, github.now()))
  if (answer.is === 'unclear') return { ...nothing(ref), outcome: 'unclear' }
  const ended = endedBy(answer, github.now())
  return ended.is === 'halted'
    ? { ...nothing(ref), outcome: ended.why }
    : { ...nothing(ref), outcome: 'limited', until: ended.until }
}

/**
 * With a person's token that person would be taken for the writer, and what they said for our own words: the plan is that of
 * whoever wrote the record last.
 */
const asTheWriter = (snapshot: Snapshot): Snapshot => {
  const { us, ours, ledger } = snapshot
  if (us.login.endsWith('[bot]')) return snapshot
  const writer = ledger.state === 'ready' ? ledger.events.at(-1)?.writer : undefined
  const others = ours.filter(id => id !== us.id)
  if (writer === undefined) return { ...snapshot, us: { id: 0, login: 'tocsin[bot]' }, ours: others }
  const { id, login } = writer
  return { ...snapshot, us: { id, login }, ours: [...new Set([id, ...others])] }
}

const nothing = ({ owner, repo, number }: IncidentRef): Omit<PlannedIncident, 'outcome'> => ({
  incident: { owner, repo, number },
  events: [],
  commits: false,
  operations: [],
  moreMayFollow: false,
  until: null,
  problems: [],
})

const plannedFrom = (ref: IncidentRef, planned: Plan): PlannedIncident => ({
  ...nothing(ref),
  outcome: outcomeOf(planned),
  events: planned.append?.events ?? [],
  commits: planned.append !== null,
  operations: planned.operations.map(operation => ({ words: describe(operation), operation })),
  moreMayFollow: planned.operations.some(isCreation),
  until: planned.waitUntil,
  problems: planned.problems,
})

const outcomeOf = ({ halt, ledgerFault, append, operations, waitUntil }: Plan): PlanOutcome => {
  if (halt !== null) return halt
  if (ledgerFault !== null) return ledgerFault
  if (append !== null || operations.length > 0) return 'planned'
  return waitUntil === null ? 'in-order' : 'waiting'
}
