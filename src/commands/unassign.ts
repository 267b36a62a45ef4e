import { mostPeople } from '../domain/events/stamp.ts'
import { heldIn, type Incident } from '../domain/incident/incident.ts'
import { commandingRoles, type Doer } from '../domain/incident/permissions.ts'
import { includes, isSame, type Person } from '../domain/terms/person.ts'
import * as says from '../messages/refusal.ts'
import { holders } from './args/person-args.ts'
import { stepOrRole, type What } from './args/step-args.ts'
import { defineCommand, refuse } from './command.ts'

/** Letting go of one's own work is everybody's; taking others off theirs is the commander's. */
export const unassign = defineCommand({
  name: 'unassign',
  summary: 'Take people off a step or a role. With nobody named: everybody.',
  args: { what: stepOrRole(), who: holders() },
  examples: ['/unassign analyse @bob', '/unassign forensics', '/unassign'],
  permissions: ['assign', 'let-go-of-own-work', 'fill-commanding-role'],

  permission: (incident, { what, who }, doer) => {
    if (isOwn(gone(incident, what, who), doer)) return 'let-go-of-own-work'
    return what.is === 'role' && commandingRoles.includes(what.role) ? 'fill-commanding-role' : 'assign'
  },

  decide: (incident, { what, who }) => {
    if (what.is === 'role' && what.role === 'incident-commander') return refuse(says.commandIsNoRole())
    const held = holding(incident, what)
    const name = what.is === 'step' ? what.step.id : what.role
    const role = what.is === 'step' ? what.step.role : null
    if (held.length === 0 && what.is === 'step' && role !== null && heldIn(incident.roles, role).length > 0)
      return refuse(says.heldByRole(what.step, role))
    if (held.length === 0) return refuse(says.nobodyNamed(name))
    const strangers = who.filter(one => !includes(held, one))
    if (strangers.length > 0) return refuse(says.notNamed(name, strangers))
    const off = gone(incident, what, who).map(({ id, login }) => ({ id, login }))
    return what.is === 'step'
      ? inParts(off).map(part => ({ is: 'step-unassigned', step: what.step.id, who: part }))
      : [{ is: 'role-unassigned', role: what.role, who: off }]
  },
})

const holding = (incident: Incident, what: What): readonly Person[] =>
  what.is === 'step' ? what.step.named : heldIn(incident.roles, what.role)

const gone = (incident: Incident, what: What, who: readonly Person[]): readonly Person[] =>
  who.length === 0 ? holding(incident, what) : who

/** An event names so many people; a step, given to ten at a time, may have more. */
const inParts = (people: readonly Person[]): readonly Person[][] =>
  people.length <= mostPeople ? [[...people]] : [people.slice(0, mostPeople), ...inParts(people.slice(mostPeople))]

const isOwn = (people: readonly Person[], doer: Doer): boolean =>
  people.length > 0 && people.every(one => isSame(one, doer))
