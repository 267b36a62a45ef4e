import { z } from 'zod'
import { pinnedStep } from '../playbook/step-snapshot.ts'
import { mostSteps } from '../playbook/validate-steps.ts'
import { exposures, mostOfAssetName } from '../terms/asset.ts'
import { person, repositoryRoles } from '../terms/person.ts'
import { severities } from '../terms/severity.ts'
import { settableStatuses } from '../terms/status.ts'
import { isStepId } from '../text/slug.ts'

/** A moment in UTC, as GitHub writes it: `2026-03-01T10:42:00Z`, milliseconds allowed. */
const moment = z.iso.datetime()
const words = z.string().max(4_000)
const roleName = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const stepId = z.string().refine(isStepId)
const assetId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
const assetName = z.string().min(1).max(mostOfAssetName)

/** Who wrote a line of the ledger: one of our identities, and the run, for audit. */
const writer = z.strictObject({ id: z.number().int(), login: z.string(), run: z.string() })

/** What every event carries. */
const stamp = {
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
  /** Node id of the comment, issue or timeline event, or a deterministic key. A source is taken once. */
  source: z.string().min(1).max(300),
  /** The number of the issue on whose page it was said or done. */
  on: z.number().int().positive().optional(),
  /** Where to read it: a link to the source. */
  link: z.string().max(500).optional(),
  /** Worth knowing of the source: its author edited the comment before it was read; something secret was taken out. */
  flags: z.array(z.enum(['edited', 'redacted', 'by-email'])).optional(),
}

const event = <Is extends string, Shape extends z.core.$ZodLooseShape>(is: Is, shape: Shape) =>
  z.strictObject({ is: z.literal(is), ...shape, ...stamp })

/** How many people one event names. */
export const mostPeople = 20
const people = z.array(person).max(mostPeople)

/** Everything that can happen to an incident, as recorded in the ledger: a closed list. */
export const eventSchema = z.discriminatedUnion('is', [
  event('declared', {
    /** Left out: an incident. */
    kind: z.literal('readiness').optional(),
    playbook: roleName,
    /** The playbook as it was then: whatever becomes of its file, this is what the incident goes by. */
    title: z.string().max(200),
    confidential: z.boolean(),
    steps: z.array(pinnedStep).max(mostSteps),
    /** What the form asked for, where there was no such playbook to be used. */
    asked: z.string().min(1).max(60).optional(),
    severity: z.enum(severities),
    /** A review has none. */
    codename: z.string().optional(),
    drill: z.boolean(),
    /** The commit whose configuration and playbooks bind this incident. */
    settings: z.string(),
    /** The roster as resolved to people at that moment. */
    roster: z.record(roleName, people),
    /** What the form's answers were, where there were any. */
    seen: words.optional(),
    noticed: words.optional(),
    assets: words.optional(),
    impact: words.optional(),
  }),
  event('commander-set', { who: person, acting: z.boolean(), how: z.enum(['taken', 'appointed', 'handed-off']) }),
  event('confirmed', {}),
  event('cancelled', { because: words }),
  event('severity-set', { to: z.enum(severities), because: words.optional() }),
  event('status-set', { to: z.enum(settableStatuses), because: words.optional() }),
  event('timeline-noted', { text: words, raw: words }),
  event('role-assigned', { role: roleName, who: people }),
  event('role-unassigned', { role: roleName, who: people }),
  event('step-assigned', { step: stepId, who: people }),
  event('step-unassigned', { step: stepId, who: people }),
  event('step-done', { step: stepId, waitedFor: z.array(stepId), because: words.optional() }),
  event('step-reopened', { step: stepId }),
  event('step-skipped', { step: stepId, because: words }),
  /** Another playbook's steps, without those that were there. */
  event('playbook-added', { playbook: roleName, steps: z.array(pinnedStep).max(mostSteps) }),
  /** Work that no playbook foresaw. */
  event('step-added', { step: pinnedStep }),
  /** Something affected: each step per asset is opened for it. */
  event('asset-added', { asset: assetId, name: assetName, note: words.optional() }),
  /** Something that others may know now, with the steps that follow from it. */
  event('exposed', {
    what: z.enum(exposures),
    asset: assetId,
    name: assetName,
    count: z.number().int().nonnegative().optional(),
    note: words.optional(),
    playbook: roleName,
    steps: z.array(pinnedStep).max(mostSteps),
  }),
  /** A review's quarter is over: all of its steps are to be done again. */
  event('review-due', {}),
  event('insider-ruled-out', { because: words }),
  event('external-approved', { because: words, as: roleName }),
  event('closed', {}),
  event('reopened', {}),
  /** An order that was not followed, with the words of the reply. */
  event('refused', { command: words, says: words }),
  /** Something done by hand that changes nothing, kept so that it is weighed only once. */
  event('noticed', { manualChange: words }),
  /** A question that was answered (`/help`, `/status` alone), with the words of the reply. */
  event('answered', { command: words, says: words }),
  /** Something done by hand that was undone, with the words of the explanation. */
  event('reverted', {
    manualChange: z.enum([
      'assigned',
      'unassigned',
      'labelled',
      'unlabelled',
      'closed',
      'reopened',
      'step-closed',
      'step-reopened',
    ]),
    step: stepId.optional(),
    who: person.optional(),
    says: words,
  }),
])

export type IncidentEvent = z.infer<typeof eventSchema>
export type EventKind = IncidentEvent['is']

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** What a command or a manualChange decides: an event without its stamp, which comes from the source and cannot be forged. */
export type Decision = DistributiveOmit<IncidentEvent, keyof typeof stamp> & { happened?: string }

export type Stamp = Pick<IncidentEvent, keyof typeof stamp>
