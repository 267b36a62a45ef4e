import { isCommander, isRosterCommander } from '../domain/incident/permissions.ts'
import { isAtLeast } from '../domain/terms/person.ts'
import * as says from '../messages/refusal.ts'
import { person } from './args/person-args.ts'
import { defineCommand, refuse } from './command.ts'

/** Command passes on whole; an acting commander makes a full one only of somebody on the roster. */
export const handoff = defineCommand({
  name: 'handoff',
  summary: 'Hand command to somebody else.',
  args: { to: person() },
  examples: ['/handoff @alice'],
  permissions: ['hand-off-command'],
  incidentOnly: true,

  decide: (incident, { to }) => {
    const { commander } = incident
    if (commander === null) return refuse(says.nobodyCommands())
    if (isCommander(incident, to)) return refuse(says.alreadyCommands(to))
    if (!isAtLeast(to.role, 'write')) return refuse(says.needsWriteAccess(to))
    const acting = commander.acting && !isRosterCommander(incident, to)
    return [{ is: 'commander-set', who: { id: to.id, login: to.login }, acting, how: 'handed-off' }]
  },
})
