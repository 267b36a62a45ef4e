import { mostPeople } from '../domain/events/stamp.ts'
import { type CommandContext, memberOf } from '../domain/incident/command-context.ts'
import { heldIn, type Incident, isBlocked, isFinished, ownersOf, type StepState } from '../domain/incident/incident.ts'
import { commandingRoles, type Doer, type Permission } from '../domain/incident/permissions.ts'
import { includes, isSame, type Person } from '../domain/terms/person.ts'
import { anybody } from '../domain/terms/roles.ts'
import * as says from '../messages/refusal.ts'
import { people } from './args/person-args.ts'
import { stepOrRole } from './args/step-args.ts'
import { defineCommand, refuse, type Verdict } from './command.ts'
import { openStep, responder } from './example.ts'

/** The incident commander or the deputy assigns work; anyone with write access takes unassigned steps. */
export const assign = defineCommand({
  name: 'assign',
  summary: 'Assign a step or a role. Without a name: a step goes to you, a role to those on the roster for it.',
  args: { what: stepOrRole(), who: people() },
  examples: ['/assign analyse @bob', '/assign forensics', '/assign @bob'],
  example: incident => {
    const [step, who] = [openStep(incident), responder(incident)]
    return step === null || who === null ? null : `/assign ${step.id} @${who.login}`
  },
  permissions: ['assign', 'take-unowned-step', 'fill-commanding-role'],

  permission: (incident, { what, who }, doer) => {
    const isOwn = who.every(one => isSame(one, doer))
    if (what.is === 'step') return isOwn && isUnowned(incident, what.step) ? 'take-unowned-step' : 'assign'
    if (what.role === anybody) return isOwn ? 'take-unowned-step' : 'assign'
    return permissionOfRole(what.role)
  },

  decide: (incident, { what, who }, doer, known) =>
    what.is === 'step'
      ? assignStep(incident, what.step, named(who, doer), known)
      : assignRole(incident, what.role, what.role === anybody ? named(who, doer) : who, known),
})

const isUnowned = (incident: Incident, step: StepState): boolean => ownersOf(incident, step).length === 0

const permissionOfRole = (role: string): Extract<Permission, 'assign' | 'fill-commanding-role'> =>
  commandingRoles.includes(role) ? 'fill-commanding-role' : 'assign'

const named = (who: readonly Person[], doer: Doer): readonly Person[] => (who.length === 0 ? [doer] : who)

const assignStep = (incident: Incident, step: StepState, who: readonly Person[], known: CommandContext): Verdict => {
  if (isFinished(step)) return refuse(says.alreadyFinished(step))
  if (isBlocked(incident, step)) return refuse(says.blockedGate(incident, step))
  const barred = unassignable(who, known)
  if (barred.length > 0) return refuse(says.unassignable(barred))
  if (who.every(one => includes(ownersOf(incident, step), one))) return refuse(says.alreadyOwned(step.id, who))
  return [{ is: 'step-assigned', step: step.id, who: who.map(bare) }]
}

const assignRole = (incident: Incident, role: string, who: readonly Person[], known: CommandContext): Verdict => {
  if (role === 'incident-commander') return refuse(says.commandIsNoRole())
  const chosen = who.length === 0 ? heldIn(incident.roster, role) : who
  if (chosen.length === 0) return refuse(says.nobodyOnRoster(role))
  const barred = unassignable(chosen, known)
  if (barred.length > 0) return refuse(says.unassignable(barred))
  const held = heldIn(incident.roles, role)
  const added = chosen.filter(one => !includes(held, one))
  if (added.length === 0) return refuse(says.alreadyOwned(role, chosen))
  if (held.length + added.length > mostPeople) return refuse(says.tooManyPeople(mostPeople))
  // The event names everybody who holds the role from then on.
  return [{ is: 'role-assigned', role, who: [...held, ...added].map(bare) }]
}

const unassignable = (who: readonly Person[], known: CommandContext): readonly Person[] =>
  who.filter(one => memberOf(known, one.login)?.assignable !== true)

/** A person as an event holds them, without what they may do. */
const bare = ({ id, login }: Person): Person => ({ id, login })
