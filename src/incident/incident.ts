import type { Fact } from './fact.ts'
import type { Person } from './person.ts'
import type { Playbook, Step } from './playbook.ts'
import type { Severity } from './severity.ts'
import type { Moment } from './snapshot.ts'
import type { Status } from './status.ts'

/** Who said a fact, as recorded. */
export type Author = Fact['by']

/** A step of the playbook, and what became of it. */
export type StepState = Step & {
  readonly state: 'open' | 'done' | 'skipped'
  /** Who was named for this very step; with nobody named, the holders of its role have it. */
  readonly named: readonly Person[]
  readonly ended: { readonly at: Moment; readonly by: Author; readonly because: string | null } | null
  /** Done although these were not: a deviation. */
  readonly waitedFor: readonly string[]
}

export type Commander = {
  readonly who: Person
  /** Took a vacant command without being on the roster: may not close, cancel, lower severity or open gates. */
  readonly acting: boolean
  readonly since: Moment
}

/** A close or a cancel: the line of its fact, and when. */
export type Ending = { readonly line: number; readonly at: Moment; readonly is: 'closed' | 'cancelled' }

/** What the facts add up to. Nothing in it was kept by hand. */
export type Incident = {
  readonly playbook: Playbook
  readonly codename: string
  readonly drill: boolean
  readonly declaredAt: Moment
  readonly declaredBy: Author
  readonly severity: Severity
  readonly roster: Readonly<Record<string, readonly Person[]>>
  /** Who holds which role now. */
  readonly roles: Readonly<Record<string, readonly Person[]>>
  readonly commander: Commander | null
  readonly confirmedAt: Moment | null
  readonly steps: readonly StepState[]
  readonly insiderRuledOut: boolean
  readonly approvals: readonly { readonly by: Author; readonly as: string }[]
  /** The IC's word on where it stands, and what the steps said then. */
  readonly word: { readonly to: Status; readonly derivedThen: Status } | null
  readonly status: Status
  readonly endings: readonly Ending[]
  readonly ended: 'closed' | 'cancelled' | null
  readonly facts: readonly Fact[]
}

export const stepOf = (incident: Incident, id: string): StepState | null =>
  incident.steps.find(step => step.id === id) ?? null

export const isFinished = (step: StepState): boolean => step.state !== 'open'

/** Everybody who has `step` to do: who was named for it, else the holders of its role. */
export const ownersOf = (incident: Incident, step: StepState): readonly Person[] => {
  if (step.named.length > 0 || step.role === null) return step.named
  if (step.role === 'incident-commander') return incident.commander === null ? [] : [incident.commander.who]
  return incident.roles[step.role] ?? []
}

/** The steps that `step` comes after and that are not finished. */
export const waitsFor = (incident: Incident, step: Step): readonly string[] =>
  step.after.filter(id => {
    const before = stepOf(incident, id)
    return before !== null && !isFinished(before)
  })

/** What the IC, or those whose word a gate needs, have not said yet. */
export type Missing = 'insider-ruled-out' | 'external-approved'

export const missingFor = (incident: Incident, step: Step): Missing | null => {
  if (step.gate === 'internal' && !incident.insiderRuledOut) return 'insider-ruled-out'
  if (step.gate === 'external' && !incident.approvals.some(a => a.as === 'incident-commander'))
    return 'external-approved'
  return null
}

/** A gate that nothing has opened yet: nobody is assigned, and it cannot be done. */
export const isShut = (incident: Incident, step: Step): boolean =>
  step.gate !== null && (missingFor(incident, step) !== null || waitsFor(incident, step).length > 0)

/** Can be begun now. */
export const isReady = (incident: Incident, step: StepState): boolean =>
  step.state === 'open' && waitsFor(incident, step).length === 0 && !isShut(incident, step)

/** Required, and neither done nor skipped. */
export const unfinishedRequired = (incident: Incident): readonly StepState[] =>
  incident.steps.filter(step => step.required && !isFinished(step))
