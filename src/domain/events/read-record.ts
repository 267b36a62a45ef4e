import { z } from 'zod'
import type { Author } from '../state/state.ts'
import { person, repositoryRoles } from '../terms/person.ts'
import type { Timestamp } from '../terms/timestamp.ts'
import { eventSchema, type IncidentEvent, isEventKind } from './event.ts'

/** An event of a newer version, of which this one knows no more than every version writes. */
export type UnknownEvent = {
  readonly is: 'unknown'
  readonly kind: string
  readonly said: Timestamp
  readonly by: Author
  readonly link: string | null
}

/** A line of the record as a reader takes it. Whoever decides may not go by a line that is not known whole. */
export type RecordLine = {
  /** Byte for byte as it stands there, its newline included. */
  readonly raw: string
  readonly event: IncidentEvent | UnknownEvent
  /** Keys, as paths like `by.team`, that this version does not know: kept in `raw`, and left out of `event`. */
  readonly unknownKeys: readonly string[]
}

/** What every version writes into every line. */
const core = z.looseObject({
  v: z.int().positive(),
  is: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  said: z.iso.datetime(),
})

/** What may be taken over from a line of which the rest is not known. */
const told = z.object({
  by: z
    .object({ ...person.shape, role: z.enum(repositoryRoles) })
    .nullable()
    .catch(null),
  link: z.string().max(500).nullable().catch(null),
})

/** One line, without its newline; null: no event of any version. */
export const readLine = (line: string): RecordLine | null => {
  const value = core.safeParse(json(line)).data
  if (value === undefined) return null
  const raw = `${line}\n`
  if (value.v !== 1 || !isEventKind(value.is)) {
    return { raw, event: { ...told.parse(value), is: 'unknown', kind: value.is, said: value.said }, unknownKeys: [] }
  }
  const read = eventSchema.safeParse(value)
  if (read.success) return { raw, event: read.data, unknownKeys: [] }
  const more = read.error.issues.flatMap(issue => (issue.code === 'unrecognized_keys' ? [issue] : []))
  // something else is wrong with it than that there is more
  if (more.length < read.error.issues.length) return null
  const known = eventSchema.safeParse(more.reduce<unknown>((rest, { path, keys }) => strip(rest, path, keys), value))
  const unknownKeys = more.flatMap(({ path, keys }) => keys.map(key => [...path, key].join('.')))
  return known.success ? { raw, event: known.data, unknownKeys } : null
}

/** Known whole: of this version's kinds, and nothing in it that this version would pass over. */
export const isKnown = (line: RecordLine): line is RecordLine & { readonly event: IncidentEvent } =>
  line.event.is !== 'unknown' && line.unknownKeys.length === 0

/** A value without these keys of the object at `path` in it. */
const strip = (value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const [first, ...rest] = path
  if (first !== undefined) {
    const inner = (at: string | number, one: unknown) => (String(at) === String(first) ? strip(one, rest, keys) : one)
    if (Array.isArray(value)) return value.map((one, at) => inner(at, one))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inner(key, one)]))
  }
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
