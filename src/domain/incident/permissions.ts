import { includes, isAtLeast, isSame, type Person, type RepositoryRole } from '../terms/person.ts'
import { heldIn, type Incident } from './incident.ts'

/** Somebody who wants to do something, with what they may do in the repository at this moment. */
export type Doer = Person & { readonly role: RepositoryRole }

/** What lets somebody do a thing. `src/messages/permission.ts` says each in words. */
export type Grant =
  /** Anybody who can comment. */
  | 'anyone'
  /** Anybody with write access. */
  | 'responder'
  /** Anybody with write access, while nobody commands. */
  | 'responder-while-vacant'
  | 'incident-commander'
  /** The IC, but not one who took a vacant command without being on the roster. */
  | 'full-commander'
  | 'deputy'
  /** On the roster as incident-commander, in command or not. */
  | 'roster-commander'
  /** Holds, or is on the roster for, a role whose word the outside world needs: counsel, executive, engineering-lead. */
  | 'counsel-or-leadership'

/**
 * Who may do what: adding, raising, recording and taking unowned work is everyone's; lowering, closing, skipping, moving
 * others' work, opening a gate and disclosing is the IC's.
 */
export const authority = {
  ask: ['anyone'],
  record: ['anyone'],
  'take-vacant-command': ['responder-while-vacant'],
  'take-over-command': ['roster-commander'],
  'appoint-commander': ['full-commander', 'roster-commander', 'responder-while-vacant'],
  'hand-off-command': ['incident-commander'],
  confirm: ['incident-commander', 'deputy', 'roster-commander'],
  cancel: ['full-commander'],
  'take-unowned-step': ['responder'],
  assign: ['incident-commander', 'deputy', 'responder-while-vacant'],
  /** Deputy, counsel and leadership: nobody may make themselves one by way of a vacant command. */
  'fill-commanding-role': ['full-commander'],
  'let-go-of-own-work': ['responder'],
  'add-to-checklist': ['responder'],
  'raise-severity': ['responder'],
  'lower-severity': ['full-commander'],
  'set-status': ['incident-commander', 'deputy'],
  'finish-step': ['responder'],
  'reopen-step': ['responder'],
  'skip-step': ['full-commander'],
  'rule-out-insider': ['full-commander'],
  'approve-disclosure': ['full-commander', 'counsel-or-leadership'],
  redact: ['responder'],
  'approve-redaction': ['incident-commander', 'deputy', 'roster-commander', 'counsel-or-leadership'],
  'continue-here': ['full-commander', 'roster-commander'],
  close: ['full-commander'],
  reopen: ['responder'],
} as const satisfies Record<string, readonly Grant[]>

export type Permission = keyof typeof authority

const isPermission = (name: string): name is Permission => Object.hasOwn(authority, name)

/** Every permission, in the order of the table. */
export const permissions: readonly Permission[] = Object.keys(authority).filter(isPermission)

/** The roles whose word counts as leadership's or counsel's. */
export const leadership = ['counsel', 'executive', 'engineering-lead'] as const

/** The roles that bring authority with them. */
export const commandingRoles: readonly string[] = ['incident-commander', 'deputy', ...leadership]

export const isCommander = (incident: Incident, who: Person): boolean => isSame(incident.commander?.who ?? null, who)

/** Who has `role` as far as authority goes: the roster says; where it names no leadership at all, the IC's appointments do. */
const leaders = (incident: Incident, role: string): readonly Person[] => {
  const named = leadership.some(one => heldIn(incident.roster, one).length > 0)
  return heldIn(named ? incident.roster : incident.roles, role)
}

/** The leading role in which somebody speaks: the first of `leadership` that is theirs. */
export const leadershipOf = (incident: Incident, who: Person): string | null =>
  leadership.find(role => includes(leaders(incident, role), who)) ?? null

/**
 * May command in full: who is on the roster as incident commander. Where the roster names none (an empty one, or one that
 * was broken on that day), who maintains the repository may, or the incident could never be ended.
 */
export const isRosterCommander = (incident: Incident, who: Doer): boolean => {
  const roster = incident.roster['incident-commander'] ?? []
  return roster.length === 0 ? isAtLeast(who.role, 'maintain') : includes(roster, who)
}

const holds = (grant: Grant, incident: Incident, doer: Doer): boolean => {
  const responds = isAtLeast(doer.role, 'write')
  // nobody commands a review: whoever works here may do what a commander may
  if (incident.kind === 'readiness' && grant !== 'anyone') return responds
  switch (grant) {
    case 'anyone':
      return isAtLeast(doer.role, 'read')
    case 'responder':
      return responds
    case 'responder-while-vacant':
      return responds && incident.commander === null
    case 'incident-commander':
      return isAtLeast(doer.role, 'read') && isCommander(incident, doer)
    case 'full-commander':
      return isAtLeast(doer.role, 'read') && isCommander(incident, doer) && incident.commander?.acting === false
    case 'deputy':
      return isAtLeast(doer.role, 'read') && includes(incident.roles.deputy ?? [], doer)
    case 'roster-commander':
      return isAtLeast(doer.role, 'read') && isRosterCommander(incident, doer)
    case 'counsel-or-leadership':
      return isAtLeast(doer.role, 'read') && leadershipOf(incident, doer) !== null
  }
}

/** May this person do this, in this incident, now? */
export const may = (incident: Incident, doer: Doer, permission: Permission): boolean =>
  authority[permission].some(grant => holds(grant, incident, doer))
