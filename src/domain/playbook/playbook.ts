import type { Phase } from '../terms/phase.ts'
import type { Severity } from '../terms/severity.ts'

/**
 * What holds a gate shut beside its `after` steps. `internal` opens when an insider is ruled out, `external` when the
 * IC approves with counsel or leadership on record, `steps` needs nothing more.
 */
export const gates = ['steps', 'internal', 'external'] as const
export type Gate = (typeof gates)[number]

/**
 * An `incident` opens a checklist under command; a `readiness` review is no incident and has neither commander nor
 * post-mortem; a `part` is only included by others, or added to what is running.
 */
export const kinds = ['incident', 'readiness', 'part'] as const
export type Kind = (typeof kinds)[number]

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
  /** Opened once for each affected asset, when it is named. */
  readonly perAsset: boolean
  /** Id of the playbook in whose file it stands. */
  readonly from: string
  /** As that playbook is: then its title is not told in a title on GitHub, which is mailed. */
  readonly confidential: boolean
}

/** One scenario's checklist. */
export type Playbook = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly kind: Kind
  readonly severity: Severity
  /** Sub-issues, branches and commits then carry codename and number only. */
  readonly confidential: boolean
  /** Where it was learned. */
  readonly source: string | null
  /** Markdown before the first phase: what a tired responder reads first. */
  readonly introduction: string
  /** What each of its phases, included ones among them, is in NIST's Cybersecurity Framework 2.0, for example `Respond (RS.MI)`. */
  readonly phases: Readonly<Partial<Record<Phase, string>>>
  /** The roles that its steps name, included ones among them; empty: it does not say. */
  readonly roles: readonly string[]
  /** Ids of the playbooks whose steps follow its own. */
  readonly include: readonly string[]
  /** As read, its own; composed, those of what it includes as well. */
  readonly steps: readonly Step[]
}
