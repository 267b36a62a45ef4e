import type { Severity } from './severity.ts'

/** The headings under which a playbook puts its steps, in their order; status is derived from them. */
export const phases = ['Assemble', 'Contain', 'Investigate', 'Eradicate', 'Recover', 'Communicate', 'Learn'] as const
export type Phase = (typeof phases)[number]

/**
 * What holds a gate shut beside its `after` steps. `internal` opens when an insider is ruled out, `external` when the
 * IC approves with counsel or leadership on record, `steps` needs nothing more.
 */
export const gates = ['steps', 'internal', 'external'] as const
export type Gate = (typeof gates)[number]

/** One task of a playbook; on GitHub a sub-issue. */
export type Step = {
  readonly id: string
  readonly title: string
  readonly phase: Phase
  /** Markdown, for the body of the sub-issue. */
  readonly guidance: string
  /** Who does it unless the IC says otherwise; null: whoever is there. */
  readonly role: string | null
  readonly after: readonly string[]
  readonly gate: Gate | null
  readonly required: boolean
  /** Minutes from the moment it can be begun. */
  readonly within: number | null
}

/** One scenario's checklist. */
export type Playbook = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly severity: Severity
  /** Sub-issues, branches and commits then carry codename and number only. */
  readonly confidential: boolean
  /** Where it was learned. */
  readonly source: string | null
  /** Markdown before the first phase: what a tired responder reads first. */
  readonly introduction: string
  readonly steps: readonly Step[]
}

/** Something wrong in a file that people wrote: where, what came, what was expected. */
export type Problem = { readonly file: string; readonly line: number; readonly says: string; readonly expected: string }
