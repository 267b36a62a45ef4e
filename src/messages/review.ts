import type { Incident } from '../domain/incident/incident.ts'
import { reviewDays, reviewDueAt } from '../domain/incident/readiness.ts'
import type { Problem } from '../domain/source/problem.ts'
import { dayOf } from '../domain/terms/timestamp.ts'
import { escapeCell } from '../domain/text/escape.ts'
import {
  type BoardLinks,
  configurationProblems,
  latestNotes,
  nameAssets,
  otherPlaybook,
  readyUnassigned,
} from './board.ts'
import { table } from './table.ts'

/** The board of a readiness review: what to check, who does it, and when it is due again. */
export const reviewBoard = (incident: Incident, problems: readonly Problem[], where: BoardLinks): string =>
  `### ${escapeCell(incident.playbook.title)} · ${finishedOf(incident)}

${howItEnds(incident)}

${table(incident, where)}

${otherPlaybook(incident)}${nameAssets(incident)}${latestNotes(incident)}${readyUnassigned(incident)}${configurationProblems(problems, incident)}\`/help\` lists the commands; each step's page says how to do it. Every decision is recorded on this issue’s branch.`

const finishedOf = ({ steps }: Incident): string =>
  `${steps.filter(step => step.state !== 'open').length} of ${steps.length} steps finished`

const howItEnds = (incident: Incident): string => {
  const due = incident.ended === null ? null : reviewDueAt(incident)
  if (due !== null) return `Closed. It opens again on ${dayOf(due)}, with all its steps.`
  return `This is a readiness review, not an incident: it has no incident commander, and anyone with write access takes a step with \`/assign <step>\`. Open an issue for everything that needs fixing. When every step is done, close this issue: it opens again ${reviewDays} days later.`
}
