import { createHash } from 'node:crypto'
import type { IncidentEvent } from './event.ts'

/**
 * The line of the ledger that an event is written as, its newline included: whatever writes the ledger uses this. Keys
 * are sorted, for a schema's parser hands them back in an order of its own, and the same bytes must come out again.
 */
export const eventLine = (event: IncidentEvent): string => `${JSON.stringify(sorted(event))}\n`

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

/**
 * SHA-256, in hexadecimal, of the ledger's first `count` lines, byte for byte as they stand there with their newlines: what
 * `head -n <count> | sha256sum` says of its files.
 */
export const digest = (lines: readonly string[], count: number): string =>
  createHash('sha256').update(lines.slice(0, count).join('')).digest('hex')
