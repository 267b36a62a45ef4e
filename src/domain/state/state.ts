import type { Playbook, Step } from '../playbook/playbook.ts'
import type { Asset } from '../terms/asset.ts'
import type { Person, RepositoryRole } from '../terms/person.ts'
import type { Severity } from '../terms/severity.ts'
import type { Status } from '../terms/status.ts'
import type { Target } from '../terms/target.ts'
import type { Timestamp } from '../terms/timestamp.ts'

/** Who said an event, and their role in the repository then; null: GitHub names nobody. */
export type Author = (Person & { readonly role: RepositoryRole }) | null

/** A step of the checklist, and what became of it. */
export type StepState = Step & {
  /** Its id in its playbook: that of a step per asset stands before the colon, `image` of `image:web-1`. */
  readonly of: string
  /** Id of the asset that it was opened for; null: for none. */
  readonly asset: string | null
  /** When it came to the checklist, or was to be done again. */
  readonly openedAt: Timestamp
  /** The line of the event that first asked for it, from the declaration's as 1: by it its page is owed, for ever. */
  readonly cause: number
  readonly state: 'open' | 'done' | 'skipped'
  /** Who was named for this very step; with nobody named, the holders of its role have it. */
  readonly named: readonly Person[]
  readonly ended: { readonly at: Timestamp; readonly by: Author; readonly because: string | null } | null
  /** Done although these were not: a deviation. */
  readonly waitedFor: readonly string[]
}

export type Commander = {
  readonly who: Person
  /** Took a vacant command without being on the roster: may not close, cancel, lower severity or open gates. */
  readonly acting: boolean
  readonly since: Timestamp
}

/** A close or a cancel: the line of its event, and when. */
export type Ending = { readonly line: number; readonly at: Timestamp; readonly is: 'closed' | 'cancelled' }

/** A comment with a secret in it, or one that is to be deleted: everything of it but its text. */
export type CommentTrace = {
  readonly comment: string
  readonly page: number
  readonly at: string
  readonly author: Person | null
  readonly written: Timestamp
  readonly kinds: readonly string[]
  readonly digest: string
}

/** What the events add up to, without the events. Nothing in it was kept by hand. */
export type IncidentState = {
  /** The same for ever and everywhere, whatever becomes of names and numbers. */
  readonly id: string
  /** Where it was declared. */
  readonly repository: { readonly id: string; readonly name: string }
  /** A review of readiness has neither commander, severity, codename nor post-mortem. */
  readonly kind: 'incident' | 'readiness'
  /** The playbook as it was when it was declared. */
  readonly playbook: Pick<Playbook, 'id' | 'title' | 'confidential'>
  /** What the form asked for, where there was no such playbook to be used. */
  readonly asked: string | null
  /** What it is called in titles; a review, which has no codename, is called by what it is. */
  readonly codename: string
  readonly drill: boolean
  readonly declaredAt: Timestamp
  readonly declaredBy: Author
  readonly severity: Severity
  readonly roster: Readonly<Record<string, readonly Person[]>>
  /** Who holds which role now. */
  readonly roles: Readonly<Record<string, readonly Person[]>>
  readonly commander: Commander | null
  readonly confirmedAt: Timestamp | null
  /** Every step that has, or is to have, a page. New ones come last, so that their numbers stay. */
  readonly steps: readonly StepState[]
  /** The steps per asset, of which one is opened for each asset: by itself only open, or skipped. */
  readonly perAsset: readonly StepState[]
  readonly assets: readonly Asset[]
  readonly insiderRuledOut: boolean
  /** The comments out of which a secret was cut. */
  readonly secrets: readonly CommentTrace[]
  /**
   * The comments that are to be deleted, and for whom each waits; null: for nobody. `deletion`: what became of it since; null:
   * it is not decided.
   */
  readonly redactions: readonly (CommentTrace & {
    readonly waits: 'second-person' | 'counsel' | null
    readonly asker: Author
    readonly deletion: 'owed' | 'done' | 'refused' | null
  })[]
  readonly approvals: readonly { readonly by: Author; readonly as: string }[]
  /** The IC's word on where it stands, and what the steps said then. */
  readonly word: { readonly to: Status; readonly derivedThen: Status } | null
  readonly status: Status
  readonly endings: readonly Ending[]
  /**
   * The incident's own issue. `replaced`: the one that took the place of that which it was declared on; null: none has.
   * `asked`: the line of the event that asks for another; null: nobody does.
   */
  readonly ownIssue: { readonly replaced: Target | null; readonly asked: number | null }
  readonly ended: 'closed' | 'cancelled' | null
}

