import { isWorse, type Severity, severities } from '../domain/terms/severity.ts'
import * as says from '../messages/refusal.ts'
import { oneOf, optional, restOfLine } from './args/args.ts'
import { defineCommand, refuse } from './command.ts'

/** Raising severity is always allowed; lowering it is the commander's and says why. */
export const severity = defineCommand({
  name: 'severity',
  summary: 'Set how bad this is. Lowering it needs a reason.',
  args: { to: oneOf(severities, number), because: optional(restOfLine()) },
  examples: ['/severity SEV-1 customer tokens are in the log', '/severity sev3 nobody used the key'],
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

/** `1`, `sev1` and `SEV1` are what people type. */
function number(word: string): Severity | null {
  const digit = /^(?:sev-?)?([1-4])$/.exec(word)?.[1]
  return severities.find(one => one.endsWith(`-${digit}`)) ?? null
}
