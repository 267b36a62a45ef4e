import { z } from 'zod'
import { gates, kinds } from '../../domain/playbook/playbook.ts'
import { isPlaybookId } from '../../domain/playbook/playbook-id.ts'
import { phases } from '../../domain/terms/phase.ts'
import { severities } from '../../domain/terms/severity.ts'
import { slug } from '../../domain/text/slug.ts'
import { uuidOf } from './uuid.ts'

/** Under which name what only we know stands in a CACAO playbook and in its steps. */
export const extensionId = `extension-definition--${uuidOf('extension')}`

/** Who is said to have made what we write. */
export const ourIdentity = `identity--${uuidOf('tocsin')}`

/** Of a step, what CACAO has no word for. Its title is the step's `name`, its guidance the `description`. */
export const stepExtension = z.object({
  position: z.int().min(0),
  id: slug,
  phase: z.enum(phases),
  role: slug.nullable(),
  after: z.array(slug),
  gate: z.enum(gates).nullable(),
  required: z.boolean(),
  within: z.int().min(1).nullable(),
  per_asset: z.boolean(),
})

/** Of a playbook, what CACAO has no word for. */
export const playbookExtension = z.object({
  id: z.string().refine(isPlaybookId),
  summary: z.string(),
  kind: z.enum(kinds),
  severity: z.enum(severities),
  confidential: z.boolean(),
  source: z.string().nullable(),
  introduction: z.string(),
  phases: z.partialRecord(z.enum(phases), z.string()),
  roles: z.array(slug),
})
