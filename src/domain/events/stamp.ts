import { z } from 'zod'
import { mostOfAssetName } from '../terms/asset.ts'
import { person, repositoryRoles } from '../terms/person.ts'
import { isStepId } from '../text/slug.ts'
import { isSource } from './source.ts'

/** A moment in UTC, as GitHub writes it: `2026-03-01T10:42:00Z`, milliseconds allowed. */
const moment = z.iso.datetime()

// What the fields of several kinds are made of.
/** How much of what people write, or are told, fits into one event, in UTF-16 code units. */
export const mostWords = 4_000
export const words = z.string().max(mostWords)
export const roleName = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
export const stepId = z.string().refine(isStepId)
export const assetId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
export const assetName = z.string().min(1).max(mostOfAssetName)
/** How many people one event names. */
export const mostPeople = 20
export const people = z.array(person).max(mostPeople)

/** Who wrote a line of the record: one of our identities, and the run, for audit. */
const writer = z.strictObject({ id: z.number().int(), login: z.string(), run: z.string() })

/** What every event carries. */
export const stamp = {
  v: z.literal(1),
  /** When it happened, as claimed. */
  happened: moment,
  /** When it was said: GitHub's timestamp of the comment or event. */
  said: moment,
  /** GitHub's clock at the read by which it was recorded; its commit follows within seconds. */
  recorded: moment,
  /** Who said it, and their role in the repository then; null when GitHub names nobody. */
  by: z.strictObject({ ...person.shape, role: z.enum(repositoryRoles) }).nullable(),
  writer,
  /** From what it came, as `source.ts` writes it. A source is taken once. */
  source: z.string().min(1).max(300).refine(isSource),
  /** The number of the issue on whose page it was said or done. */
  on: z.number().int().positive().optional(),
  /** Where to read it: a link to the source. */
  link: z.string().max(500).optional(),
  /** Worth knowing of the source: its author edited the comment before it was read; something secret was taken out. */
  flags: z.array(z.enum(['edited', 'redacted', 'by-email'])).optional(),
}

const stampSchema = z.strictObject(stamp)
export type Stamp = z.infer<typeof stampSchema>
