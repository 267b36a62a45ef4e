import type { Incident } from './incident.ts'
import type { Moment } from './snapshot.ts'

/** A review of readiness is due again so many days after its close: each quarter. */
export const reviewDays = 91

/** When a review that was closed is due again; null: it is under way, or is no review. */
export const reviewDueAt = ({ kind, ended, endings }: Pick<Incident, 'kind' | 'ended' | 'endings'>): Moment | null => {
  const last = endings.at(-1)
  if (kind !== 'readiness' || ended === null || last === undefined) return null
  return new Date(Date.parse(last.at) + reviewDays * 86_400_000).toISOString()
}
