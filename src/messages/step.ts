import type { Incident, StepState } from '../domain/incident/incident.ts'
import { cut, escapeCell, oneLine } from '../domain/text/escape.ts'
import { gateWords } from './gate.ts'
import { minutesInWords } from './minutes.ts'

/**
 * The title of a step's sub-issue. It is mailed to every watcher, so a confidential playbook's carries codename and number
 * only; of how many is not said, for there may be more later.
 */
export const stepTitle = (incident: Incident, step: StepState, prefix: string | null): string => {
  const place = incident.steps.findIndex(one => one.id === step.id) + 1
  if (isTelling(incident, step)) return cut(`${place}. ${oneLine(step.title)}`, longestTitle)
  return `${prefixed(incident, prefix)}${incident.codename}, step ${place}`
}

/** GitHub refuses a title of more than 256 characters. */
const longestTitle = 250

/** GitHub refuses a body of more than 65,536 characters, and our marker comes after it. */
const longestBody = 64_000

/** A confidential playbook's steps tell nothing on an incident that is open to all, and the other way round. */
const isTelling = ({ playbook }: Incident, step: StepState): boolean => !playbook.confidential && !step.confidential

/** What counsel wants before a title of what is confidential. A review is nothing of counsel's. */
export const prefixed = ({ kind }: Incident, prefix: string | null): string =>
  prefix === null || kind === 'readiness' ? '' : `${prefix}: `

/** The page of a step, for somebody who was just woken up. */
export const stepBody = (step: StepState): string => {
  const terms = [
    step.role === null ? 'anyone' : `role: ${step.role}`,
    step.within === null ? null : `within ${minutesInWords(step.within)}`,
    step.required ? 'required before closing' : null,
    step.after.length === 0 ? null : `after ${step.after.map(id => `\`${id}\``).join(', ')}`,
  ].filter(term => term !== null)
  return cut(
    `## ${escapeCell(step.title)}

${step.guidance === '' ? '' : `${step.guidance}\n\n`}${gateWords(step)}---
\`${step.id}\` · ${terms.join(' · ')}

Comment here: \`/done\` when it is done, \`/assign @login\`, \`/timeline 14:02Z what happened\`, \`/help\`.`,
    longestBody,
  )
}
