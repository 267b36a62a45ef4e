import type { IncidentEvent } from '../../../domain/events/event.ts'
import { incidentId } from '../../../domain/events/identity.ts'
import { recordOf } from '../../../domain/events/location.ts'
import { patience } from '../../../domain/incident/revert-limit.ts'
import type { IncidentRef } from '../../../domain/terms/incident-ref.ts'
import { explains } from '../../../domain/view/doubt.ts'
import type { View } from '../../../domain/view/index-snapshot.ts'
import { nodesOf } from '../client/answer-parts.ts'
import type { GitHub } from '../client/client.ts'
import { viewLedger } from '../ledger/read-ledger.ts'
import type { RecordAtQueryVariables } from '../queries.generated.ts'
import { recordAtQuery } from './query.ts'
import { recordAtCheck } from './shape/incident.ts'

/**
 * Whether the record may be restored to this commit: it is ours and this incident's, it begins with all that stands at the
 * branch now, so that nothing is lost, and it explains all that we have done. Else people decide, and so they do where it was
 * taken away again and again.
 */
export const isRestorable = async (
  github: GitHub,
  { owner, repo, number }: IncidentRef,
  to: string,
  view: View,
  trunk: readonly string[],
): Promise<boolean> => {
  const { events: folder, lease } = recordOf(number)
  const asked = { owner, repo, oid: to, events: folder, lease } satisfies RecordAtQueryVariables
  const answer = await github.query(recordAtQuery, asked)
  if (answer.is !== 'answered' || answer.errors.length > 0) return false
  const head = recordAtCheck.safeParse(answer.data).data?.repository?.object
  if (!head || nodesOf(head.history).length === 0) return false
  const there = viewLedger(head, trunk, view.ours, incidentId(view.repository.id, view.declaredOn.id))
  if (there.state !== 'ready' || !goesOnFrom(there.raw, view)) return false
  return timesRestored(there.events) < patience && explains(view, there.events)
}

/** Every line that stands at the branch now stands there first, byte for byte. */
const goesOnFrom = (raw: readonly string[], { ledger }: View): boolean => {
  if (ledger.state === 'absent' || ledger.state === 'fresh') return true
  return ledger.state === 'ready' && ledger.raw.length <= raw.length && ledger.raw.every((line, i) => line === raw[i])
}

const timesRestored = (events: readonly IncidentEvent[]): number =>
  events.filter(({ is }) => is === 'record-restored').length