export const stepOf = (incident: IncidentState, id: string): StepState | null =>
  incident.steps.find(step => step.id === id) ?? null

/** The steps per asset that are not opened for any. */
export const unopened = ({ perAsset, steps }: Pick<IncidentState, 'perAsset' | 'steps'>): readonly StepState[] =>
  perAsset.filter(step => !steps.some(one => one.of === step.id))

/** All that there is to do: the steps, and those that wait for an asset to be named. */
export const checklistOf = (incident: Pick<IncidentState, 'perAsset' | 'steps'>): readonly StepState[] => [
  ...incident.steps,
  ...unopened(incident),
]

/**
 * The steps that an id means: that one, or of a step per asset those of all affected assets. What was opened for something
 * exposed is meant by its whole id only.
 */
export const stepsMeant = (
  incident: Pick<IncidentState, 'perAsset' | 'steps' | 'assets'>,
  id: string,
): readonly StepState[] => {
  const named = incident.steps.filter(step => step.id === id)
  if (named.length > 0) return named
  const waiting = incident.perAsset.filter(step => step.id === id)
  if (waiting.length > 0 && !incident.steps.some(step => step.of === id)) return waiting
  const affected = new Set(incident.assets.filter(({ exposed }) => exposed === null).map(asset => asset.id))
  return incident.steps.filter(step => step.of === id && step.asset !== null && affected.has(step.asset))
}

export const isFinished = (step: StepState): boolean => step.state !== 'open'

/** Who holds, or may hold, a role; one may be called `constructor`. */
export const heldIn = (roles: Readonly<Record<string, readonly Person[]>>, role: string): readonly Person[] =>
  Object.hasOwn(roles, role) ? (roles[role] ?? []) : []

/** Everybody who has `step` to do: who was named for it, else the holders of its role. */
export const ownersOf = (incident: IncidentState, step: StepState): readonly Person[] => {
  if (step.named.length > 0 || step.role === null) return step.named
  if (step.role === 'incident-commander') return incident.commander === null ? [] : [incident.commander.who]
  return heldIn(incident.roles, step.role)
}

/** The steps that `step` comes after and that are not finished. */
export const waitsFor = (incident: IncidentState, step: Step): readonly string[] =>
  step.after.flatMap(id =>
    stepsMeant(incident, id)
      .filter(before => !isFinished(before))
      .map(before => before.id),
  )

/** What the IC, or those whose word a gate needs, have not said yet. */
export type Missing = 'insider-ruled-out' | 'external-approved'

export const missingFor = (incident: IncidentState, step: Step): Missing | null => {
  // in a review there is nobody whose word could open it
  if (incident.kind === 'readiness') return null
  if (step.gate === 'internal' && !incident.insiderRuledOut) return 'insider-ruled-out'
  if (step.gate === 'external' && !incident.approvals.some(a => a.as === 'incident-commander'))
    return 'external-approved'
  return null
}

/** A gate that nothing has opened yet: nobody is assigned, and it cannot be done. */
export const isBlocked = (incident: IncidentState, step: Step): boolean =>
  step.gate !== null && (missingFor(incident, step) !== null || waitsFor(incident, step).length > 0)

/** A step per asset by itself: nothing can be done with it before an asset is named. */
export const isUnopened = (step: StepState): boolean => step.perAsset && step.asset === null

/** Can be begun now. */
export const isReady = (incident: IncidentState, step: StepState): boolean =>
  !isUnopened(step) && step.state === 'open' && waitsFor(incident, step).length === 0 && !isBlocked(incident, step)

/** Required, and neither done nor skipped. */
export const unfinishedRequired = (incident: IncidentState): readonly StepState[] =>
  checklistOf(incident).filter(step => step.required && !isFinished(step))
