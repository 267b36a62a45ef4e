import type { Incident } from '../domain/incident/incident.ts'
import { type Doer, isCommander, leadership, leadershipOf } from '../domain/incident/permissions.ts'
import { isSame, type Person } from '../domain/terms/person.ts'
import * as says from '../messages/refusal.ts'
import { oneOf, restOfLine } from './args/args.ts'
import { defineCommand, refuse } from './command.ts'

/** The outside world is told by two people: counsel or leadership first, then the commander. */
export const approve = defineCommand({
  name: 'approve',
  summary: 'Approve telling the outside: counsel or leadership first, then the incident commander.',
  args: { what: oneOf(['external']), because: restOfLine() },
  examples: ['/approve external the law gives us 72 hours, and the text is checked'],
  permissions: ['approve-disclosure'],
  incidentOnly: true,

  decide: (incident, { because }, doer) => {
    // Who is both speaks as leadership first, so that their own word never serves as the other's.
    const role = leadershipOf(incident, doer)
    if (role !== null && !hasSpoken(incident, doer)) return [{ is: 'external-approved', because, as: role }]
    if (!isFullCommander(incident, doer)) return refuse(says.alreadyApproved(role ?? ''))
    if (incident.approvals.some(one => one.as === 'incident-commander'))
      return refuse(says.alreadyApproved('incident-commander'))
    const isHeard = incident.approvals.some(one => isLeading(one.as) && one.by !== null && !isSame(one.by, doer))
    if (!isHeard) return refuse(says.approvalFirst(leaders(incident).filter(one => !isSame(one, doer))))
    return [{ is: 'external-approved', because, as: 'incident-commander' }]
  },
})

const isLeading = (role: string): boolean => leadership.some(one => one === role)

const hasSpoken = (incident: Incident, doer: Doer): boolean =>
  incident.approvals.some(one => isLeading(one.as) && isSame(one.by, doer))

const isFullCommander = (incident: Incident, doer: Doer): boolean =>
  isCommander(incident, doer) && incident.commander?.acting === false

const leaders = (incident: Incident): readonly Person[] => {
  const people = [incident.roster, incident.roles].flatMap(held => leadership.flatMap(role => held[role] ?? []))
  const speaking = people.filter(one => leadershipOf(incident, one) !== null)
  return speaking.filter((one, index) => speaking.findIndex(other => isSame(one, other)) === index)
}
