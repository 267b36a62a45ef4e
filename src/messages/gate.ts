import type { Missing } from '../domain/incident/incident.ts'
import type { Step } from '../domain/playbook/playbook.ts'

/** What unblocks a gate, as a responder reads it on the step's page. */
export const gateWords = (step: Step): string => {
  switch (step.gate) {
    case null:
      return ''
    case 'steps':
      return `> **Gate.** Blocked until ${before(step)} ${step.after.length === 1 ? 'is' : 'are'} done.\n\n`
    case 'internal':
      return `> **Gate.** Tell nobody outside the response team until the incident commander has commented \`/rule-out insider <reason>\`${also(step)}.\n\n`
    case 'external':
      return `> **Gate.** Disclose nothing until counsel or leadership, then the incident commander, have commented \`/approve external <reason>\`${also(step)}.\n\n`
  }
}

const before = (step: Step): string => step.after.map(id => `\`${id}\``).join(', ')
const also = (step: Step): string =>
  step.after.length === 0 ? '' : ` and ${before(step)} ${step.after.length === 1 ? 'is' : 'are'} done`

/** What a blocked gate still needs, in a word or two. */
export const missingWords = (missing: Missing, approvals: readonly { readonly as: string }[] = []): string => {
  switch (missing) {
    case 'insider-ruled-out':
      return '`/rule-out insider`'
    case 'external-approved':
      return approvals.length === 0
        ? 'approval (`/approve external`)'
        : `the incident commander’s approval (\`/approve external\`; ${approvals.map(one => one.as).join(', ')} approved)`
  }
}
