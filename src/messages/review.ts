import type { Incident } from '../domain/incident/incident.ts'
import { reviewDays, reviewDueAt } from '../domain/incident/readiness.ts'
import type { Problem } from '../domain/source/problem.ts'
import { dayOf } from '../domain/terms/timestamp.ts'
import { neutraliseCell } from '../domain/text/escape.ts'
import { broken, instead, nameAssets, noted, type Where, waiting } from './board.ts'
import { table } from './table.ts'

/** The board of a review of readiness: what is to be looked at, by whom, and when again. */
export const reviewBoard = (incident: Incident, problems: readonly Problem[], where: Where): string =>
  `### ${neutraliseCell(incident.playbook.title)} · ${finishedOf(incident)}

${howItEnds(incident)}

${table(incident, where)}

${instead(incident)}${nameAssets(incident)}${noted(incident)}${waiting(incident)}${broken(problems, incident)}\`/help\` lists the commands; a step's own page says how to do it. What was found is kept on the branch of this issue.`

const finishedOf = ({ steps }: Incident): string =>
  `${steps.filter(step => step.state !== 'open').length} of ${steps.length} steps finished`

const howItEnds = (incident: Incident): string => {
  const due = incident.ended === null ? null : reviewDueAt(incident)
  if (due !== null) return `Closed. It opens again on ${dayOf(due)}, with all of its steps.`
  return `This is a review, and no incident: nobody commands, and whoever has write access takes a step with \`/assign <step>\`. What is not as it should be goes into an issue of its own. When all has been looked at, close this one: it opens again ${reviewDays} days later.`
}
