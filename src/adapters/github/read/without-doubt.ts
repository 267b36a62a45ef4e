import { branchesInTheWay } from '../../../domain/events/location.ts'
import type { IncidentRef } from '../../../domain/terms/incident-ref.ts'
import { hasTraces, isDoubtful } from '../../../domain/view/doubt.ts'
import { type View, withIndex } from '../../../domain/view/index-snapshot.ts'
import { type Activity, judgeActivity } from '../../../domain/view/judge-activity.ts'
import type { BranchInTheWay, Snapshot } from '../../../domain/view/snapshot.ts'
import { nodesOf } from '../client/answer-parts.ts'
import type { GitHub } from '../client/client.ts'
import { readActivity } from '../ledger/read-activity.ts'
import type { FirstRead } from './first-read.ts'
import { isRestorable } from './is-restorable.ts'
import { trunkOf } from './trunk.ts'

/** What the branch of the record holds, as far back as one answer goes. */
const reachedFrom = ({ repository }: Pick<FirstRead, 'repository'>): readonly string[] => {
  const head = repository.ledger?.target
  return head ? [head.oid, ...nodesOf(head.history).map(({ oid }) => oid)] : []
}

/** The branches above and below the record's own; a name comes whole, or after the prefix that was asked for. */
const inTheWayOf = (
  { repository }: Pick<FirstRead, 'repository'>,
  { number }: IncidentRef,
): readonly BranchInTheWay[] => {
  const { above, below } = branchesInTheWay(number)
  const over = repository.above?.target ? [{ name: above, oid: repository.above.target.oid }] : []
  const under = nodesOf(repository.below).flatMap(({ name, target }) =>
    target ? [{ name: name.startsWith(below) ? name : `${below}${name}`, oid: target.oid }] : [],
  )
  return [...over, ...under]
}

const withBranches = (snapshot: Snapshot, inTheWay: readonly BranchInTheWay[]): Snapshot => {
  const { ledger } = snapshot
  return ledger.state === 'absent' && inTheWay.length > 0 ? { ...snapshot, ledger: { ...ledger, inTheWay } } : snapshot
}

/** Made by people alone, where we have done nothing: what a bot pushed may be the record of a deployment that is not listed here. */
const isPeoples = (activity: readonly Activity[], view: View): boolean =>
  !hasTraces(view) && activity.every(({ by }) => by !== null && !by.login.endsWith('[bot]'))

/** Where something at GitHub is not explained by the record, GitHub is asked what was done to the record's branch. */
export const withoutDoubt = async (
  github: GitHub,
  ref: IncidentRef,
  read: Snapshot,
  seen: Pick<FirstRead, 'repository'>,
): Promise<Snapshot> => {
  const snapshot = withBranches(read, inTheWayOf(seen, ref))
  const { ledger, ours } = snapshot
  const reached = reachedFrom(seen)
  const view = withIndex(snapshot)
  if (!isDoubtful(view)) return snapshot
  const activity = await readActivity(github, ref)
  if (activity === null) {
    const isEmpty = ledger.state === 'absent' || ledger.state === 'fresh'
    return isEmpty ? { ...snapshot, ledger: { ...ledger, unsure: true } } : snapshot
  }
  const verdict = judgeActivity(activity, ours, reached)
  if (verdict.is === 'never' && ledger.state === 'tampered' && reached[0] !== undefined && isPeoples(activity, view))
    return { ...snapshot, ledger: { state: 'taken', oid: reached[0] } }
  if (verdict.is !== 'rolled-back' || ledger.state === 'tampered') return snapshot
  const { to, by, at, how } = verdict
  const restorable = await isRestorable(github, ref, to, view, trunkOf(seen.repository))
  return { ...snapshot, ledger: { state: 'rolled-back', oid: reached[0] ?? null, to, by, at, how, restorable } }
}
