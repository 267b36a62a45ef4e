import type { Incident } from '../domain/incident/incident.ts'
import { type Doer, isCommander, leadership, leadershipOf } from '../domain/incident/permissions.ts'
import { isSame, type Person } from '../domain/terms/person.ts'
import * as says from '../messages/refusal.ts'
import { approveRedaction } from './approve-redaction.ts'
import { oneOf, restOfLine } from './args/args.ts'
import { defineCommand, refuse } from './command.ts'

/**
 * External disclosure needs two people: counsel or leadership first, then the incident commander. A comment in which no
 * secret was found is deleted when somebody else than who asked for it agrees.
 */
export const approve = defineCommand({
  name: 'approve',
  summary:
    'Approve external disclosure: counsel or leadership first, then the incident commander. Or approve that a comment is deleted, for which somebody else asked with `/redact`.',
  args: { what: oneOf(['external', 'redaction'], 'approval'), because: restOfLine() },
  examples: [
    '/approve external the law gives us 72 hours, and the text is checked',
    '/approve redaction https://github.com/acme/incidents/issues/7#issuecomment-123456 it names a customer',
  ],
  permissions: ['approve-disclosure', 'approve-redaction'],
  permission: (_incident, { what }) => (what === 'external' ? 'approve-disclosure' : 'approve-redaction'),
  incidentOnly: true,

  decide: (incident, { what, because }, doer) => {
    if (what === 'redaction') return approveRedaction(incident, because, doer)
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
