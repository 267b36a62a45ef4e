import { later, type Timestamp } from '../terms/timestamp.ts'
import type { Incident } from './incident.ts'

/** A review of readiness is due again so many days after its close: each quarter. */
export const reviewDays = 91

/** When a review is due again, counted from its last close; null: it was never closed, or is no review. */
export const reviewDueAt = ({ kind, endings }: Pick<Incident, 'kind' | 'endings'>): Timestamp | null => {
  const last = endings.at(-1)
  if (kind !== 'readiness' || last === undefined) return null
  return later(last.at, reviewDays * 86_400)
}
