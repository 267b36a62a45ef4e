import { includes, isAtLeast, isSame, type Person, type RepositoryRole } from '../terms/person.ts'
import { heldIn, type Incident } from './incident.ts'

/** Somebody who wants to do something, with what they may do in the repository at this moment. */
export type Doer = Person & { readonly role: RepositoryRole }

/** A ground on which somebody may do a thing. */
export type Ground =
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

export const groundMeaning: Record<Ground, string> = {
  anyone: 'anyone who can comment',
  responder: 'anyone with write access',
  'responder-while-vacant': 'anyone with write access while there is no incident commander',
  'incident-commander': 'the incident commander',
  'full-commander': 'the incident commander (not an acting one)',
  deputy: 'the deputy',
  'roster-commander': 'anyone on the roster as incident commander (if nobody is: anyone with maintain access)',
  'counsel-or-leadership': 'counsel, an executive or the engineering lead',
}

/**
 * Who may do what: adding, raising, recording and taking unowned work is everyone's; lowering, closing, skipping, moving
 * others' work, opening a gate and disclosing is the IC's.
 */
export const authority = {
  ask: ['anyone'],
  record: ['anyone'],
  'take a vacant command': ['responder-while-vacant'],
  'take over command': ['roster-commander'],
  'appoint a commander': ['full-commander', 'roster-commander', 'responder-while-vacant'],
  'hand off command': ['incident-commander'],
  confirm: ['incident-commander', 'deputy', 'roster-commander'],
  cancel: ['full-commander'],
  'take an unowned step': ['responder'],
  assign: ['incident-commander', 'deputy', 'responder-while-vacant'],
  /** Deputy, counsel and leadership: nobody may make themselves one by way of a vacant command. */
  'fill a commanding role': ['full-commander'],
  'let go of own work': ['responder'],
  'add to the checklist': ['responder'],
  'raise severity': ['responder'],
  'lower severity': ['full-commander'],
  'set status': ['incident-commander', 'deputy'],
  'finish a step': ['responder'],
  'reopen a step': ['responder'],
  'skip a step': ['full-commander'],
  'rule out an insider': ['full-commander'],
  'approve disclosure': ['full-commander', 'counsel-or-leadership'],
  close: ['full-commander'],
  reopen: ['responder'],
} as const satisfies Record<string, readonly Ground[]>

export type Permission = keyof typeof authority

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

const stands = (ground: Ground, incident: Incident, doer: Doer): boolean => {
  const responds = isAtLeast(doer.role, 'write')
  // nobody commands a review: whoever works here may do what a commander may
  if (incident.kind === 'readiness' && ground !== 'anyone') return responds
  switch (ground) {
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
  authority[permission].some(ground => stands(ground, incident, doer))
