import type { Missing } from '../domain/incident/incident.ts'
import type { Step } from '../domain/playbook/playbook.ts'

/** What opens a gate, as a responder reads it on the step's page. */
export const gateWords = (step: Step): string => {
  switch (step.gate) {
    case null:
      return ''
    case 'steps':
      return `> **Gate.** Not before ${before(step)} is done.\n\n`
    case 'internal':
      return `> **Gate.** Tell nobody outside the response team before the incident commander has said \`/rule-out insider <reason>\`${also(step)}.\n\n`
    case 'external':
      return `> **Gate.** Not before counsel or leadership, and then the incident commander, have said \`/approve external <reason>\`${also(step)}.\n\n`
  }
}

const before = (step: Step): string => step.after.map(id => `\`${id}\``).join(', ')
const also = (step: Step): string => (step.after.length === 0 ? '' : `, and ${before(step)} is done`)

/** What a shut gate still waits for, in a word or two. */
export const missingWords = (missing: Missing, approvals: readonly { readonly as: string }[] = []): string => {
  switch (missing) {
    case 'insider-ruled-out':
      return '`/rule-out insider`'
    case 'external-approved':
      return approvals.length === 0
        ? '`/approve external`'
        : `\`/approve external\` of the incident commander (${approvals.map(one => one.as).join(', ')} has)`
  }
}
