import { z } from 'zod'
import { phases } from '../terms/phase.ts'
import { isSlug, isStepId } from '../text/slug.ts'
import { gates, type Playbook, type Step } from './playbook.ts'

const name = z.string().refine(isSlug)

/**
 * A step as the ledger keeps it: all that is decided on, and not its guidance, of which there may be much. With it an
 * incident keeps its checklist whatever becomes of the files, built-in ones among them; only what a page that is opened
 * later says of how to do it is what the file says then.
 * What is left out is none, or no; `from` is left out where it is the playbook that the event names.
 */
export const stepSnapshot = z.strictObject({
  id: name,
  title: z.string().max(200),
  phase: z.enum(phases),
  role: name.optional(),
  after: z.array(z.string().refine(isStepId)).optional(),
  gate: z.enum(gates).optional(),
  required: z.literal(true).optional(),
  within: z.number().int().positive().optional(),
  perAsset: z.literal(true).optional(),
  from: name.optional(),
  confidential: z.literal(true).optional(),
})
export type StepSnapshot = z.infer<typeof stepSnapshot>

export const snapshotStep = (step: Step, playbook: string): StepSnapshot => ({
  id: step.id,
  title: step.title,
  phase: step.phase,
  ...(step.role === null ? {} : { role: step.role }),
  ...(step.after.length === 0 ? {} : { after: [...step.after] }),
  ...(step.gate === null ? {} : { gate: step.gate }),
  ...(step.required ? { required: true as const } : {}),
  ...(step.within === null ? {} : { within: step.within }),
  ...(step.perAsset ? { perAsset: true as const } : {}),
  ...(step.from === playbook ? {} : { from: step.from }),
  ...(step.confidential ? { confidential: true as const } : {}),
})

/** The guidance that a file has now for each of its steps, as far as there is any. */
export const guidanceIn = (file: Pick<Playbook, 'steps'> | undefined): ((step: StepSnapshot) => string) => {
  const steps = file?.steps.toReversed() ?? []
  const byId = new Map(steps.map(step => [step.id, step]))
  // one whose id was taken already was given another
  const byTitle = new Map(steps.map(step => [step.title, step]))
  return ({ id, title }) => (byId.get(id) ?? byTitle.get(title))?.guidance ?? ''
}

/** The step again, with its guidance. */
export const restoreStep = (pinned: StepSnapshot, playbook: string, guidance: string): Step => ({
  id: pinned.id,
  title: pinned.title,
  phase: pinned.phase,
  guidance,
  role: pinned.role ?? null,
  after: pinned.after ?? [],
  gate: pinned.gate ?? null,
  required: pinned.required ?? false,
  within: pinned.within ?? null,
  perAsset: pinned.perAsset ?? false,
  from: pinned.from ?? playbook,
  confidential: pinned.confidential ?? false,
})
