import * as says from '../messages/refusal.ts'
import { oneOf, restOfLine } from './args/args.ts'
import { defineCommand, refuse } from './command.ts'

/** Before the company is told, somebody must have thought of who in it could be the attacker. */
export const ruleOut = defineCommand({
  name: 'rule-out',
  summary: 'An insider is ruled out, with the reason. Opens the gates to telling the company.',
  args: { what: oneOf(['insider']), because: restOfLine() },
  examples: ['/rule-out insider the login came from a known botnet'],
  permissions: ['rule-out-insider'],
  incidentOnly: true,

  decide: (incident, { because }) =>
    incident.insiderRuledOut ? refuse(says.alreadyRuledOut()) : [{ is: 'insider-ruled-out', because }],
})
