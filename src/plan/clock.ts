import type { Fact } from '../incident/fact.ts'
import type { Incident } from '../incident/incident.ts'
import { reviewDueAt } from '../incident/review.ts'
import type { Snapshot } from '../incident/snapshot.ts'
import { isBefore } from './lease.ts'
import type { Terms } from './record.ts'

/**
 * What time alone brings about. Its source is the clock and the fact that started it, so that whoever looks first records
 * it and nobody does so again.
 */
export const clock = (incident: Incident, { now, us }: Snapshot, terms: Terms): readonly Fact[] => {
  const due = reviewDueAt(incident)
  const ending = incident.facts.at((incident.endings.at(-1)?.line ?? 0) - 1)
  if (due === null || isBefore(now, due) || ending === undefined) return []
  const moments = { happened: now, said: now, recorded: now }
  const source = `clock:review:${ending.source}`
  return [{ v: 1, is: 'review-due', ...moments, by: null, writer: { ...us, run: terms.run }, source }]
}
