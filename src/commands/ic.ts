import type { CommandContext } from '../domain/incident/command-context.ts'
import { isCommander, isRosterCommander } from '../domain/incident/permissions.ts'
import { isAtLeast, isSame, type Person } from '../domain/terms/person.ts'
import * as says from '../messages/refusal.ts'
import { optional } from './args/args.ts'
import { person } from './args/person-args.ts'
import { defineCommand, refuse } from './command.ts'

/** A lone responder is never stopped: anyone takes a vacant command, and somebody on the roster takes over from them. */
export const ic = defineCommand({
  name: 'ic',
  summary:
    'Take command while there is no incident commander, or appoint one. Those on the roster can take over from an acting commander.',
  args: { who: optional(person()) },
  examples: ['/ic', '/ic @alice'],
  permissions: ['take-vacant-command', 'take-over-command', 'appoint-commander'],
  incidentOnly: true,

  permission: (incident, { who }, doer) => {
    if (who !== null && !isSame(who, doer)) return 'appoint-commander'
    return incident.commander === null ? 'take-vacant-command' : 'take-over-command'
  },

  decide: (incident, { who }, doer, known) => {
    const target = who ?? doer
    const { commander } = incident
    const roster = incident.roster['incident-commander'] ?? []
    if (isCommander(incident, target) && (commander?.acting === false || !isRosterCommander(incident, target)))
      return refuse(says.alreadyCommands(target))
    if (commander?.acting === false && isHere(commander.who, known)) return refuse(says.isCommanded(commander.who))
    if (!isAtLeast(target.role, 'write')) return refuse(says.needsWriteAccess(target))
    const isNamedByAnyone = !isSame(target, doer) && !isRosterCommander(incident, doer)
    if (isNamedByAnyone && !isRosterCommander(incident, target)) return refuse(says.onlyFromRoster(target, roster))
    const how = isSame(target, doer) ? 'taken' : 'appointed'
    const acting = !isRosterCommander(incident, target)
    return [{ is: 'commander-set', who: { id: target.id, login: target.login }, acting, how }]
  },
})

/** Whoever left, or was deleted, commands nobody: then the roster need not wait for a hand-off. */
const isHere = (who: Person, { members }: CommandContext): boolean =>
  members.some(one => isSame(one, who) && isAtLeast(one.role, 'read'))
