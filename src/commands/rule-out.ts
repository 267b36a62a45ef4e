import * as says from '../messages/refusal.ts'
import { oneOf, restOfLine } from './args/args.ts'
import { defineCommand, refuse } from './command.ts'

/** Before the company is told, somebody must have considered whether the attacker is an insider. */
export const ruleOut = defineCommand({
  name: 'rule-out',
  summary: 'Rule out insider involvement, with the reason. Unblocks the gates to internal announcements.',
  args: { what: oneOf(['insider'], 'suspicion'), because: restOfLine() },
  examples: ['/rule-out insider the login came from a known botnet'],
  permissions: ['rule-out-insider'],
  incidentOnly: true,

  decide: (incident, { because }) =>
    incident.insiderRuledOut ? refuse(says.alreadyRuledOut()) : [{ is: 'insider-ruled-out', because }],
})
