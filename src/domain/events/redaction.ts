import { z } from 'zod'
import type { IncidentState } from '../state/state.ts'
import { person } from '../terms/person.ts'

const mostKinds = 20

/** The kinds of what a scanner found, each once. */
export const kindsOf = (found: readonly string[]): string[] => [...new Set(found)].slice(0, mostKinds)

export const kinds = z.array(z.string().min(1).max(60)).max(mostKinds)
/** SHA-256 of a comment as it was written, in hexadecimal. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** What is kept of a comment that is deleted: everything but its text. */
export const redaction = {
  /** Its node id. */
  comment: z.string().min(1).max(300),
  /** The number of the issue on whose page it stood, and its address. */
  page: z.number().int().positive(),
  at: z.string().max(500),
  author: z.strictObject(person.shape).nullable(),
  written: z.iso.datetime(),
  kinds,
  digest,
}

/** The state once it is known what became of a deletion that was decided. */
export const withDeletion = (state: IncidentState, comment: string, deletion: 'done' | 'refused'): IncidentState => ({
  ...state,
  redactions: state.redactions.map(one => (one.comment === comment ? { ...one, deletion } : one)),
})
