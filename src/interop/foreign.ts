import type { Gate, Kind, Playbook, Step } from '../domain/playbook/playbook.ts'
import type { Phase } from '../domain/terms/phase.ts'
import type { Severity } from '../domain/terms/severity.ts'

/** A step as another format has it. What it waits for is named by keys: in CACAO the workflow's own ids. */
export type ForeignStep = {
  readonly key: string
  /** One of ours, if the file carries it; else it is made from the title. */
  readonly id: string | null
  readonly title: string
  readonly phase: Phase
  readonly guidance: string
  readonly role: string | null
  readonly after: readonly string[]
  readonly gate: Gate | null
  readonly required: boolean
  readonly within: number | null
  readonly perAsset: boolean
}

/** A playbook as another format has it, before it is given names that ours can have. */
export type Foreign = {
  readonly title: string
  readonly summary: string
  readonly kind: Kind
  readonly severity: Severity
  readonly confidential: boolean
  readonly source: string | null
  readonly introduction: string
  readonly phases: Playbook['phases']
  readonly roles: readonly string[]
  readonly include: readonly string[]
  readonly steps: readonly ForeignStep[]
  /** What whoever imports is told: what now stands in words only, what was not kept, what was assumed. */
  readonly notes: readonly string[]
}

/** A note of what a checklist cannot say, and the guidance does. */
export const inWordsOnly = (what: string): string => `kept as text only: ${what}`

/** What no other format says of a step. */
export const plainStep: Pick<Step, 'role' | 'gate' | 'required' | 'within' | 'perAsset'> = {
  role: null,
  gate: null,
  required: false,
  within: null,
  perAsset: false,
}
