import { isWorse, severities, severityOf } from '../domain/terms/severity.ts'
import * as says from '../messages/refusal.ts'
import { oneOf, optional, restOfLine } from './args/args.ts'
import { defineCommand, refuse } from './command.ts'

/** Anyone with write access raises the severity; the incident commander lowers it, with the reason. */
export const severity = defineCommand({
  name: 'severity',
  summary: 'Set the severity. Lowering it needs a reason.',
  args: { to: oneOf(severities, 'severity', severityOf), because: optional(restOfLine()) },
  examples: ['/severity SEV-1 customer tokens are in the log', '/severity sev3 nobody used the key'],
  example: ({ severity: now }) => {
    const worse = severities[severities.indexOf(now) - 1]
    return worse === undefined
      ? '/severity SEV-2 nobody used the key'
      : `/severity ${worse} customer tokens are in the log`
  },
  permissions: ['raise-severity', 'lower-severity'],
  incidentOnly: true,

  permission: (incident, { to }) => (isWorse(incident.severity, to) ? 'lower-severity' : 'raise-severity'),

  decide: (incident, { to, because }) => {
    const from = incident.severity
    if (to === from) return refuse(says.alreadyAt(to))
    if (because !== null) return [{ is: 'severity-set', to, because }]
    return isWorse(from, to) ? refuse(says.loweringNeedsReason(from, to)) : [{ is: 'severity-set', to }]
  },
})
